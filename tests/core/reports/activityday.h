// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samples.h"

#include "core/reports/activity.h"

/// A day's requests as the tests of the log and of its stories need them.
namespace samples {

inline RefusalRecord refusal(quint64 number, Time at, const Attribution &who = by("research"))
{
    return {
        {number, ~number},
        at,
        who,
        Decision::Refuse,
        "budget_exceeded",
        R"({"error":{"message":"The budget for tenant:research is $0.5: …","type":"budget_exceeded",)"
        R"("param":null,"code":"budget_exceeded","budget":"b-1","scope":"tenant:research",)"
        R"("limit_usd":0.5,"spent_usd":0.400000001,"held_usd":0.05,"requested_usd":0.1,)"
        R"("window_ends_at":null,"max_tokens_that_fits":33}})",
        {Money::fromNanos(100'000'000), 100, 1}};
}

inline HoldRecord decided(HoldRecord record, Decision decision, const QByteArray &reason = {})
{
    record.decision = decision;
    record.reason = reason;
    return record;
}

inline SettlementRecord ended(SettlementRecord record, Ending ending)
{
    record.ending = ending;
    return record;
}

/// Seven requests, a minute apart: 1 allowed, 2 clamped, 3 cut, 4 released, 5 refused, 6 running,
/// 7 allowed (another tenant).
struct Day : Fixture
{
    Day()
    {
        const HoldRecord clamped = decided(hold(2, Noon + 1min), Decision::Clamp);
        ok = write({hold(1),
                    settlement(hold(1), 100),
                    clamped,
                    settlement(clamped, 200),
                    hold(3, Noon + 2min),
                    ended(settlement(hold(3, Noon + 2min), 300), Ending::Cut),
                    hold(4, Noon + 3min),
                    ReleaseRecord{hold(4).id},
                    refusal(5, Noon + 4min),
                    hold(6, Noon + 5min),
                    hold(7, Noon + 6min, by("ops", "qwen")),
                    settlement(hold(7, Noon + 6min, by("ops", "qwen")), 700)});
        activity = Activity::open(path).value();
    }
    [[nodiscard]] QByteArray numbers(const ActivityFilter &filter, int limit = 100) const
    {
        QByteArray text;
        const ActivityPage page = activity->page(filter, std::nullopt, limit).value();
        for (const ActivityRow &row : page.rows) {
            text += QByteArray::number(row.place.id.high) + ' ';
        }
        return text.trimmed();
    }
    bool ok = false;
    std::unique_ptr<Activity> activity;
};

} // namespace samples
