// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertquery.h"

#include "core/alerts/alertwords.h"
#include "core/alerts/spendspikes.h"
#include "core/base/jsonwriter.h"

#include <QDateTime>

#include <limits>

namespace core {
using namespace Qt::StringLiterals;

namespace {

Error wrong(const QByteArray &name, const QString &what, const QString &remedy)
{
    return {ErrorCode::InvalidInput,
            u"The query parameter %1 %2."_s.arg(QString::fromLatin1(name), what),
            remedy};
}

Outcome readFlag(const QByteArray &name, const QByteArray &value, bool &flag)
{
    if (value != "true" && value != "false") {
        return wrong(name,
                     u"is not true or false"_s,
                     u"Write %1=true, or leave it out."_s.arg(QString::fromLatin1(name)));
    }
    flag = value == "true";
    return Done{};
}

Outcome readTime(const QByteArray &name, const QByteArray &value, Time &time)
{
    const auto read = isoTimeFrom(QString::fromUtf8(value));
    if (!read) {
        return wrong(name, u"is no time"_s, u"Write it as 2026-11-01T08:00:00Z."_s);
    }
    time = *read;
    return Done{};
}

Outcome readNumber(const QByteArray &name, const QByteArray &value, qint64 most, qint64 &number)
{
    bool isNumber = false;
    number = value.toLongLong(&isNumber);
    return isNumber && number >= 1 && number <= most
               ? Outcome(Done{})
               : wrong(name, u"is no whole number from 1 to %1"_s.arg(most), u"Write one."_s);
}

Outcome readOne(const QByteArray &name, const QByteArray &value, AlertQuery &query)
{
    constexpr qint64 MostAtOnce = 1'000;
    qint64 number = 0;
    Outcome outcome = Done{};
    if (name == "budget") {
        query.filter.budgetId = value;
    } else if (name == "label") {
        query.filter.label = value;
    } else if (name == "hard") {
        return readFlag(name, value, query.filter.onlyHard);
    } else if (name == "open") {
        return readFlag(name, value, query.filter.onlyOpen);
    } else if (name == "from") {
        return readTime(name, value, query.filter.from);
    } else if (name == "to") {
        return readTime(name, value, query.filter.to);
    } else if (name == "limit") {
        outcome = readNumber(name, value, MostAtOnce, number);
        query.limit = static_cast<int>(number);
    } else if (name == "before") {
        outcome = readNumber(name, value, std::numeric_limits<qint64>::max(), number);
        query.before = number;
    }
    return outcome;
}

QByteArray alertJson(const StoredAlert &alert)
{
    constexpr const char *Units[] = {"usd", "tokens", "requests"};
    const AlertRecord &record = alert.record;
    JsonWriter json;
    json.number("id", alert.position)
        .text("at", isoTimeText(record.at))
        .text("budget", record.budgetId)
        .text("label", record.label)
        .raw("mark", QByteArray::number(record.mark / 1e6))
        .boolean("hard", record.hard);
    if (isSpike(record)) {
        json.text("unit", Units[static_cast<std::size_t>(Unit::Usd)])
            .money("spent", Money::fromNanos(record.settled))
            .money("usual", Money::fromNanos(record.limit))
            .text("hour", isoTimeText(record.window.begins));
    } else if (alert.budget) {
        const bool isMoney = alert.budget->unit == Unit::Usd;
        const auto amount = [&](const char *name, qint64 value) {
            isMoney ? json.money(name, Money::fromNanos(value)) : json.number(name, value);
        };
        json.text("unit", Units[static_cast<std::size_t>(alert.budget->unit)]);
        amount("spent", record.settled);
        amount("limit", record.limit);
    }
    json.boolean("acknowledged", alert.acknowledged)
        .text("sentence", alertSentence(alert).toUtf8());
    return json.toJson();
}

} // namespace

Result<AlertQuery> alertQueryFrom(const std::vector<std::pair<QByteArray, QByteArray>> &parameters)
{
    AlertQuery query;
    for (const auto &[name, value] : parameters) {
        if (const Outcome read = readOne(name, value, query); !read) {
            return read.error();
        }
    }
    return query;
}

const QByteArrayList &alertParameters()
{
    static const QByteArrayList names{
        "budget", "label", "hard", "open", "from", "to", "before", "limit"};
    return names;
}

QByteArray alertPageJson(const AlertPage &page)
{
    QByteArrayList list;
    for (const StoredAlert &alert : page.alerts) {
        list += alertJson(alert);
    }
    JsonWriter json;
    json.raw("alerts", '[' + list.join(',') + ']');
    page.next ? json.number("next", *page.next) : json.null("next");
    return json.toJson();
}

std::optional<Time> isoTimeFrom(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime) {
        return std::nullopt;
    }
    return Time(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QByteArray isoTimeText(Time time)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(ms.count(), Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toLatin1();
}

} // namespace core
