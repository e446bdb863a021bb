// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answer.h"
#include "chunkwriter.h"
#include "messages.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sim {

/// A stream of events, as vLLM orders and frames them:
/// 1. the head, at once; 2. with the first token a role chunk for each choice (chat only), and its
/// echo; 3. deltas, one choice a chunk; 4. for each choice one with finish_reason; 5. the usage, if
/// asked; 6. [DONE]. Every event is one HTTP chunk, written by itself. Of /v1/messages the events
/// are those of that API.
class StreamAnswer final : public Answer
{
public:
    StreamAnswer(std::unique_ptr<Generation> generation, const Options &options);
    void clientGone(Microseconds now, HttpConnection &connection) override;
    void runOn(Microseconds now) override;
    [[nodiscard]] const Generation *generation() const override { return m_generation.get(); }

protected:
    void advance(Microseconds now, HttpConnection &connection) override;
    void fail(Microseconds now) override;

private:
    /// Usage inside bytes that the kernel may not have taken yet.
    struct Report
    {
        qint64 end = 0;                    ///< of its event, in bytes of the connection
        std::optional<std::size_t> choice; ///< none: the final one, of all choices
        qint64 completion = 0;
    };

    void sendHead(HttpConnection &connection);
    void takeSteps(Microseconds now, HttpConnection &connection);
    void sendOpening(Microseconds now, HttpConnection &connection);
    void sendDue(bool all, Microseconds now, HttpConnection &connection);
    void sendChoice(std::size_t choice, Microseconds now, HttpConnection &connection);
    void sendMessages(std::size_t choice, Microseconds now, HttpConnection &connection);
    void sendTail(Microseconds now, HttpConnection &connection);
    [[nodiscard]] bool isWorthAChunk(std::size_t choice) const;

    /// One event, or what the script makes of it.
    void sendEvent(std::string data, Report report, Microseconds now, HttpConnection &connection);
    [[nodiscard]] std::string framed(const std::string &data) const;
    void sendChunk(std::string text, HttpConnection &connection);
    [[nodiscard]] bool
    endsHere(const std::string &data, Microseconds now, HttpConnection &connection);
    void applyReports(const HttpConnection &connection);
    void apply(const Report &report);

    std::unique_ptr<Generation> m_generation;
    ChunkWriter m_writer;
    MessageWriter m_messages;
    std::vector<qint64> m_sent;     ///< tokens, by choice
    std::vector<qint64> m_reported; ///< completion tokens by choice, -1: nothing yet
    std::deque<Report> m_pending;
    qint64 m_events = 0;
    bool m_isHeadSent = false;
    bool m_isOpened = false;
    bool m_isStalled = false;
    bool m_isTailSent = false;
    bool m_isOver = false; ///< the script ended it
};

} // namespace sim
