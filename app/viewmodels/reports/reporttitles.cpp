// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What reports and their columns are called.
#include "app/viewmodels/dimensionwords.h"
#include "app/viewmodels/reports/reportwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

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
    Words{"usage",
          QT_TRANSLATE_NOOP("Reports", "Usage"),
          QT_TRANSLATE_NOOP("Reports", "How many calls and tokens, how fast, and what they cost?")},
    Words{"cost_by_tag",
          QT_TRANSLATE_NOOP("Reports", "Cost by tag"),
          QT_TRANSLATE_NOOP("Reports", "What was spent under each tag, or each value of one?")},
    Words{"provider_metrics",
          QT_TRANSLATE_NOOP("Reports", "Providers"),
          QT_TRANSLATE_NOOP("Reports", "Calls, tokens, cost and last call of each provider.")},
    Words{"savings",
          QT_TRANSLATE_NOOP("Reports", "Savings"),
          QT_TRANSLATE_NOOP("Reports",
                            "What did caches and cheaper routes save, at today's prices?")},
    Words{
        "comparison",
        QT_TRANSLATE_NOOP("Reports", "Models compared"),
        QT_TRANSLATE_NOOP("Reports", "What would the same tokens have cost at each other model?")},
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
    Column{"margin_usd", QT_TRANSLATE_NOOP("Reports", "Margin")},
    Column{"margin_share", QT_TRANSLATE_NOOP("Reports", "Margin of revenue")},
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
    if (found != Columns.end()) {
        return translated(found->title);
    }
    const auto dimension = core::dimensionFromName(name); // it is grouped by it
    return spelled(dimension ? dimensionwords::name(*dimension).toUtf8() : name);
}

} // namespace reportwords
