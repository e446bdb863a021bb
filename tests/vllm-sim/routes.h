// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "completionrequest.h"
#include "httprequest.h"
#include "metrics.h"
#include "options.h"
#include "plainanswer.h"

#include <QJsonObject>

#include <functional>
#include <memory>
#include <variant>

namespace sim {

/// The answers that are being made at this moment; the server knows them.
class LiveAnswers
{
public:
    virtual ~LiveAnswers() = default;
    virtual void forEachAnswer(const std::function<void(Answer &)> &visit) = 0;
    [[nodiscard]] virtual qint64 openConnections() const = 0;
};

/// Which route answers what. Beside vLLM's there are /sim/counters, /sim/requests?last=N&id=X and
/// POST /sim/reset.
class Routes
{
public:
    Routes(const Options &options, LiveAnswers &live);

    [[nodiscard]] std::unique_ptr<Answer> answer(const HttpRequest &request, Microseconds now);

private:
    using Content = PlainAnswer::Content;
    using Made = std::variant<std::unique_ptr<Answer>, Content>;

    /// The request before this one. Load generators repeat theirs, and reading it is a third of the
    /// work, so that a simulation without this would measure itself.
    struct ReadBefore
    {
        QByteArray path;
        QByteArray script;
        QByteArray body;
        CompletionRequest request;
    };

    [[nodiscard]] static Content notFound();
    [[nodiscard]] Made make(const HttpRequest &request, Script &script, Microseconds now);
    [[nodiscard]] Made makePosted(const HttpRequest &request, Script &script, Microseconds now);
    [[nodiscard]] Made
    makeGeneration(const HttpRequest &request, const Script &script, Microseconds now);
    [[nodiscard]] Made
    generate(const HttpRequest &request, CompletionRequest wanted, Microseconds now);
    [[nodiscard]] RequestOrError
    readGeneration(const QByteArray &path, const QJsonObject &body, const Script &script) const;
    [[nodiscard]] bool isReadBefore(const HttpRequest &request) const;
    [[nodiscard]] Made embed(const HttpRequest &request,
                             const QJsonObject &body,
                             const Script &script,
                             Microseconds now);
    [[nodiscard]] Made heard(const HttpRequest &request, const Script &script, Microseconds now);
    [[nodiscard]] Content metrics(Microseconds now);
    [[nodiscard]] Content simulation(const HttpRequest &request, Microseconds now);
    void catchUp(Microseconds now);
    [[nodiscard]] QByteArray idOf(const HttpRequest &request);

    const Options &m_options;
    LiveAnswers &m_live;
    Counters m_counters;
    quint64 m_nextId = 1;
    ReadBefore m_before;
};

} // namespace sim
