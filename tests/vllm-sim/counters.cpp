// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "counters.h"

#include "jsonwriter.h"

#include <QByteArrayList>

namespace sim {

// Bucket bounds as in vLLM's vllm/v1/metrics/loggers.py.
ModelCounters::ModelCounters()
    : firstToken({.001, .005, .01, .02, .04, .06, .08, .1, .25, .5,  .75,
                  1,    2.5,  5,   7.5, 10,  20,  40,  80, 160, 640, 2560})
    , endToEnd({.3, .5, .8, 1,  1.5, 2,   2.5, 5,   10,   15,  20,
                30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680})
{}

void Counters::countAnswer(const QByteArray &route, int status)
{
    ++m_answers[route][status];
}

Counters::Ticket Counters::begin(RequestRecord record)
{
    m_promptTokens += record.promptTokens;
    const Ticket ticket = m_next++;
    if (m_ring.size() < MostRecords) {
        m_ring.push_back(std::move(record));
    } else {
        m_ring[ticket % MostRecords] = std::move(record);
    }
    return ticket;
}

RequestRecord *Counters::record(Ticket ticket)
{
    const bool isThere = ticket >= m_first && ticket < m_next && m_next - ticket <= MostRecords;
    return isThere ? &m_ring[ticket % MostRecords] : nullptr;
}

void Counters::addGenerated(Ticket ticket, ModelCounters &model, qint64 tokens)
{
    model.generatedTokens += tokens;
    if (auto *entry = record(ticket)) {
        entry->generatedTokens += tokens;
        m_generatedTokens += tokens;
    }
}

void Counters::setReported(Ticket ticket, qint64 prompt, qint64 completion)
{
    if (auto *entry = record(ticket)) {
        m_reportedPrompt += prompt - entry->reportedPrompt.value_or(0);
        m_reportedCompletion += completion - entry->reportedCompletion.value_or(0);
        entry->reportedPrompt = prompt;
        entry->reportedCompletion = completion;
    }
}

void Counters::end(Ticket ticket, RequestRecord::State state, Microseconds now)
{
    auto *entry = record(ticket);
    if (entry == nullptr || entry->state != RequestRecord::State::Running) {
        return;
    }
    ++m_ended[state];
    entry->state = state;
    entry->ended = now;
    if (state == RequestRecord::State::Aborted) {
        entry->abortSeen = now;
    }
}

void Counters::reset()
{
    m_answers.clear();
    m_first = m_next;
    m_promptTokens = m_generatedTokens = m_reportedPrompt = m_reportedCompletion = 0;
    m_ended.clear();
}

static QByteArray number(std::optional<qint64> value)
{
    return value ? QByteArray::number(*value) : QByteArray("null");
}

QByteArray Counters::totalsJson(qint64 openConnections) const
{
    QByteArrayList routes;
    for (const auto &[route, statuses] : m_answers) {
        QByteArrayList members;
        for (const auto &[status, count] : statuses) {
            members.append("\"" + QByteArray::number(status) + "\":" + number(count));
        }
        QByteArray name;
        appendString(name, route);
        routes.append(name + ":{" + members.join(",") + "}");
    }
    const auto ended = [this](RequestRecord::State state) {
        const auto found = m_ended.find(state);
        return number(found == m_ended.end() ? 0 : found->second);
    };
    return "{\"requests\":{" + routes.join(",") + "},\"prompt_tokens\":" + number(m_promptTokens) +
           ",\"generated_tokens\":" + number(m_generatedTokens) +
           ",\"reported\":{\"prompt\":" + number(m_reportedPrompt) +
           ",\"completion\":" + number(m_reportedCompletion) +
           "},\"completed_requests\":" + ended(RequestRecord::State::Complete) +
           ",\"aborted_requests\":" + ended(RequestRecord::State::Aborted) +
           ",\"failed_requests\":" + ended(RequestRecord::State::Error) +
           ",\"open_connections\":" + number(openConnections) + "}";
}

static const char *nameOf(RequestRecord::State state)
{
    switch (state) {
    case RequestRecord::State::Running:
        return "running";
    case RequestRecord::State::Complete:
        return "complete";
    case RequestRecord::State::Aborted:
        return "aborted";
    case RequestRecord::State::Error:
        return "error";
    }
    return "";
}

static QByteArray jsonOf(const RequestRecord &record, Microseconds now)
{
    const Microseconds end = record.ended != 0 ? record.ended : now;
    QByteArray out = "{\"id\":";
    appendString(out, record.id);
    out += ",\"prompt_tokens\":" + number(record.promptTokens) +
           ",\"generated_tokens\":" + number(record.generatedTokens) +
           ",\"reported\":{\"prompt\":" + number(record.reportedPrompt) +
           ",\"completion\":" + number(record.reportedCompletion) + "},\"state\":\"" +
           nameOf(record.state) + "\",\"connected_ms\":" +
           QByteArray::number(static_cast<double>(end - record.begun) / PerMillisecond, 'f', 3) +
           ",\"begun_us\":" + number(record.begun) +
           ",\"abort_seen_us\":" + number(record.abortSeen) + "}";
    return out;
}

QByteArray Counters::recordsJson(qint64 most, const QByteArray &id, Microseconds now) const
{
    const Ticket kept = std::min<Ticket>(m_next - m_first, MostRecords);
    const Ticket first = m_next - kept;
    QByteArrayList found;
    for (Ticket at = m_next; at > first && found.size() < most; --at) {
        const RequestRecord &record = m_ring[(at - 1) % MostRecords];
        if (id.isEmpty() || record.id == id) {
            found.prepend(jsonOf(record, now));
        }
    }
    return "{\"requests\":[" + found.join(",") + "]}";
}

} // namespace sim
