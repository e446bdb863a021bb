// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/reportquery.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 MostRows = 100'000;

Error wrong(const QByteArray &name, const QString &why, const QString &remedy)
{
    return {
        ErrorCode::InvalidInput, u"%1 %2."_s.arg(QString::fromUtf8(name.left(64)), why), remedy};
}

/// "90m", "24h", "7d": so long before now.
std::optional<Time> before(const QByteArray &text, Time now)
{
    static constexpr std::array<std::pair<char, qint64>, 3> Units{
        std::pair{'m', 60}, std::pair{'h', 3'600}, std::pair{'d', 86'400}};
    bool isNumber = false;
    const qint64 count = text.chopped(text.isEmpty() ? 0 : 1).toLongLong(&isNumber);
    for (const auto &[letter, seconds] : Units) {
        if (isNumber && count >= 0 && count < 1'000'000 && text.endsWith(letter)) {
            return now - std::chrono::seconds(count * seconds);
        }
    }
    return std::nullopt;
}

Result<Time> timeFrom(const QueryParameter &parameter, const QTimeZone &zone, Time now)
{
    const auto &[name, text] = parameter;
    if (const auto relative = before(text, now)) {
        return *relative;
    }
    const QString given = QString::fromLatin1(text);
    const QDate date = QDate::fromString(given, Qt::ISODate);
    QDateTime time = date.isValid() && text.size() == 10
                         ? date.startOfDay(zone)
                         : QDateTime::fromString(given, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeZone(zone);
    }
    if (!time.isValid()) {
        return wrong(name,
                     u"is no date, time or duration"_s,
                     u"Write 2026-11-01, 2026-11-01T08:00:00Z, 24h or 7d."_s);
    }
    return Time(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

Result<Money> dollarsFrom(const QueryParameter &parameter)
{
    const Result<Money> money = Money::parse(parameter.second);
    if (!money || *money < Money()) {
        return wrong(parameter.first, u"is no amount in dollars"_s, u"Write 0.05."_s);
    }
    return *money;
}

/// "0.02" for each request, or "summarize:0.02,chat:0.01" for those of some features.
Outcome readRevenue(const QueryParameter &parameter, ReportQuery &query)
{
    for (const QByteArray &part : parameter.second.split(',')) {
        const qsizetype colon = part.lastIndexOf(':');
        const Result<Money> each = dollarsFrom({parameter.first, part.mid(colon + 1).trimmed()});
        if (!each) {
            return each.error();
        }
        if (colon < 0) {
            query.revenue = *each;
        } else {
            query.featureRevenue.emplace_back(part.left(colon).trimmed(), *each);
        }
    }
    return Done{};
}

Result<qint64> countFrom(const QueryParameter &parameter)
{
    bool isNumber = false;
    const qint64 count = parameter.second.toLongLong(&isNumber);
    if (!isNumber || count < 0 || count > MostRows) {
        return wrong(parameter.first,
                     u"is not a number from 0 to %1"_s.arg(MostRows),
                     u"Write limit=100."_s);
    }
    return count;
}

Result<std::vector<Dimension>> dimensionsFrom(const QueryParameter &parameter)
{
    std::vector<Dimension> dimensions;
    for (const QByteArray &name : parameter.second.split(',')) {
        const std::optional<Dimension> dimension = dimensionFromName(name.trimmed());
        if (!dimension) {
            return wrong(parameter.first,
                         u"has no dimension \"%1\""_s.arg(QString::fromUtf8(name.left(32))),
                         u"Write by=tenant or by=tenant,model."_s);
        }
        dimensions.push_back(*dimension);
    }
    return dimensions;
}

Outcome readPeriod(const QueryParameter &parameter, ReportQuery &query)
{
    static constexpr std::array<std::pair<QByteArrayView, WindowKind>, 4> Kinds{
        std::pair{QByteArrayView("hour"), WindowKind::Hour},
        std::pair{QByteArrayView("day"), WindowKind::Day},
        std::pair{QByteArrayView("week"), WindowKind::Week},
        std::pair{QByteArrayView("month"), WindowKind::Month}};
    for (const auto &[name, kind] : Kinds) {
        if (name == parameter.second) {
            query.per = kind;
            return Done{};
        }
    }
    query.perMinute = parameter.second == "minute";
    return query.perMinute ? Outcome(Done{})
                           : wrong(parameter.first,
                                   u"is no period"_s,
                                   u"Write per=minute, hour, day, week or month."_s);
}

/// Puts a result where it belongs, or says what was wrong.
template <class T, class Target>
Outcome put(const Result<T> &result, Target &target)
{
    if (!result) {
        return result.error();
    }
    target = *result;
    return Done{};
}

Outcome read(ReportQuery &query, const QueryParameter &parameter, const QTimeZone &zone)
{
    const QByteArray &name = parameter.first;
    if (name == "from") {
        return put(timeFrom(parameter, zone, query.now), query.from);
    }
    if (name == "to") {
        return put(timeFrom(parameter, zone, query.now), query.to);
    }
    if (name == "by") {
        return put(dimensionsFrom(parameter), query.by);
    }
    if (name == "per") {
        return readPeriod(parameter, query);
    }
    if (name == "threshold") {
        return put(dollarsFrom(parameter), query.threshold);
    }
    if (name == "revenue") {
        return readRevenue(parameter, query);
    }
    if (name == "tag") {
        query.tag = parameter.second;
        return Done{};
    }
    if (name == "limit") {
        return put(countFrom(parameter), query.limit);
    }
    if (name == "offset") {
        return put(countFrom(parameter), query.offset);
    }
    if (const std::optional<Dimension> dimension = dimensionFromName(name)) {
        query.filter.emplace_back(*dimension, parameter.second);
        return Done{};
    }
    return wrong(
        name,
        u"is unknown here"_s,
        u"There are from, to, zone, by, per, threshold, revenue, tag, limit, offset, and the "
        u"dimensions: tenant, agent, model, …"_s);
}
} // namespace

const std::vector<QByteArray> &reportParameters()
{
    static const std::vector<QByteArray> names = [] {
        std::vector<QByteArray> all{
            "from", "to", "zone", "by", "per", "threshold", "revenue", "tag", "limit", "offset"};
        for (std::size_t i = 0; i < DimensionCount; ++i) {
            all.push_back(dimensionName(static_cast<Dimension>(i)).toByteArray());
        }
        return all;
    }();
    return names;
}

Result<ReportQuery>
reportQueryFrom(const QByteArray &report, std::vector<QueryParameter> parameters, Time now)
{
    ReportQuery query{.name = report, .now = now};
    std::sort(parameters.begin(), parameters.end());
    QTimeZone zone = QTimeZone::utc();
    QByteArray previous;
    for (const QueryParameter &parameter : parameters) {
        if (parameter.first == previous) {
            return wrong(parameter.first, u"is given twice"_s, u"Give it once."_s);
        }
        previous = parameter.first;
        if (parameter.first == "zone") {
            query.zone = parameter.second;
            zone = QTimeZone(parameter.second);
        }
    }
    if (!zone.isValid()) {
        return wrong("zone", u"is no IANA time zone"_s, u"Write zone=Europe/Berlin."_s);
    }
    for (const QueryParameter &parameter : parameters) {
        if (parameter.first != "zone") {
            if (const Outcome outcome = read(query, parameter, zone); !outcome) {
                return outcome.error();
            }
        }
    }
    if (query.from >= query.to) {
        return wrong("from", u"is not before to"_s, u"Give a range with something in it."_s);
    }
    return query;
}

} // namespace core
