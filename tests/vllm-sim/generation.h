// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "completionrequest.h"
#include "counters.h"

#include <QByteArray>

#include <vector>

namespace sim {

/// One choice in the making. `tokens` counts the end token, whose text is empty.
struct Sequence
{
    std::size_t prompt = 0; ///< which of the request's
    quint64 seed = 0;
    qint64 tokens = 1; ///< how many it will have
    FinishReason finish = FinishReason::Stop;
    qint64 generated = 0;

    [[nodiscard]] bool isFinished() const { return generated == tokens; }
};

/// Visible output of a run of tokens.
struct Piece
{
    QByteArray content;
    QByteArray reasoning;
    bool opensToolCall = false; ///< the name of the tool belongs here
    QByteArray arguments;

    [[nodiscard]] bool isEmpty() const
    {
        return content.isEmpty() && reasoning.isEmpty() && !opensToolCall && arguments.isEmpty();
    }
};

/// The engine's side of one request: which tokens there will be (decided by seed and prompt), when
/// they come, and the books about them. All choices advance together, one token a step.
///
/// While its reader keeps up, a step happens when the answer takes it: a late loop is a slow
/// engine. While its reader stalls, the engine goes on by the clock (runOn): back-pressure stops no
/// generation.
class Generation
{
public:
    Generation(CompletionRequest request,
               const QByteArray &id,
               const Options &options,
               Counters &counters,
               Microseconds now);
    ~Generation() = default;
    Generation(const Generation &) = delete;
    Generation &operator=(const Generation &) = delete;

    [[nodiscard]] const CompletionRequest &request() const { return m_request; }
    [[nodiscard]] const std::vector<Sequence> &sequences() const { return m_sequences; }
    [[nodiscard]] const QByteArray &id() const { return m_id; }
    [[nodiscard]] bool isFinished() const { return m_steps >= m_lastStep; }
    [[nodiscard]] qint64 generatedTokens() const;
    [[nodiscard]] Microseconds begun() const { return m_begun; }

    [[nodiscard]] bool isDue(Microseconds now) const { return nextDue() <= now; }
    [[nodiscard]] Microseconds nextDue() const;    ///< of the next step
    [[nodiscard]] Microseconds finishedAt() const; ///< when the clock reaches the last step
    void step(Microseconds now);
    /// All steps that are due by the clock.
    void runOn(Microseconds now);
    /// All steps there are: what an engine without a pace does at once.
    void complete(Microseconds now);
    /// From here the clock rules: without a pace, 100,000 tokens a second.
    void stall(Microseconds now);

    /// Visible output of the tokens from (inclusive) to (exclusive) of a sequence.
    [[nodiscard]] Piece piece(const Sequence &sequence, qint64 from, qint64 to) const;
    [[nodiscard]] qint64 reasoningIn(qint64 tokens) const; ///< of the first so many tokens

    void setReported(qint64 prompt, qint64 completion);
    void end(RequestRecord::State state, Microseconds now);

private:
    void plan(const Options &options);
    void advance(qint64 steps, Microseconds now);
    [[nodiscard]] Microseconds dueAt(qint64 step) const;

    CompletionRequest m_request;
    QByteArray m_id;
    Counters &m_counters;
    ModelCounters &m_model;
    Counters::Ticket m_ticket;
    std::vector<Sequence> m_sequences;
    Microseconds m_begun;
    bool m_isPaced;
    double m_microsPerStep;
    Microseconds m_anchor; ///< when step m_anchorStep + 1 is due
    qint64 m_anchorStep = 0;
    qint64 m_steps = 0;
    qint64 m_lastStep = 0;
    bool m_hasEnded = false;
};

} // namespace sim
