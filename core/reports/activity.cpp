// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// 1. A filter becomes numbers: the attributions that fit.
// 2. Each kind of row - settled, refused, running, released - is read newest first below the
//    cursor, for a bounded stretch.
// 3. What was found is merged down to the lowest place that all of them have reached.
#include "core/reports/activity.h"

#include "core/reports/activitystreams.h"
#include "core/reports/attributions.h"
#include "core/reports/storyreader.h"

#include <algorithm>
#include <limits>
#include <set>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr int MostRows = 1'000;
/// Counting beyond this takes longer than anybody waits for a number beside a list.
constexpr qint64 MostCounted = 50'000;
/// A tag may be new with every call.
constexpr int MostTagged = 20'000;

/// Above every row that is older than `to`.
ActivityCursor above(Time to)
{
    return {to, {quint64{1} << 63, 0}, 0}; // the smallest ids, compared signed
}

ActivityCursor start(const ActivityFilter &filter, const std::optional<ActivityCursor> &before)
{
    const ActivityCursor top = above(filter.to);
    return before && isNewer(top, *before) ? *before : top;
}
} // namespace

struct Activity::Private
{
    explicit Private(std::unique_ptr<Connection> opened)
        : connection(std::move(opened))
    {}

    [[nodiscard]] Result<ActivityMatch> match(const ActivityFilter &filter);
    [[nodiscard]] Result<ActivityPage> merge(std::vector<ActivityStretch> stretches, int limit);
    [[nodiscard]] Outcome name(ActivityCandidate &candidate);

    std::unique_ptr<Connection> connection;
    Attributions attributions{*connection};
};

Activity::Activity(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{}

Activity::~Activity() = default;

Result<std::unique_ptr<Activity>> Activity::open(const QString &ledgerFile)
{
    Result<std::unique_ptr<Connection>> connection = Connection::openToRead(ledgerFile);
    if (!connection) {
        return connection.error();
    }
    return std::unique_ptr<Activity>(
        new Activity(std::make_unique<Private>(std::move(connection).value())));
}

Result<ActivityMatch> Activity::Private::match(const ActivityFilter &filter)
{
    ActivityMatch match{filter, std::nullopt, &attributions};
    if (!filter.values.empty()) {
        auto fitting = attributions.with(filter.values);
        if (!fitting) {
            return fitting.error();
        }
        match.attributions = *std::move(fitting);
    }
    return match;
}

Outcome Activity::Private::name(ActivityCandidate &candidate)
{
    const auto attribution = attributions.of(candidate.attribution);
    const auto code = attributions.text(candidate.code);
    const auto reason = attributions.reason(candidate.row.reason);
    if (!attribution || !code || !reason) {
        return connection->error();
    }
    candidate.row.attribution = *attribution;
    candidate.row.code = *code;
    candidate.row.reason = *reason;
    return Done{};
}

Result<ActivityPage> Activity::Private::merge(std::vector<ActivityStretch> stretches, int limit)
{
    std::optional<ActivityCursor> floor; // above it nothing is missing
    std::vector<ActivityCandidate> all;
    for (ActivityStretch &stretch : stretches) {
        if (stretch.searchedTo && (!floor || isNewer(*stretch.searchedTo, *floor))) {
            floor = stretch.searchedTo;
        }
        std::move(stretch.rows.begin(), stretch.rows.end(), std::back_inserter(all));
    }
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return isNewer(a.row.place, b.row.place);
    });
    ActivityPage page;
    page.next = floor;
    for (ActivityCandidate &candidate : all) {
        if (floor && isNewer(*floor, candidate.row.place)) {
            break;
        }
        if (std::ssize(page.rows) == limit) {
            page.next = page.rows.back().place;
            break;
        }
        if (const Outcome named = name(candidate); !named) {
            return named.error();
        }
        page.rows.push_back(std::move(candidate.row));
    }
    return page;
}

Result<ActivityPage>
Activity::page(const ActivityFilter &filter, const std::optional<ActivityCursor> &before, int limit)
{
    const Result<ActivityMatch> match = d->match(filter);
    if (!match) {
        return match.error();
    }
    const int wanted = std::clamp(limit, 1, MostRows);
    std::vector<ActivityStretch> stretches;
    for (const ActivityStream &stream : streamsFor(*match)) {
        auto stretch = search(*d->connection, stream, *match, start(filter, before), wanted);
        if (!stretch) {
            return stretch.error();
        }
        stretches.push_back(*std::move(stretch));
    }
    return d->merge(std::move(stretches), wanted);
}

Result<ActivityCount> Activity::count(const ActivityFilter &filter)
{
    const Result<ActivityMatch> match = d->match(filter);
    if (!match) {
        return match.error();
    }
    ActivityCount total;
    qint64 patience = MostCounted;
    for (const ActivityStream &stream : streamsFor(*match)) {
        const auto part = countIn(*d->connection, stream, *match, above(filter.to), patience);
        if (!part) {
            return part.error();
        }
        total.calls += part->calls;
        total.isAtLeast = total.isAtLeast || part->isAtLeast;
    }
    return total;
}

Result<std::vector<QByteArray>> Activity::names(Dimension dimension)
{
    Statement names(
        *d->connection,
        u"SELECT text FROM name WHERE id <> 0 AND id IN "
        u"(SELECT %1 FROM attribution) ORDER BY text"_s.arg(Attributions::column(dimension)));
    std::vector<QByteArray> found;
    bool ok = names.run();
    while (ok && names.next()) {
        found.push_back(names.bytes(0));
    }
    if (!ok || !names.sawAll()) {
        return d->connection->error();
    }
    return found;
}

Result<std::vector<ActivityTag>> Activity::tags()
{
    Statement rows(*d->connection,
                   u"SELECT tags FROM tag_rollup WHERE granularity = 86400 "
                   u"ORDER BY slot DESC, tags DESC LIMIT %1"_s.arg(MostTagged));
    std::set<ActivityTag> found;
    bool ok = rows.run();
    while (ok && rows.next()) {
        const auto tags = d->attributions.tags(rows.integer(0));
        ok = tags.has_value();
        if (ok) {
            found.insert(tags->begin(), tags->end());
        }
    }
    if (!ok || !rows.sawAll()) {
        return d->connection->error();
    }
    return std::vector<ActivityTag>(found.begin(), found.end());
}

Result<std::optional<RequestStory>> Activity::story(const RequestId &id)
{
    return readStory(*d->connection, d->attributions, id);
}

} // namespace core
