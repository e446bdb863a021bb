// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/jsonentry.h"

#include "core/base/money.h"

#include <QDate>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {
namespace {

/// A string stands for itself. A number reached us as a double, and the shortest text that gives
/// the same double is the decimal that was written, for up to 15 digits: a plausible price in
/// nano-dollars has at most 13.
QByteArray decimalText(const QJsonValue &value)
{
    return value.isDouble()
               ? QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest)
               : value.toString().toUtf8();
}

} // namespace

JsonEntry::JsonEntry(QJsonObject object, QString where)
    : m_object(std::move(object))
    , m_where(std::move(where))
{}

void JsonEntry::allowOnly(std::initializer_list<QLatin1StringView> keys)
{
    for (const QString &key : m_object.keys()) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            fail(key, u"is unknown"_s, u"Remove it, or correct its spelling."_s);
        }
    }
}

QString JsonEntry::text(QLatin1StringView key)
{
    QString text = m_object.value(key).toString().trimmed();
    if (text.isEmpty()) {
        fail(key, u"is missing or not a text"_s, u"Write it between quotes."_s);
    }
    return text;
}

QJsonArray JsonEntry::array(QLatin1StringView key)
{
    QJsonArray array = m_object.value(key).toArray();
    if (array.isEmpty()) {
        fail(key, u"is missing or not a list with something in it"_s, u"Write it in [ ]."_s);
    }
    return array;
}

qint64 JsonEntry::tokens(QLatin1StringView key)
{
    const qint64 tokens = m_object.value(key).toInteger(-1);
    if (tokens < 0) {
        fail(key, u"is missing or not a whole number"_s, u"Give a number of tokens."_s);
    }
    return tokens;
}

Time JsonEntry::day(QLatin1StringView key)
{
    const QDate date = QDate::fromString(text(key), Qt::ISODate);
    if (!date.isValid()) {
        fail(key, u"is not a date"_s, u"Write it as 2026-07-24."_s);
        return {};
    }
    return Time(std::chrono::milliseconds(date.startOfDay(Qt::UTC).toMSecsSinceEpoch()));
}

qint64 JsonEntry::dollars(QLatin1StringView key, std::optional<qint64> otherwise)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined()) {
        if (!otherwise) {
            fail(key, u"is missing"_s, u"Give US dollars per million tokens; 0 if it is free."_s);
        }
        return otherwise.value_or(0);
    }
    const auto money = Money::parse(decimalText(value));
    if (!money) {
        fail(key, u"is wrong: %1"_s.arg(money.error().message), money.error().remedy);
        return 0;
    }
    return money->nanos();
}

void JsonEntry::fail(const QString &key, const QString &what, const QString &remedy)
{
    keep(Error{ErrorCode::InvalidInput, u"%1: key \"%2\" %3."_s.arg(m_where, key, what), remedy});
}

void JsonEntry::keep(const std::optional<Error> &error)
{
    if (!m_error) {
        m_error = error;
    }
}

Rates readRates(JsonEntry &entry)
{
    Rates rates;
    rates.input = entry.dollars("input"_L1);
    rates.cachedInput = entry.dollars("cached_input"_L1, rates.input);
    rates.cacheWrite = entry.dollars("cache_write"_L1, rates.input);
    rates.output = entry.dollars("output"_L1);
    return rates;
}

std::optional<Money> readAudioMinute(JsonEntry &entry)
{
    constexpr auto Name = "per_audio_minute"_L1;
    return entry.has(Name) ? std::optional(Money::fromNanos(entry.dollars(Name))) : std::nullopt;
}

} // namespace core
