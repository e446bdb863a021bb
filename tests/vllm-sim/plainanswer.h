// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answer.h"

#include <functional>
#include <memory>

namespace sim {

/// An answer with a length: head and body in one go.
class PlainAnswer : public Answer
{
public:
    struct Content
    {
        int status = 200;
        QByteArray body;
        QByteArray type = "application/json";
        QByteArray extraHeaders = {}; ///< whole lines
    };
    /// Called once: when the kernel has taken the last byte, or when that can no longer be.
    using Settle = std::function<void(RequestRecord::State, Microseconds)>;

    PlainAnswer(Content content, const Script &script, Microseconds begun, Settle settle = {});
    void clientGone(Microseconds now, HttpConnection &connection) override;

protected:
    void advance(Microseconds now, HttpConnection &connection) override;
    void fail(Microseconds now) override { settle(RequestRecord::State::Error, now); }
    void setBody(QByteArray body) { m_content.body = std::move(body); }

private:
    void sendContent(Microseconds now, HttpConnection &connection);
    void settle(RequestRecord::State state, Microseconds now);

    Content m_content;
    Settle m_settle;
    bool m_isQueued = false;
};

/// An answer that is not streamed: its body is there when the generation has finished.
class GeneratedAnswer final : public PlainAnswer
{
public:
    GeneratedAnswer(std::unique_ptr<Generation> generation, const Options &options);
    void clientGone(Microseconds now, HttpConnection &connection) override;
    void runOn(Microseconds now) override;
    [[nodiscard]] const Generation *generation() const override { return m_generation.get(); }

protected:
    void advance(Microseconds now, HttpConnection &connection) override;

private:
    void settleGeneration(RequestRecord::State state, Microseconds now);

    std::unique_ptr<Generation> m_generation;
    const Options &m_options;
    bool m_hasBody = false;
};

} // namespace sim
