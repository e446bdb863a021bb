// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/reportwords.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using core::Money;

namespace reportwords {

namespace {

struct Words
{
    QByteArrayView name;
    const char *title;
    const char *question;
};
constexpr std::array Reports{
    Words{"cost_by_tenant_and_feature",
          QT_TRANSLATE_NOOP("Reports", "Cost by tenant and feature"),
          QT_TRANSLATE_NOOP("Reports", "Which tenant or feature burns the most per request?")},
    Words{"experiment_cost_vs_outcome",
          QT_TRANSLATE_NOOP("Reports", "Experiments: cost and outcome"),
          QT_TRANSLATE_NOOP("Reports", "Which experiment costs more without a better outcome?")},
    Words{"fallback_latency_masking",
          QT_TRANSLATE_NOOP("Reports", "Slow routes and fallbacks"),
          QT_TRANSLATE_NOOP("Reports",
                            "Which fallbacks or routes hide latency? Of the newest 50,000 calls.")},
    Words{"budget_pressure_by_namespace",
          QT_TRANSLATE_NOOP("Reports", "Budget pressure"),
          QT_TRANSLATE_NOOP("Reports", "Which budget namespaces are downgraded or refused?")},
    Words{"unsafe_routes",
          QT_TRANSLATE_NOOP("Reports", "Expensive routes"),
          QT_TRANSLATE_NOOP("Reports", "Which routes cost more per request than the threshold?")},
    Words{"cost",
          QT_TRANSLATE_NOOP("Reports", "Cost over time"),
          QT_TRANSLATE_NOOP("Reports", "What was spent on what, per hour, day, week or month?")},
    Words{"cost_report",
          QT_TRANSLATE_NOOP("Reports", "Totals and projection"),
          QT_TRANSLATE_NOOP("Reports", "What does a day cost, and what will the month?")},
    Words{"forecast",
          QT_TRANSLATE_NOOP("Reports", "Forecast"),
          QT_TRANSLATE_NOOP("Reports", "What will the days left of this month cost?")},
    Words{"spikes",
          QT_TRANSLATE_NOOP("Reports", "Spikes"),
          QT_TRANSLATE_NOOP("Reports", "Which hours or days cost far more than usual?")},
    Words{"unpriced_models",
          QT_TRANSLATE_NOOP("Reports", "Models without a price"),
          QT_TRANSLATE_NOOP("Reports", "Which models were refused for want of a price?")},
    Words{"focus",
          QT_TRANSLATE_NOOP("Reports", "Charges (FOCUS)"),
          QT_TRANSLATE_NOOP("Reports", "Every tenant's charges a day, for FinOps tools.")},
};

struct Column
{
    QByteArrayView name;
    const char *title;
};
constexpr std::array Columns{
    Column{"tenant_id", QT_TRANSLATE_NOOP("Reports", "Tenant")},
    Column{"feature_id", QT_TRANSLATE_NOOP("Reports", "Feature")},
    Column{"experiment_id", QT_TRANSLATE_NOOP("Reports", "Experiment")},
    Column{"budget_namespace", QT_TRANSLATE_NOOP("Reports", "Namespace")},
    Column{"route_name", QT_TRANSLATE_NOOP("Reports", "Route")},
    Column{"is_fallback", QT_TRANSLATE_NOOP("Reports", "Fallback")},
    Column{"total_cost_usd", QT_TRANSLATE_NOOP("Reports", "Total cost")},
    Column{"avg_cost_usd", QT_TRANSLATE_NOOP("Reports", "Per call")},
    Column{"max_cost_usd", QT_TRANSLATE_NOOP("Reports", "Dearest call")},
    Column{"request_count", QT_TRANSLATE_NOOP("Reports", "Calls")},
    Column{"avg_tokens_in", QT_TRANSLATE_NOOP("Reports", "Tokens in, mean")},
    Column{"avg_tokens_out", QT_TRANSLATE_NOOP("Reports", "Tokens out, mean")},
    Column{"success_rate", QT_TRANSLATE_NOOP("Reports", "Succeeded")},
    Column{"allow_count", QT_TRANSLATE_NOOP("Reports", "Allowed")},
    Column{"downgrade_count", QT_TRANSLATE_NOOP("Reports", "Downgraded")},
    Column{"deny_count", QT_TRANSLATE_NOOP("Reports", "Refused")},
    Column{"total_count", QT_TRANSLATE_NOOP("Reports", "Decisions")},
    Column{"p95_latency_ms", QT_TRANSLATE_NOOP("Reports", "95 % within")},
    Column{"avg_latency_ms", QT_TRANSLATE_NOOP("Reports", "Mean time")},
    Column{"period", QT_TRANSLATE_NOOP("Reports", "Period")},
    Column{"day", QT_TRANSLATE_NOOP("Reports", "Day")},
    Column{"input_tokens", QT_TRANSLATE_NOOP("Reports", "Tokens in")},
    Column{"cached_input_tokens", QT_TRANSLATE_NOOP("Reports", "Cached")},
    Column{"output_tokens", QT_TRANSLATE_NOOP("Reports", "Tokens out")},
    Column{"daily_average_usd", QT_TRANSLATE_NOOP("Reports", "A day, mean")},
    Column{"month_to_date_usd", QT_TRANSLATE_NOOP("Reports", "Month so far")},
    Column{"monthly_projection_usd", QT_TRANSLATE_NOOP("Reports", "Whole month")},
    Column{"low_usd", QT_TRANSLATE_NOOP("Reports", "Low")},
    Column{"likely_usd", QT_TRANSLATE_NOOP("Reports", "Likely")},
    Column{"high_usd", QT_TRANSLATE_NOOP("Reports", "High")},
    Column{"backtest_days", QT_TRANSLATE_NOOP("Reports", "Days tested")},
    Column{"backtest_mean_error_usd", QT_TRANSLATE_NOOP("Reports", "Error, mean")},
    Column{"backtest_naive_error_usd", QT_TRANSLATE_NOOP("Reports", "Error of “as yesterday”")},
    Column{"backtest_in_band", QT_TRANSLATE_NOOP("Reports", "Within the band")},
    Column{"usual_usd", QT_TRANSLATE_NOOP("Reports", "Usual")},
    Column{"score", QT_TRANSLATE_NOOP("Reports", "Score")},
    Column{"refused_count", QT_TRANSLATE_NOOP("Reports", "Refused")},
    Column{"last_refused_at", QT_TRANSLATE_NOOP("Reports", "Last refused")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("Reports", text);
}

/// "saved_by_cache_usd" -> "Saved by cache": a report that came later is readable all the same.
QString spelled(QByteArray name)
{
    for (const char *unit : {"_usd", "_ms"}) {
        if (name.endsWith(unit)) {
            name.chop(static_cast<qsizetype>(qstrlen(unit)));
        }
    }
    QString text = QString::fromUtf8(name.replace('_', ' '));
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

const Words *wordsOf(const QByteArray &report)
{
    const auto *const found = std::find_if(
        Reports.begin(), Reports.end(), [&report](const Words &one) { return one.name == report; });
    return found == Reports.end() ? nullptr : found;
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

QString title(const QByteArray &report)
{
    const Words *words = wordsOf(report);
    return words != nullptr ? translated(words->title) : spelled(report);
}

QString question(const QByteArray &report)
{
    const Words *words = wordsOf(report);
    return words != nullptr ? translated(words->question) : QString();
}

QString column(const QByteArray &name)
{
    const auto *const found = std::find_if(
        Columns.begin(), Columns.end(), [&name](const Column &one) { return one.name == name; });
    return found == Columns.end() ? spelled(name) : translated(found->title);
}

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
