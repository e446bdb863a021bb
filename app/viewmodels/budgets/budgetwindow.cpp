// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of BudgetForm that says over what a budget counts.
#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/budgets/budgetform.h"
#include "app/viewmodels/formatting.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using core::WindowKind;

namespace {

constexpr std::array Windows{WindowKind::Hour,
                             WindowKind::Day,
                             WindowKind::Week,
                             WindowKind::Month,
                             WindowKind::Lifetime,
                             WindowKind::Rolling};
constexpr int DaysOfWeek = 7;

} // namespace

core::WindowKind BudgetForm::kind() const
{
    return Windows.at(static_cast<std::size_t>(m_window));
}

QStringList BudgetForm::windows() const
{
    return {tr("hour"),
            tr("day"),
            tr("week"),
            tr("month"),
            tr("total"),
            //: a window that moves on: the last 24 hours at any time
            tr("rolling")};
}

QStringList BudgetForm::weekDays() const
{
    QStringList days;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        days += formatting::language().standaloneDayName(day);
    }
    return days;
}

void BudgetForm::showWindow(const core::Window &window)
{
    const auto kind = std::ranges::find(Windows, window.kind);
    m_window = static_cast<int>(kind - Windows.begin());
    m_length = window.kind == WindowKind::Rolling
                   ? QString::fromUtf8(window.toText()).section(u':', 1)
                   : u"24h"_s;
    m_weekStart = window.weekStart - Qt::Monday;
    const QByteArray zone = window.zone.isEmpty() ? "UTC"_ba : window.zone;
    m_typedZone = isCalendar() && zone != m_zone ? QString::fromUtf8(zone) : QString();
}

core::Result<core::Window> BudgetForm::readWindow() const
{
    core::Window window;
    window.kind = kind();
    if (isCalendar()) {
        const QByteArray typed = m_typedZone.trimmed().toUtf8();
        window.zone = typed.isEmpty() ? m_zone : typed;
        if (m_before && m_before->window.zone.isEmpty() && window.zone == "UTC"_ba) {
            window.zone.clear(); // the same one; with another name it would be counted anew
        }
    }
    if (isWeekly()) {
        window.weekStart =
            static_cast<Qt::DayOfWeek>(std::clamp(m_weekStart, 0, DaysOfWeek - 1) + Qt::Monday);
    }
    if (isRolling()) {
        const auto read = core::Window::parse("rolling:" + m_length.trimmed().toUtf8());
        if (!read.ok()) {
            return core::Error{
                core::ErrorCode::InvalidInput,
                tr("“%1” is no length of time.").arg(m_length.trimmed()),
                tr("Write minutes, hours or days, like 90m, 24h or 7d, at most 366d.")};
        }
        window.length = read->length;
    }
    return window;
}

QString BudgetForm::windowText(const core::Window &window) const
{
    if (window.kind == WindowKind::Lifetime) {
        return tr("in total");
    }
    return window.kind == WindowKind::Rolling
               ? tr("in any %1", "24 h").arg(windowName(window))
               : tr("per %1", "hour, day, week or month").arg(windows().at(m_window));
}
