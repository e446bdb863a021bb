// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// 1. Which column is drawn: the one that answers the report's question, else its first amount.
// 2. Rows that share a moment, or a name, are one point.
// 3. A round axis; shares of it, and texts.
#include "app/viewmodels/reports/reportchart.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using reportwords::Kind;

namespace {

constexpr qsizetype MostDates = 6;   ///< under the columns, so that none touches the next
constexpr std::size_t MostNames = 2; ///< of a report that is grouped by what it wants
/// As many as a report has periods; a picture is no wider.
constexpr std::size_t MostColumns = 2'000;

struct Shape
{
    std::vector<std::size_t> names; ///< columns that say what a row is about
    std::optional<std::size_t> value;
    std::optional<std::size_t> low;
    std::optional<std::size_t> high;
    bool overTime = false;
};

std::optional<std::size_t> columnNamed(const core::Report &report, QByteArrayView name)
{
    const auto found = std::find(report.columns.begin(), report.columns.end(), name);
    return found == report.columns.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - report.columns.begin()));
}

std::optional<std::size_t> chosenColumn(const core::Report &report)
{
    using Choice = std::pair<QByteArrayView, QByteArrayView>;
    static constexpr std::array<Choice, 2> Choices{
        Choice{"budget_pressure_by_namespace", "deny_count"}, {"forecast", "likely_usd"}};
    for (const auto &[name, column] : Choices) {
        if (name == report.name) {
            return columnNamed(report, column);
        }
    }
    return std::nullopt;
}

Shape shapeOf(const core::Report &report)
{
    Shape shape;
    shape.value = chosenColumn(report);
    std::optional<std::size_t> number;
    const std::size_t mostNames = report.name == "cost" ? core::DimensionCount : MostNames;
    for (std::size_t column = 0; column < report.columns.size(); ++column) {
        const Kind kind = reportwords::kindOf(report, column);
        const bool isMoney = kind == Kind::Money || kind == Kind::CallMoney;
        const bool isMoment = kind == Kind::Time && column == 0;
        if (isMoment && report.name != "spikes") { // those are some moments, not all in a row
            shape.overTime = true;
        } else if ((isMoment || kind == Kind::Text) && shape.names.size() < mostNames) {
            shape.names.push_back(column);
        } else if (isMoney && !shape.value) {
            shape.value = column;
        } else if (reportwords::standsRight(kind) && !number) {
            number = column;
        }
    }
    shape.value = shape.value ? shape.value : number;
    if (report.name == "forecast") {
        shape.low = columnNamed(report, "low_usd");
        shape.high = columnNamed(report, "high_usd");
    }
    return shape;
}

bool isEmpty(const core::ReportCell &cell)
{
    const auto *text = std::get_if<QByteArray>(&cell);
    return std::holds_alternative<std::monostate>(cell) || (text != nullptr && text->isEmpty());
}

QString labelOf(const core::Report &report,
                const std::vector<core::ReportCell> &row,
                const Shape &shape,
                const QTimeZone &zone)
{
    if (shape.overTime) {
        return reportwords::cell(row.front(), Kind::Time, zone);
    }
    QStringList parts;
    for (const std::size_t column : shape.names) {
        if (!isEmpty(row.at(column))) { // a call need not name a feature
            parts += reportwords::cell(row.at(column), reportwords::kindOf(report, column), zone);
        }
    }
    const std::optional<std::size_t> fallback = columnNamed(report, "is_fallback");
    if (fallback && std::get_if<bool>(&row.at(*fallback)) != nullptr &&
        std::get<bool>(row.at(*fallback))) {
        parts += reportwords::column("is_fallback");
    }
    return parts.isEmpty() ? u"–"_s : parts.join(u" · "_s);
}

/// Rows of one moment, added up; or one row.
struct Sum
{
    QString label;
    QByteArray moment; ///< as the report has it; empty of a name
    double value = 0;
    double low = 0;
    double high = 0;
};

std::vector<Sum> sumsOf(const core::Report &report, const Shape &shape, const QTimeZone &zone)
{
    std::vector<Sum> sums;
    for (const auto &row : report.rows) {
        const double value = reportwords::figure(row.at(*shape.value)).value_or(0);
        const QString label = labelOf(report, row, shape, zone);
        const auto *moment = std::get_if<QByteArray>(&row.front());
        const QByteArray at = shape.overTime && moment != nullptr ? *moment : QByteArray();
        if (at.isEmpty() || sums.empty() || sums.back().moment != at) {
            sums.push_back({.label = label, .moment = at});
        }
        Sum &sum = sums.back();
        sum.value += value;
        sum.low += shape.low ? reportwords::figure(row.at(*shape.low)).value_or(0) : 0;
        sum.high += shape.high ? reportwords::figure(row.at(*shape.high)).value_or(0) : 0;
    }
    return sums;
}

