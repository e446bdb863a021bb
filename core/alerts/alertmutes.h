// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"

#include <map>
#include <optional>

namespace core {

/// Nobody is told of a budget's crossings in [since, until); they are kept all the same.
struct AlertMute
{
    QByteArray budgetId; ///< empty: every budget
    Time since{};
    Time until{}; ///< Time::max(): until a person takes it away

    friend bool operator==(const AlertMute &, const AlertMute &) = default;
};

/// What is muted, as settings of the ledger keep it.
class AlertMutes
{
public:
    /// False when this setting is about something else.
    bool restore(const SettingRecord &setting);
    /// Replaces an earlier one of the same budget.
    void put(const AlertMute &mute);
    void remove(const QByteArray &budgetId);

    /// Whether a crossing of that time was muted.
    [[nodiscard]] bool covers(const QByteArray &budgetId, Time at) const;
    [[nodiscard]] std::vector<AlertMute> inForce(Time now) const;

    // How the ledger keeps it; an empty value takes it away:
    [[nodiscard]] static SettingRecord setting(const AlertMute &mute);
    [[nodiscard]] static SettingRecord removal(const QByteArray &budgetId);

private:
    std::map<QByteArray, AlertMute> m_mutes; ///< by budget
};

} // namespace core
