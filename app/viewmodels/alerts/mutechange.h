// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QString>
#include <QTimeZone>

#include <optional>

/// A mute of one budget's alerts, or of all, that can be taken back. No `before`: they were told;
/// no `after`: they are told again.
struct MuteChange
{
    QByteArray budgetId; ///< empty: every budget
    QString title;       ///< "research, daily cap", "Every budget"
    QTimeZone zone;
    std::optional<core::Time> before{}; ///< until when
    std::optional<core::Time> after{};

    [[nodiscard]] MuteChange reversed() const { return {budgetId, title, zone, after, before}; }
    /// "research, daily cap: muted until 21 Nov 18:00".
    [[nodiscard]] QString text() const;
    /// What a refusal of it goes by.
    [[nodiscard]] static QByteArray refusedAs() { return "Mute"; }
};
