// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertwords.h"

#include "core/alerts/spendspikes.h"

#include <QDateTime>
#include <QLocale>

namespace core {
using namespace Qt::StringLiterals;

namespace {

/// The sentences' own, whatever the desktop's is.
QLocale english()
{
    return {QLocale::English, QLocale::UnitedStates};
}

QString capName(const Window &window)
{
    switch (window.kind) {
    case WindowKind::Lifetime:
        return u"cap"_s;
    case WindowKind::Rolling:
        return QString::fromLatin1(window.toText().mid(sizeof("rolling:") - 1)) + u" rolling cap"_s;
    case WindowKind::Hour:
        return u"hourly cap"_s;
    case WindowKind::Day:
        return u"daily cap"_s;
    case WindowKind::Week:
        return u"weekly cap"_s;
    case WindowKind::Month:
        return u"monthly cap"_s;
    }
    return {};
}

/// Two decimals; more where these would hide what it is.
QString dollars(qint64 nanos)
{
    constexpr qint64 Cent = 10'000'000;
    if (nanos % Cent != 0 && nanos < Money::NanosPerDollar) {
        return u'$' + QString::fromLatin1(Money::fromNanos(nanos).toDecimal());
    }
    const qint64 cents = nanos / Cent;
    return u"$%1.%2"_s.arg(english().toString(cents / 100),
                           QString::number(cents % 100).rightJustified(2, u'0'));
}

QString amount(qint64 value, Unit unit)
{
    switch (unit) {
    case Unit::Usd:
        return dollars(value);
    case Unit::Tokens:
        return english().toString(value) + u" tokens"_s;
    case Unit::Requests:
        return english().toString(value) + u" requests"_s;
    }
    return {};
}

QString percent(int mark)
{
    return QString::number(mark / 10'000.0, 'g', 6) + u" %"_s;
}

QString spikeSentence(const AlertRecord &record)
{
    const auto begins = std::chrono::floor<std::chrono::seconds>(record.window.begins);
    const QDateTime hour =
        QDateTime::fromSecsSinceEpoch(begins.time_since_epoch().count(), Qt::UTC);
    return u"%1 spent far more than usual: %2 in the hour from %3 UTC, usually %4."_s.arg(
        alertSubject(record.label),
        dollars(record.settled),
        hour.toString(u"yyyy-MM-dd HH:mm"_s),
        dollars(record.limit));
}

} // namespace

QString alertSubject(const QByteArray &label)
{
    if (label.isEmpty()) {
        return u"all tenants"_s;
    }
    QString text = QString::fromUtf8(label);
    text = text.startsWith("tenant:"_L1) ? text.mid(7) : text;
    return text.replace(u':', u' ').replace(u',', u", "_s);
}

QString alertSentence(const StoredAlert &alert)
{
    const AlertRecord &record = alert.record;
    if (isSpike(record)) {
        return spikeSentence(record);
    }
    const QString cap = alert.budget ? capName(alert.budget->window) : u"cap, since deleted"_s;
    QString text = record.hard ? u"%1 reached the %2"_s.arg(alertSubject(record.label), cap)
                               : u"%1 passed %2 of the %3"_s.arg(
                                     alertSubject(record.label), percent(record.mark), cap);
    if (record.label.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    if (alert.budget) {
        const Unit unit = alert.budget->unit;
        text += u": %1 of %2"_s.arg(amount(record.settled, unit), amount(record.limit, unit));
    }
    return text + u'.';
}

} // namespace core