core::Time timeOf(const QByteArray &iso)
{
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate);
    return core::Time(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

/// A report has no row for a period without a call; a picture without it would bend time.
std::vector<Sum> withoutGaps(const std::vector<Sum> &sums, const ReportChart::Frame &frame)
{
    core::Window window;
    window.kind = frame.per.value_or(core::WindowKind::Hour);
    window.zone = frame.zoneId;
    const auto endOfPeriod = [&](core::Time at) {
        return frame.perMinute ? at + std::chrono::minutes(1) : window.spanAt(at).ends;
    };
    std::vector<Sum> all;
    for (const Sum &sum : sums) {
        const core::Time at = timeOf(sum.moment);
        for (core::Time next = all.empty() ? at : endOfPeriod(timeOf(all.back().moment));
             next < at && all.size() < MostColumns;
             next = endOfPeriod(next)) {
            const QByteArray moment =
                formatting::local(next, QTimeZone::utc()).toString(Qt::ISODate).toLatin1();
            all.push_back(
                {.label = reportwords::cell(moment, Kind::Time, frame.zone), .moment = moment});
        }
        all.push_back(sum);
    }
    return all;
}

/// The next of 1, 2, 2.5, 5 times a power of ten.
double roundUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (value <= step * power * (1 + 1e-9)) {
            return step * power;
        }
    }
    return value;
}

QString textOf(const Sum &sum, bool hasBand, Kind kind)
{
    const auto text = [kind](double value) {
        return kind == Kind::Money || kind == Kind::CallMoney
                   ? reportwords::cell(
                         core::Money::fromNanos(std::llround(value * core::Money::NanosPerDollar)),
                         kind,
                         QTimeZone::utc())
                   : reportwords::tick(value, kind);
    };
    return hasBand ? QCoreApplication::translate("Reports", "%1, likely between %2 and %3")
                         .arg(text(sum.value), text(sum.low), text(sum.high))
                   : text(sum.value);
}

} // namespace

void ReportChart::setReport(const core::Report &report, const Frame &frame)
{
    const Shape shape = shapeOf(report);
    std::vector<Sum> sums = shape.value && !report.rows.empty() ? sumsOf(report, shape, frame.zone)
                                                                : std::vector<Sum>();
    ++m_answer;
    m_overTime = shape.overTime;
    const std::size_t all = sums.size();
    if (!m_overTime) {
        std::stable_sort(
            sums.begin(), sums.end(), [](const Sum &a, const Sum &b) { return a.value > b.value; });
        sums.resize(std::min(all, static_cast<std::size_t>(MostBars)));
    } else if (frame.per || frame.perMinute) {
        sums = withoutGaps(sums, frame);
    }
    double largest = 0;
    for (const Sum &sum : sums) {
        largest = std::max({largest, sum.value, sum.high});
    }
    const Kind kind = shape.value ? reportwords::kindOf(report, *shape.value) : Kind::Number;
    setScale(largest, kind);
    std::vector<ReportPoint> points;
    points.reserve(sums.size());
    for (const Sum &sum : sums) {
        points.push_back({sum.label,
                          textOf(sum, shape.low.has_value(), kind),
                          std::max(0.0, sum.value / m_end),
                          sum.low / m_end,
                          sum.high / m_end,
                          static_cast<int>(points.size())});
    }
    const QString of = shape.value ? reportwords::column(report.columns[*shape.value]) : QString();
    m_title = of;
    if (!m_overTime && points.size() < all) {
        m_title = tr("%1, the first %2 of %3")
                      .arg(of)
                      .arg(points.size())
                      .arg(formatting::count(static_cast<qint64>(all)));
    }
    setDates(points);
    synchronise(points);
    Q_EMIT changed();
}

void ReportChart::setScale(double largest, Kind kind)
{
    constexpr int Steps = 4;
    const double round = roundUp(std::max(largest, 1e-9) / Steps);
    const double step = kind == Kind::Count ? std::ceil(round) : round; // there is no half a call
    m_end = step * Steps;
    m_ticks.clear();
    for (int i = 0; i <= Steps && largest > 0; ++i) {
        m_ticks.push_back(reportwords::tick(step * i, kind));
    }
}

void ReportChart::setDates(const std::vector<ReportPoint> &points)
{
    m_dates.clear();
    m_datesAt.clear();
    const auto count = static_cast<qsizetype>(points.size());
    const qsizetype stride = std::max<qsizetype>(1, (count + MostDates - 1) / MostDates);
    for (qsizetype i = 0; m_overTime && i < count; i += stride) {
        m_dates.push_back(points[static_cast<std::size_t>(i)].label);
        m_datesAt.push_back((static_cast<double>(i) + 0.5) / static_cast<double>(count));
    }
}

QString ReportChart::summary() const
{
    constexpr std::size_t Told = 3;
    QStringList parts{m_title};
    for (std::size_t i = 0; i < std::min(Told, rows().size()); ++i) {
        parts += rows()[i].label + u": "_s + rows()[i].text;
    }
    return parts.join(u", "_s);
}

ReportPoint ReportChart::pointAt(int place) const
{
    return place >= 0 && place < rowCount() ? at(place) : ReportPoint();
}
