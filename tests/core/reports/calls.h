// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samples.h"

#include "core/reports/reportformat.h"
#include "core/reports/reports.h"

/// Calls that reports are asked about, and the ledger that has them.
namespace calls {

using namespace samples;
using namespace Qt::StringLiterals;

struct Call
{
    const char *tenant = "tenant-1";
    const char *feature = "";
    const char *experiment = "";
    const char *route = "/answer-routed";
    const char *space = "";
    qint64 nanos = 10'000'000;
    Duration latency = 100ms;
    Ending ending = Ending::Complete;
    Decision decision = Decision::Allow;
    Time at = Noon;
};

inline Attribution attributionOf(const Call &call)
{
    Attribution who = by(call.tenant);
    who.of(Dimension::Feature) = call.feature;
    who.of(Dimension::Experiment) = call.experiment;
    who.of(Dimension::Route) = call.route;
    who.of(Dimension::Namespace) = call.space;
    who.of(Dimension::Provider) = "vllm";
    return who;
}

/// Writes calls through the ledger, as the proxy does.
struct Books : Fixture
{
    void add(const Call &call)
    {
        HoldRecord record = hold(++number, call.at, attributionOf(call));
        record.decision = call.decision;
        SettlementRecord end = settlement(record, call.nanos);
        end.total = call.latency;
        end.ending = call.ending;
        if (!write({record, end})) {
            qFatal("not written");
        }
    }
    void refuse(const Call &call)
    {
        ++number;
        if (!write({RefusalRecord{{number, ~number},
                                  call.at,
                                  attributionOf(call),
                                  Decision::Refuse,
                                  "budget_exceeded",
                                  "{}",
                                  {}}})) {
            qFatal("not written");
        }
    }
    [[nodiscard]] Report run(ReportQuery query) const
    {
        if (query.now == Time{}) {
            query.now = Noon;
        }
        return Reports::open(path).value()->run(query).value();
    }
    [[nodiscard]] QByteArray csv(const ReportQuery &query) const
    {
        QByteArray text = toCsv(run(query));
        return text.replace("\r\n", "\n").sliced(text.indexOf('\n') + 1); // without the names
    }
    quint64 number = 0;
};

} // namespace calls
