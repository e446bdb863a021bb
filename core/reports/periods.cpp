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

namespace {
/// `periodAt` says which period a time belongs to.
template <class PeriodAt>
Result<std::vector<Span>> spansOf(ReportContext &context, std::size_t most, PeriodAt periodAt)
{
    const Result<Span> extent = context.sums.extent();
    if (!extent) {
        return extent.error();
    }
    const Time to = std::min(context.query.to, extent->ends);
    std::vector<Span> spans;
    Time at = std::max(context.query.from, periodAt(extent->begins).begins);
    for (; extent->begins < extent->ends && at < to; at = spans.back().ends) {
        if (spans.size() == most) {
            return Error{ErrorCode::InvalidInput,
                         u"That range has more than %1 periods."_s.arg(most),
                         u"Give a shorter range, or a longer period (per=day)."_s};
        }
        spans.push_back({at, std::min(periodAt(at).ends, to)});
    }
    return spans;
}
} // namespace

Result<std::vector<Span>> periods(ReportContext &context, WindowKind kind, std::size_t most)
{
    const Window window = windowOf(context.query, kind);
    return spansOf(context, most, [&window](Time at) { return window.spanAt(at); });
}

Result<std::vector<Span>> askedPeriods(ReportContext &context, std::size_t most)
{
    if (context.query.per) {
        return periods(context, *context.query.per, most);
    }
    if (context.query.perMinute) {
        return spansOf(context, most, [](Time at) {
            const Time begins = std::chrono::floor<std::chrono::minutes>(at);
            return Span{begins, begins + std::chrono::minutes(1)};
        });
    }
    return std::vector<Span>{context.span()};
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
