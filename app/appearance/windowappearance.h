// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/appearance/systemappearance.h"

class Desktop;

namespace app {

/// The window looks as the owner chose, or as the desktop does, and follows both. Main thread.
class WindowAppearance : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    WindowAppearance(Desktop &desktop, const SystemAppearance &system, QObject *parent = nullptr);

private:
    void refresh();

    Desktop &m_desktop;
    const SystemAppearance &m_system;
};

} // namespace app
