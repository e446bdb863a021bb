// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/periods.h"

#include <QDateTime>

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

Window windowOf(const ReportQuery &query, WindowKind kind)
{
    Window window;
    window.kind = kind;
    window.zone = query.zone;
    return window;
}

QByteArray isoText(Time time)
{
    const auto milliseconds =
        std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC)
        .toString(Qt::ISODate)
        .toLatin1();
}

/// The query's span, cut to what the ledger has, in periods of the calendar.
Result<std::vector<Span>> periods(ReportContext &context, WindowKind kind, std::size_t most)
{
    const Result<Span> extent = context.sums.extent();
    if (!extent) {
        return extent.error();
    }
    const Window window = windowOf(context.query, kind);
    const Time from = std::max(context.query.from, extent->begins);
    const Time to = std::min(context.query.to, extent->ends);
    std::vector<Span> spans;
    for (Time at = from; at < to; at = spans.back().ends) {
        if (spans.size() == most) {
            return Error{ErrorCode::InvalidInput,
                         u"That range has more than %1 periods."_s.arg(most),
                         u"Give a shorter range, or a longer period (per=day)."_s};
        }
        const Span whole = window.spanAt(at);
        spans.push_back({at, std::min(whole.ends, to)});
    }
    return spans;
}

Result<Money> total(ReportContext &context, Span span)
{
    const auto sums = context.by({}, span);
    if (!sums) {
        return sums.error();
    }
    return sums->value({}).cost;
}

} // namespace core
