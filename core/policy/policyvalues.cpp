// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policyvalues.h"

#include "core/base/money.h"
#include "core/policy/policy.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

namespace core::policyvalues {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 LargestMultiplier = 1'000;
constexpr int HoursADay = 24;
constexpr int MinutesAnHour = 60;
constexpr std::array Days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

Error invalid(const QString &message, const QString &remedy)
{
    return {ErrorCode::InvalidInput, message, remedy};
}
} // namespace

Result<QByteArray> text(QByteArrayView value)
{
    constexpr qsizetype Longest = 300; ///< a sentence
    if (value.trimmed().isEmpty() || value.size() > Longest) {
        return invalid(u"is empty or too long"_s, u"Give a text of 1 to 300 bytes."_s);
    }
    return value.toByteArray();
}

Result<QByteArray> zone(QByteArrayView value)
{
    if (!QTimeZone::isTimeZoneIdAvailable(value.toByteArray())) {
        return invalid(u"is not a time zone"_s, u"Give an IANA name such as Europe/Berlin."_s);
    }
    return value.toByteArray();
}

Result<qint64> multiplier(QByteArrayView value)
{
    const Result<Money> number = Money::parse(value);
    const qint64 millionths = number.ok() ? number->nanos() / 1'000 : 0;
    if (millionths <= 0 || millionths > LargestMultiplier * PolicyRule::One) {
        return invalid(u"is not a multiplier"_s, u"Give a number above 0 and up to 1000."_s);
    }
    return millionths;
}

Result<std::chrono::minutes> timeOfDay(QByteArrayView value)
{
    const QList<QByteArray> parts = value.toByteArray().split(':');
    bool hourOk = false;
    bool minuteOk = false;
    const int hour = parts.value(0).toInt(&hourOk);
    const int minute = parts.value(1).toInt(&minuteOk);
    const bool within = hour >= 0 && minute >= 0 && minute < MinutesAnHour &&
                        (hour * MinutesAnHour) + minute <= HoursADay * MinutesAnHour;
    if (parts.size() != 2 || !hourOk || !minuteOk || !within) {
        return invalid(u"is not a time of day"_s, u"Give hours and minutes, for example 08:30."_s);
    }
    return std::chrono::minutes((hour * MinutesAnHour) + minute);
}

Result<int> day(QByteArrayView value)
{
    const auto it = std::ranges::find_if(Days, [&](const char *name) { return value == name; });
    if (it == Days.end()) {
        return invalid(u"is not a day"_s, u"Give mon, tue, wed, thu, fri, sat or sun."_s);
    }
    return static_cast<int>(it - Days.begin());
}

} // namespace core::policyvalues
