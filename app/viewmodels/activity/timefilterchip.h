// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activityfilterchip.h"
#include "core/base/clock.h"

#include <QTimeZone>

#include <chrono>
#include <utility>
#include <variant>
#include <vector>

/// A filter for time: the last hours or days, or from one moment to another.
class TimeFilterChip : public ActivityFilterChip
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ActivityModel")

public:
    enum class Since : quint8 { Today, ThisMonth, Ever };
    /// What is offered, and how far back it reaches or where it begins.
    using Ranges = std::vector<std::pair<QString, std::variant<std::chrono::minutes, Since>>>;
    TimeFilterChip(const QString &name, const Ranges &ranges);

    /// As of which "the last hour" is meant, and the days of whom: those that were typed are days
    /// there from now on.
    void setNow(core::Time now, const QTimeZone &zone);
    [[nodiscard]] core::Time from() const; ///< Time::min(): any
    [[nodiscard]] core::Time to() const;   ///< not itself; Time::max(): any

    [[nodiscard]] QString rangeChoice() const override;
    /// Each "2026-11-21", "2026-11-21 08:30", "08:30" of today, or empty: open. A day counts whole.
    Q_INVOKABLE QString chooseRange(const QString &from, const QString &to) override;

private:
    [[nodiscard]] core::Time begin(Since since) const;
    [[nodiscard]] QString nameOf(core::Time from, core::Time to) const;

    std::vector<std::variant<std::chrono::minutes, Since>> m_begins;
    core::Time m_now{};
    QTimeZone m_zone;
    std::pair<QString, QString> m_typed;
    core::Time m_from = core::Time::min();
    core::Time m_to = core::Time::max();
};
