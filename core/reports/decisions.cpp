// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/decisions.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Of 5,000 entries each, 10 ms: whoever asks gets an answer, or a place to go on, in a second.
constexpr int MostLooks = 100;
constexpr qint64 MostRows = 1'000;
/// What a report takes and a list of decisions does not.
constexpr std::array<QByteArrayView, 5> NotHere{"by", "per", "threshold", "revenue", "offset"};

Error wrong(const QByteArray &name, const QString &why, const QString &remedy)
{
    return {ErrorCode::InvalidInput, u"%1 %2."_s.arg(QString::fromLatin1(name), why), remedy};
}

Outcome readOutcomes(const QByteArray &text, ActivityFilter &filter)
{
    for (const QByteArray &name : text.split(',')) {
        const std::optional<CallOutcome> outcome = outcomeFromName(name.trimmed());
        if (!outcome) {
            return wrong("outcome",
                         u"\"%1\" is unknown"_s.arg(QString::fromUtf8(name.left(32))),
                         u"Write outcome=refused or outcome=clamped,downgraded."_s);
        }
        filter.outcomes.push_back(*outcome);
    }
    return Done{};
}

Outcome readTag(const QByteArray &text, ActivityFilter &filter)
{
    const qsizetype end = text.indexOf(':');
    if (end < 1) {
        return wrong(
            "tag", u"names no tag and its value"_s, u"Write tag=project:search, as scopes do."_s);
    }
    filter.tags.emplace_back(text.left(end), text.mid(end + 1));
    return Done{};
}

std::optional<ActivityCursor> cursorFrom(const QByteArray &text)
{
    const QByteArrayList parts = text.split('.');
    if (parts.size() != 3) {
        return std::nullopt;
    }
    bool isTime = false;
    bool isAttempt = false;
    const qint64 at = parts.at(0).toLongLong(&isTime);
    const int attempt = parts.at(2).toInt(&isAttempt);
    const std::optional<RequestId> id = RequestId::fromText(parts.at(1));
    return isTime && isAttempt && id
               ? std::optional(ActivityCursor{Time(Duration(at)), *id, attempt})
               : std::nullopt;
}

template <class Value>
Outcome put(const std::optional<Value> &value, std::optional<Value> &target, const Error &error)
{
    target = value;
    return value ? Outcome(Done{}) : Outcome(error);
}

/// Nothing when the parameter is not one of a decision list's own.
std::optional<Outcome> readOwn(const QueryParameter &parameter, DecisionQuery &query)
{
    const auto &[name, value] = parameter;
    if (name == "outcome") {
        return readOutcomes(value, query.filter);
    }
    if (name == "rule" || name == "budget") {
        (name == "rule" ? query.filter.rule : query.filter.budget) = value;
        return value.isEmpty() ? wrong(name, u"is empty"_s, u"Name one, or leave it out."_s)
                               : Outcome(Done{});
    }
    if (name == "tag") {
        return readTag(value, query.filter);
    }
    if (name == "request") {
        return put(RequestId::fromText(value),
                   query.filter.id,
                   wrong(name, u"is no request id"_s, u"Write req- and 32 hex digits."_s));
    }
    if (name == "before") {
        return put(cursorFrom(value),
                   query.before,
                   wrong(name, u"is no place in the list"_s, u"Give the \"next\" of a page."_s));
    }
    return std::nullopt;
}

bool isIn(const auto &names, const QByteArray &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

Outcome readRange(std::vector<QueryParameter> parameters, Time now, DecisionQuery &query)
{
    const bool isLimited = std::any_of(
        parameters.begin(), parameters.end(), [](const auto &one) { return one.first == "limit"; });
    const auto range = reportQueryFrom("decisions", std::move(parameters), now);
    if (!range) {
        return range.error();
    }
    query.filter.from = range->from;
    query.filter.to = range->to;
    query.filter.values = range->filter;
    if (isLimited) {
        if (range->limit < 1 || range->limit > MostRows) {
            return wrong("limit", u"is not between 1 and 1,000"_s, u"Write limit=100."_s);
        }
        query.limit = static_cast<int>(range->limit);
    }
    return Done{};
}
} // namespace

const std::vector<QByteArray> &decisionParameters()
{
    static const std::vector<QByteArray> names = [] {
        std::vector<QByteArray> all{"outcome", "rule", "budget", "request", "before"};
        std::copy_if(reportParameters().begin(),
                     reportParameters().end(),
                     std::back_inserter(all),
                     [](const QByteArray &name) { return !isIn(NotHere, name); });
        return all;
    }();
    return names;
}

Result<DecisionQuery> decisionQueryFrom(std::vector<QueryParameter> parameters, Time now)
{
    DecisionQuery query;
    std::vector<QueryParameter> range;
    std::sort(parameters.begin(), parameters.end());
    QByteArray previous;
    for (QueryParameter &parameter : parameters) {
        const QByteArray name = parameter.first;
        if (name == previous) {
            return wrong(name, u"is given twice"_s, u"Give it once."_s);
        }
        previous = name;
        if (!isIn(decisionParameters(), name)) {
            const QByteArrayList known(decisionParameters().begin(), decisionParameters().end());
            return wrong(name.left(64),
                         u"is unknown here"_s,
                         u"There are: %1."_s.arg(QString::fromLatin1(known.join(", "))));
        }
        if (const std::optional<Outcome> own = readOwn(parameter, query); !own) {
            range.push_back(std::move(parameter));
        } else if (!*own) {
            return own->error();
        }
    }
    if (const Outcome read = readRange(std::move(range), now, query); !read) {
        return read.error();
    }
    return query;
}

Result<ActivityPage> readDecisions(Activity &activity, const DecisionQuery &query)
{
    ActivityPage all;
    all.next = query.before;
    for (int look = 0; look < MostLooks; ++look) {
        const int missing = query.limit - static_cast<int>(all.rows.size());
        auto page = activity.page(query.filter, all.next, missing);
        if (!page) {
            return page.error();
        }
        std::move(page->rows.begin(), page->rows.end(), std::back_inserter(all.rows));
        all.next = page->next;
        if (!all.next || std::ssize(all.rows) >= query.limit) {
            break;
        }
    }
    return all;
}

QByteArray cursorText(const std::optional<ActivityCursor> &cursor)
{
    if (!cursor) {
        return {};
    }
    return QByteArray::number(qint64{cursor->at.time_since_epoch().count()}) + '.' +
           cursor->id.toText() + '.' + QByteArray::number(cursor->attempt);
}

} // namespace core
