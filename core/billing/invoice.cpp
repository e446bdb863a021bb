// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/invoice.h"

#include "core/reports/periods.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <numeric>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 NanosPerCent = Money::NanosPerDollar / 100;

Money sum(const std::vector<InvoiceLine> &lines, Money InvoiceLine::*member)
{
    return std::accumulate(
        lines.begin(), lines.end(), Money(), [member](Money sofar, const InvoiceLine &line) {
            return sofar + line.*member;
        });
}

ReportCell numberOrNull(qint64 number)
{
    return number == 0 ? ReportCell() : ReportCell(number);
}

struct Days
{
    QDate first;
    QDate end; ///< the first one after
};
Days daysIn(const QByteArray &text)
{
    const QString given = QString::fromLatin1(text);
    if (const auto month = QDate::fromString(given, u"yyyy-MM"_s); month.isValid()) {
        return {month, month.addMonths(1)};
    }
    const auto parts = given.split(u".."_s);
    const QDate first = QDate::fromString(parts.first(), u"yyyy-MM-dd"_s);
    return {first,
            parts.size() == 2 ? QDate::fromString(parts.last(), u"yyyy-MM-dd"_s)
                              : first.addDays(parts.size() == 1 ? 1 : 0)};
}
} // namespace

Money Invoice::cost() const
{
    return sum(lines, &InvoiceLine::cost);
}

Money Invoice::amount() const
{
    return sum(lines, &InvoiceLine::amount);
}

Money Invoice::payable() const
{
    const qint64 nanos = amount().nanos();
    qint64 cents = nanos / NanosPerCent;
    const qint64 twice = nanos % NanosPerCent * 2;
    if (std::abs(twice) > NanosPerCent || (std::abs(twice) == NanosPerCent && cents % 2 != 0)) {
        cents += nanos < 0 ? -1 : 1;
    }
    return Money::fromNanos(cents * NanosPerCent);
}

QByteArray Invoice::numberText() const
{
    return number == 0 ? QByteArray("draft")
                       : "CAP-" + QByteArray::number(number).rightJustified(6, '0');
}

Report reportOf(const Invoice &invoice)
{
    Report report;
    report.name = "invoice";
    report.columns = {"invoice",
                      "tenant_id",
                      "period_begins",
                      "period_ends",
                      "provider",
                      "model",
                      "request_count",
                      "input_tokens",
                      "cached_input_tokens",
                      "output_tokens",
                      "cost_usd",
                      "amount_usd",
                      "corrects_invoice"};
    for (const InvoiceLine &line : invoice.lines) {
        report.rows.push_back({invoice.numberText(),
                               invoice.tenant,
                               isoText(line.period.begins),
                               isoText(line.period.ends),
                               line.provider,
                               line.model,
                               line.calls,
                               line.input,
                               line.cachedInput,
                               line.output,
                               line.cost,
                               line.amount,
                               numberOrNull(line.corrects)});
    }
    report.total = std::ssize(report.rows);
    return report;
}

Result<Span> billingPeriod(const QByteArray &text, const QByteArray &zone)
{
    const QTimeZone place = zone.isEmpty() ? QTimeZone::utc() : QTimeZone(zone);
    const auto [first, end] = daysIn(text);
    if (!place.isValid() || !first.isValid() || !end.isValid() || first >= end) {
        return Error{ErrorCode::InvalidInput,
                     u"\"%1\" in the zone \"%2\" is no period of days."_s.arg(
                         QString::fromUtf8(text.left(64)), QString::fromUtf8(zone.left(64))),
                     u"Write 2026-10 for a month, 2026-10-05 for a day, or "
                     u"2026-10-01..2026-10-15; and a zone such as Europe/Berlin."_s};
    }
    const auto startOf = [&place](QDate day) {
        return Time(std::chrono::milliseconds(day.startOfDay(place).toMSecsSinceEpoch()));
    };
    return Span{startOf(first), startOf(end)};
}

} // namespace core
