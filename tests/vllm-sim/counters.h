// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "histogram.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <vector>

namespace sim {

enum class FinishReason { Stop, Length, Abort, Error };

/// What /metrics shows of one served model.
struct ModelCounters
{
    ModelCounters();
    qint64 promptTokens = 0;
    qint64 cachedTokens = 0;
    qint64 generatedTokens = 0;
    std::map<FinishReason, qint64> finished; ///< choices, as vLLM counts them
    Histogram firstToken;
    Histogram endToEnd;
};

/// What became of one request that had a prompt.
struct RequestRecord
{
    enum class State { Running, Complete, Aborted, Error };
    QByteArray id; ///< X-Request-Id, or one made here
    qint64 promptTokens = 0;
    qint64 generatedTokens = 0;
    /// The usage whose last byte the kernel has taken; absent when none was.
    std::optional<qint64> reportedPrompt;
    std::optional<qint64> reportedCompletion;
    State state = State::Running;
    Microseconds begun = 0;
    Microseconds ended = 0;
    std::optional<Microseconds> abortSeen;
};

/// Everything the simulation counts, for tests that compare to the token.
class Counters
{
public:
    /// Names a record for the time of its request; a record may by then have left the ring.
    using Ticket = quint64;

    void countAnswer(const QByteArray &route, int status);
    [[nodiscard]] Ticket begin(RequestRecord record);
    /// Null when so many requests came since that it was overwritten, or after reset().
    [[nodiscard]] RequestRecord *record(Ticket ticket);
    void addGenerated(Ticket ticket, ModelCounters &model, qint64 tokens);
    void setReported(Ticket ticket, qint64 prompt, qint64 completion);
    void end(Ticket ticket, RequestRecord::State state, Microseconds now);

    [[nodiscard]] ModelCounters &model(const QByteArray &name) { return m_models[name]; }
    [[nodiscard]] const std::map<QByteArray, ModelCounters> &models() const { return m_models; }

    /// Forgets all but /metrics, whose counters never go back. Requests that run go on uncounted.
    void reset();
    [[nodiscard]] QByteArray totalsJson(qint64 openConnections) const;
    /// The last `most` records, newest last; with an id only those of that id.
    [[nodiscard]] QByteArray recordsJson(qint64 most, const QByteArray &id, Microseconds now) const;

private:
    /// More than the longest test sends; some ten megabytes when full.
    static constexpr std::size_t MostRecords = 65'536;

    std::map<QByteArray, std::map<int, qint64>> m_answers; ///< by route, by status
    std::map<QByteArray, ModelCounters> m_models;
    std::vector<RequestRecord> m_ring;
    Ticket m_first = 0; ///< of the records since the last reset
    Ticket m_next = 0;
    qint64 m_promptTokens = 0;
    qint64 m_generatedTokens = 0;
    qint64 m_reportedPrompt = 0;
    qint64 m_reportedCompletion = 0;
    std::map<RequestRecord::State, qint64> m_ended;
};

} // namespace sim
