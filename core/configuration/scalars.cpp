// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/scalars.h"

#include "core/budget/budget.h"

#include <QUrl>

#include <algorithm>

namespace core::scalars {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestName = 200;
constexpr qsizetype LongestUrl = 2048;
constexpr qsizetype LongestQuote = 60;

Error wrong(const QString &message, const QString &remedy)
{
    return Error{ErrorCode::InvalidInput, message, remedy};
}

bool isGraphic(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c != '\x7f'; });
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool isIpv4(QByteArrayView text)
{
    const QList<QByteArray> parts = text.toByteArray().split('.');
    return parts.size() == 4 && std::ranges::all_of(parts, [](const QByteArray &part) {
               const bool leadingZero = part.size() > 1 && part.startsWith('0');
               return part.size() <= 3 && !leadingZero && whole(part, 0, 255).ok();
           });
}

/// QHostAddress would know, but core has no network; QUrl checks the same in brackets.
bool isIpv6(QByteArrayView text)
{
    const bool characters = std::ranges::all_of(
        text, [](char c) { return c == ':' || c == '.' || (isWordCharacter(c) && c != '_'); });
    const QByteArray url = "http://[" + text.toByteArray() + "]/";
    return characters && text.contains(':') && QUrl::fromEncoded(url, QUrl::StrictMode).isValid();
}

Result<qint64> rate(QByteArrayView text, qint64 scale, const QString &unit)
{
    const QString remedy = u"Give a decimal number from 0 to %1 %2, like 0.15."_s
                               .arg(DearestDollarsPerMillion * scale / 1'000'000)
                               .arg(unit);
    const Result<Money> amount = Money::parse(text);
    if (!amount || *amount < Money()) {
        return wrong(u"is not a number of "_s + unit, remedy);
    }
    const Money dearest = Money::fromDollars(DearestDollarsPerMillion * scale / 1'000'000);
    if (*amount > dearest) {
        return wrong(u"is too many "_s + unit, remedy);
    }
    return amount->nanos() * (1'000'000 / scale);
}

} // namespace

Result<qint64> whole(QByteArrayView text, qint64 least, qint64 most)
{
    const QString remedy = u"Give a whole number from %1 to %2."_s.arg(least).arg(most);
    // toLongLong takes a sign and blanks around; a number in a configuration has neither.
    const bool digits =
        !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    if (!digits) {
        return wrong(u"is not a whole number"_s, remedy);
    }
    if (!fits || number < least || number > most) {
        return wrong(u"is out of range"_s, remedy);
    }
    return number;
}

Result<quint16> port(QByteArrayView text)
{
    const Result<qint64> number = whole(text, 0, 65535);
    if (!number) {
        return wrong(u"is not a port"_s, number.error().remedy);
    }
    return static_cast<quint16>(*number);
}

Result<std::chrono::milliseconds> milliseconds(QByteArrayView text)
{
    constexpr qint64 OneHour = 3'600'000;
    const Result<qint64> number = whole(text, 1, OneHour);
    if (!number) {
        return wrong(u"is not a number of milliseconds up to one hour"_s, number.error().remedy);
    }
    return std::chrono::milliseconds(*number);
}

Result<qint64> dollarsPerMillion(QByteArrayView text)
{
    return rate(text, 1'000'000, u"dollars per million tokens"_s);
}

Result<qint64> dollarsPerThousand(QByteArrayView text)
{
    return rate(text, 1'000, u"dollars per thousand tokens"_s);
}

Result<Money> dollars(QByteArrayView text)
{
    Result<Money> amount = Money::parse(text);
    if (!amount || *amount < Money()) {
        return wrong(u"is not an amount of dollars"_s,
                     u"Give a decimal number, zero or more, like 0.002."_s);
    }
    return amount;
}

Result<Money> positiveDollars(QByteArrayView text)
{
    Result<Money> amount = Money::parse(text);
    if (!amount || *amount <= Money()) {
        return wrong(u"is not an amount of dollars above zero"_s,
                     u"Give a decimal number above 0 and below 9 billion, like 25.50."_s);
    }
    return amount;
}

Result<int> fraction(QByteArrayView text)
{
    constexpr qint64 NanosPerPart = Money::NanosPerDollar / Budget::Whole;
    const Result<Money> number = Money::parse(text);
    if (!number || *number < Money() || *number > Money::fromDollars(1) ||
        number->nanos() % NanosPerPart != 0) {
        return wrong(u"is not a fraction from 0 to 1"_s,
                     u"Give a decimal number with at most six decimals, like 0.8."_s);
    }
    return static_cast<int>(number->nanos() / NanosPerPart);
}

Result<QByteArray> address(QByteArrayView text)
{
    if (!isIpv4(text) && !isIpv6(text)) {
        return wrong(u"is not an IP address"_s,
                     u"Give one like 127.0.0.1 (this machine only), 0.0.0.0 or ::1."_s);
    }
    return text.toByteArray();
}

Result<QByteArray> httpUrl(QByteArrayView text)
{
    const QUrl url = QUrl::fromEncoded(text.toByteArray(), QUrl::StrictMode);
    const bool http = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (text.size() > LongestUrl || !isGraphic(text) || !url.isValid() || !http ||
        url.host().isEmpty() || url.port() == 0) {
        return wrong(u"is not an http address"_s, u"Give one like http://localhost:8000/v1."_s);
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return wrong(u"has a user, a query or a fragment"_s,
                     u"Give the address alone; a key belongs into a variable (api_key_env)."_s);
    }
    QByteArray encoded = url.toEncoded();
    while (encoded.endsWith('/')) {
        encoded.chop(1);
    }
    return encoded;
}

Result<QByteArray> name(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > LongestName || !isGraphic(text)) {
        return wrong(u"is not a name"_s, u"Give 1 to 200 ASCII characters without blanks."_s);
    }
    return text.toByteArray();
}

Result<QByteArray> variableName(QByteArrayView text)
{
    const bool startsWithDigit = !text.isEmpty() && text.front() >= '0' && text.front() <= '9';
    if (text.isEmpty() || startsWithDigit || !std::ranges::all_of(text, isWordCharacter)) {
        return wrong(u"is not the name of an environment variable"_s,
                     u"Give letters, digits and _, like OPENAI_API_KEY; never the key itself."_s);
    }
    return text.toByteArray();
}

Result<QByteArray> routePath(QByteArrayView text)
{
    if (!text.startsWith('/') || !name(text)) {
        return wrong(u"is not a route"_s, u"Give a path like /answer-routed."_s);
    }
    return text.toByteArray();
}

QString quoted(QByteArrayView text)
{
    QString shown = QString::fromUtf8(text);
    const qsizetype at = shown.lastIndexOf(u'@');
    if (at >= 0) {
        shown.replace(0, at, u"*****"_s);
    }
    if (shown.size() > LongestQuote) {
        shown = shown.left(LongestQuote) + u"..."_s;
    }
    for (QChar &c : shown) {
        if (!c.isPrint()) {
            c = u'?';
        }
    }
    return u'"' + shown + u'"';
}

} // namespace core::scalars
