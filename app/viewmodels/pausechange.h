// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// A pause, or its end, that can be taken back: of one tenant, or of all.
struct PauseChange
{
    QByteArray tenant; ///< empty: all
    bool paused = false;

    [[nodiscard]] PauseChange reversed() const { return {tenant, !paused}; }
    [[nodiscard]] QString text() const; ///< "research: paused"
    /// What a refusal of it goes by.
    [[nodiscard]] QByteArray refusedAs() const { return tenant.isEmpty() ? "Pause" : tenant; }
};
