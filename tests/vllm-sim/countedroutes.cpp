// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Routes that counts beside generations: pooling and audio, and tells what was counted.
#include "audio.h"
#include "plainroutes.h"
#include "routes.h"

#include <QUrlQuery>

#include <limits>

using namespace Qt::StringLiterals;

namespace sim {

Routes::Made Routes::embed(const HttpRequest &request,
                           const QJsonObject &body,
                           const Script &script,
                           Microseconds now)
{
    const QByteArray id = idOf(request);
    auto embedding = pooled(request.path, body, m_options, id, !script.usageMissing);
    if (embedding.content.status != 200) {
        return std::move(embedding.content);
    }
    m_counters.model(embedding.model).promptTokens += embedding.promptTokens;
    RequestRecord record;
    record.id = id;
    record.promptTokens = embedding.promptTokens;
    record.begun = now;
    const Counters::Ticket ticket = m_counters.begin(std::move(record));
    const bool isReported = !script.usageMissing && !script.malformedAfter;
    const auto settle = [this, ticket, isReported, prompt = embedding.promptTokens](
                            RequestRecord::State state, Microseconds at) {
        if (isReported && state == RequestRecord::State::Complete) {
            m_counters.setReported(ticket, prompt, 0);
        }
        m_counters.end(ticket, state, at);
    };
    return std::make_unique<PlainAnswer>(std::move(embedding.content), script, now, settle);
}

/// Counted as a request without tokens, by its id.
Routes::Made Routes::heard(const HttpRequest &request, const Script &script, Microseconds now)
{
    Content content = transcription(request, m_options, !script.usageMissing);
    RequestRecord record;
    record.id = idOf(request);
    record.begun = now;
    const Counters::Ticket ticket = m_counters.begin(std::move(record));
    const auto settle = [this, ticket](RequestRecord::State state, Microseconds at) {
        m_counters.end(ticket, state, at);
    };
    return std::make_unique<PlainAnswer>(std::move(content), script, now, settle);
}

void Routes::catchUp(Microseconds now)
{
    m_live.forEachAnswer([now](Answer &answer) { answer.runOn(now); });
}

Routes::Content Routes::metrics(Microseconds now)
{
    catchUp(now);
    std::map<QByteArray, ModelLoad> loads;
    m_live.forEachAnswer([&](Answer &answer) {
        const Generation *generation = answer.generation();
        if (generation == nullptr) {
            return;
        }
        ModelLoad &load = loads[generation->request().model];
        load.running += answer.isWaiting(now) ? 0 : 1;
        load.waiting += answer.isWaiting(now) ? 1 : 0;
        load.tokensHeld += generation->request().promptTokens() + generation->generatedTokens();
    });
    return {200,
            metricsText(m_counters.models(), loads, m_options.maxModelLength),
            "text/plain; version=0.0.4; charset=utf-8"};
}

Routes::Content Routes::simulation(const HttpRequest &request, Microseconds now)
{
    if (request.path == "/sim/counters") {
        catchUp(now);
        return {200, m_counters.totalsJson(m_live.openConnections())};
    }
    if (request.path == "/sim/requests") {
        catchUp(now);
        constexpr qint64 All = std::numeric_limits<qint64>::max();
        const QUrlQuery query(QString::fromUtf8(request.query));
        bool isNumber = false;
        const qint64 last = query.queryItemValue(u"last"_s).toLongLong(&isNumber);
        const QByteArray id = query.queryItemValue(u"id"_s).toUtf8();
        return {200, m_counters.recordsJson(isNumber ? last : All, id, now)};
    }
    if (request.path == "/sim/reset" && request.method == "POST") {
        m_counters.reset();
        return {200, "{}"};
    }
    return notFound();
}

} // namespace sim
