// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samples.h"

#include "core/reports/reportformat.h"
#include "core/reports/reports.h"

/// A ledger that reports are made of.
namespace books {

using namespace samples;
using namespace Qt::StringLiterals;

/// Writes calls through the ledger, as the proxy does.
struct Books : Fixture
{
    /// A call that ended, with its hold.
    void add(HoldRecord record, qint64 nanos, Ending ending = Ending::Complete)
    {
        SettlementRecord end = settlement(record, nanos);
        end.ending = ending;
        end.total = 100ms;
        if (!write({record, end})) {
            qFatal("not written");
        }
    }
    HoldRecord next(const Attribution &who, Time at = Noon) { return hold(++number, at, who); }
    [[nodiscard]] Report run(ReportQuery query) const
    {
        query.now = query.now == Time{} ? Noon : query.now;
        return Reports::open(path).value()->run(query).value();
    }
    [[nodiscard]] QByteArray csv(const ReportQuery &query) const
    {
        QByteArray text = toCsv(run(query));
        return text.replace("\r\n", "\n").sliced(text.indexOf('\n') + 1); // without the names
    }
    quint64 number = 0;
};

inline Attribution tagged(const QByteArray &tenant,
                          std::vector<std::pair<QByteArray, QByteArray>> tags)
{
    Attribution who = by(tenant);
    who.tags = std::move(tags);
    return who;
}

inline Attribution at(const QByteArray &provider, const QByteArray &feature = {})
{
    Attribution who = by("research");
    who.of(Dimension::Provider) = provider;
    who.of(Dimension::Feature) = feature;
    return who;
}

} // namespace books
