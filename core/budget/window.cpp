// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/window.h"

#include "core/budget/calendar.h"

#include <array>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds ShortestRolling = 1min; // a slot is then one second
constexpr std::chrono::seconds LongestRolling = 24h * 366;

constexpr std::array<QByteArrayView, 6> KindNames{
    "lifetime", "rolling", "hour", "day", "week", "month"};
constexpr std::array<QByteArrayView, 7> DayNames{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

QString quoted(QByteArrayView text)
{
    return u'"' + QString::fromUtf8(text) + u'"';
}

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidInput,
            message,
            u"Write lifetime, rolling:24h, rolling:90m, hour, day, week, week:sunday or month, "
            "where needed with a zone as in day@Europe/Berlin."_s};
}

template <std::size_t N>
std::optional<int> indexOf(const std::array<QByteArrayView, N> &names, QByteArrayView name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) {
            return static_cast<int>(i);
        }
    }
    return std::nullopt;
}

std::optional<std::chrono::seconds> parseLength(QByteArrayView text)
{
    constexpr QByteArrayView Letters = "smhd";
    constexpr std::array<std::chrono::seconds, 4> Units{1s, 1min, 1h, 24h};
    // Nine digits cannot overflow, even as days.
    if (text.size() < 2 || text.size() > 10 || !Letters.contains(text.back())) {
        return std::nullopt;
    }
    qint64 count = 0;
    for (const char c : text.chopped(1)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        count = count * 10 + (c - '0');
    }
    return count * Units[static_cast<std::size_t>(Letters.indexOf(text.back()))];
}

QByteArray lengthText(std::chrono::seconds length)
{
    if (length % 1h == 0s) {
        return QByteArray::number(qint64(length / 1h)) + 'h';
    }
    if (length % 1min == 0s) {
        return QByteArray::number(qint64(length / 1min)) + 'm';
    }
    return QByteArray::number(qint64(length.count())) + 's';
}

/// Reads what stands behind the kind's colon; false when it does not belong there.
bool parseDetail(Window &window, QByteArrayView detail)
{
    if (window.kind == WindowKind::Rolling) {
        const auto length = parseLength(detail);
        window.length = length.value_or(0s);
        return length.has_value();
    }
    const auto day = indexOf(DayNames, detail);
    if (window.kind != WindowKind::Week || !day) {
        return false;
    }
    window.weekStart = static_cast<Qt::DayOfWeek>(*day + 1);
    return true;
}

bool isCalendar(WindowKind kind)
{
    return kind != WindowKind::Lifetime && kind != WindowKind::Rolling;
}

} // namespace

Result<Window> Window::parse(QByteArrayView text)
{
    const qsizetype at = text.indexOf('@');
    const QByteArrayView period = at < 0 ? text : text.first(at);
    const qsizetype colon = period.indexOf(':');
    const auto kind = indexOf(KindNames, colon < 0 ? period : period.first(colon));
    if (!kind) {
        return invalid(u"The window %1 is not known."_s.arg(quoted(text)));
    }
    Window window;
    window.kind = static_cast<WindowKind>(*kind);
    const bool needsDetail = window.kind == WindowKind::Rolling;
    if ((colon < 0 && needsDetail) ||
        (colon >= 0 && !parseDetail(window, period.sliced(colon + 1)))) {
        return invalid(u"The window %1 has no readable length or first day."_s.arg(quoted(text)));
    }
    if (at >= 0) {
        if (!isCalendar(window.kind) || at + 1 == text.size()) {
            return invalid(u"The window %1 cannot have that zone."_s.arg(quoted(text)));
        }
        const QByteArray zone = text.sliced(at + 1).toByteArray();
        window.zone = zone == "UTC" ? QByteArray() : zone;
    }
    const Outcome outcome = window.validate();
    return outcome ? Result<Window>(window) : outcome.error();
}

QByteArray Window::toText() const
{
    QByteArray text = KindNames[static_cast<std::size_t>(kind)].toByteArray();
    if (kind == WindowKind::Rolling) {
        text += ':' + lengthText(length);
    } else if (kind == WindowKind::Week && weekStart != Qt::Monday) {
        text += ':' + DayNames[static_cast<std::size_t>(weekStart - 1)].toByteArray();
    }
    return zone.isEmpty() ? text : text + '@' + zone;
}

Outcome Window::validate() const
{
    if (kind == WindowKind::Rolling && (length < ShortestRolling || length > LongestRolling)) {
        return invalid(u"A rolling window is 1 minute to 366 days long, not %1."_s.arg(
            QString::fromLatin1(lengthText(length))));
    }
    if (weekStart < Qt::Monday || weekStart > Qt::Sunday) {
        return invalid(u"A week starts on one of seven days."_s);
    }
    if (!zone.isEmpty() && (!isCalendar(kind) || !QTimeZone(zone).isValid())) {
        return invalid(u"The time zone %1 is not known to this machine."_s.arg(quoted(zone)));
    }
    return Done{};
}

Span Window::spanAt(Time t) const
{
    switch (kind) {
    case WindowKind::Lifetime:
        return {};
    case WindowKind::Rolling: {
        const Time begins = slotBegin(slotAt(t));
        return {begins, begins + slotLength()};
    }
    case WindowKind::Hour:
        return calendarHour(zone, t);
    case WindowKind::Day:
    case WindowKind::Week:
    case WindowKind::Month:
        break;
    }
    return calendarDays(*this, t);
}

Duration Window::slotLength() const
{
    const Duration whole = std::max<Duration>(length, ShortestRolling);
    return (whole + Duration(RollingSlots - 1)) / RollingSlots;
}

qint64 Window::slotAt(Time t) const
{
    const qint64 width = slotLength().count();
    const qint64 micros = t.time_since_epoch().count();
    return micros >= 0 ? micros / width : -((-micros + width - 1) / width);
}

Time Window::slotBegin(qint64 slot) const
{
    return Time(slotLength() * slot);
}

} // namespace core
