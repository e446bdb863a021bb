// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/reportwords.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using core::Money;

namespace reportwords {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Reports", text);
}

Kind moneyKind(const core::Report &report, std::size_t column)
{
    qint64 largest = 0;
    for (const auto &row : report.rows) {
        if (const auto *money = std::get_if<Money>(&row.at(column))) {
            largest = std::max(largest, std::abs(money->nanos()));
        }
    }
    return largest < Money::NanosPerDollar ? Kind::CallMoney : Kind::Money;
}

QString dateOrTime(const QByteArray &text, const QTimeZone &zone)
{
    const QDateTime time =
        QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toTimeZone(zone);
    const bool isDay = time.time() == QTime(0, 0);
    return formatting::dated(
        time, isDay ? formatting::DateForm::WeekdayDay : formatting::DateForm::DayClock);
}

QString dollars(Money amount, Kind kind)
{
    if (amount.isZero()) {
        return kind == Kind::Money ? formatting::money({}) : u"–"_s;
    }
    return kind == Kind::Money ? formatting::money(amount) : formatting::callCost(amount);
}

} // namespace

Kind kindOf(const core::Report &report, std::size_t column)
{
    const QByteArray &name = report.columns.at(column);
    const auto filled = std::find_if(report.rows.begin(), report.rows.end(), [&](const auto &row) {
        return !std::holds_alternative<std::monostate>(row.at(column));
    });
    if (filled == report.rows.end()) {
        const bool isCount = name.endsWith("_count") || name.endsWith("_tokens");
        return name.endsWith("_usd") ? Kind::Money : isCount ? Kind::Count : Kind::Text;
    }
    const core::ReportCell &cell = filled->at(column);
    if (std::holds_alternative<Money>(cell)) {
        return moneyKind(report, column);
    }
    if (std::holds_alternative<qint64>(cell)) {
        return Kind::Count;
    }
    if (std::holds_alternative<bool>(cell)) {
        return Kind::Truth;
    }
    if (std::holds_alternative<double>(cell)) {
        const bool isShare =
            name.endsWith("_rate") || name.endsWith("_in_band") || name.endsWith("_share");
        return isShare ? Kind::Share : name.endsWith("_ms") ? Kind::Milliseconds : Kind::Number;
    }
    const bool isTime = name == "period" || name == "day" || name.endsWith("_at");
    return isTime ? Kind::Time : Kind::Text;
}

bool standsRight(Kind kind)
{
    return kind != Kind::Text && kind != Kind::Time && kind != Kind::Truth;
}

QString cell(const core::ReportCell &cell, Kind kind, const QTimeZone &zone)
{
    if (const auto *text = std::get_if<QByteArray>(&cell)) {
        return kind == Kind::Time ? dateOrTime(*text, zone) : QString::fromUtf8(*text);
    }
    if (const auto *count = std::get_if<qint64>(&cell)) {
        return formatting::language().toString(*count);
    }
    if (const auto *money = std::get_if<Money>(&cell)) {
        return dollars(*money, kind);
    }
    if (const auto *truth = std::get_if<bool>(&cell)) {
        return translated(*truth ? QT_TRANSLATE_NOOP("Reports", "yes")
                                 : QT_TRANSLATE_NOOP("Reports", "no"));
    }
    if (const auto *number = std::get_if<double>(&cell)) {
        return tick(*number, kind);
    }
    return u"–"_s;
}

QString tick(double value, Kind kind)
{
    switch (kind) {
    case Kind::Money:
    case Kind::CallMoney:
        return formatting::tickMoney(value);
    case Kind::Share:
        return formatting::percent(value);
    case Kind::Milliseconds:
        return formatting::duration(core::Duration(static_cast<qint64>(value * 1'000)));
    case Kind::Count:
        if (value != std::floor(value)) { // between two whole numbers, on the axis of a few
            break;
        }
        return formatting::count(static_cast<qint64>(value));
    default:
        break;
    }
    return formatting::language().toString(value, 'f', 1);
}

std::optional<double> figure(const core::ReportCell &cell)
{
    if (const auto *money = std::get_if<Money>(&cell)) {
        return static_cast<double>(money->nanos()) / Money::NanosPerDollar;
    }
    if (const auto *count = std::get_if<qint64>(&cell)) {
        return static_cast<double>(*count);
    }
    if (const auto *number = std::get_if<double>(&cell)) {
        return *number;
    }
    return std::nullopt;
}

} // namespace reportwords
