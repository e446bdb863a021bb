// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearance/windowappearance.h"

#include "app/desktop.h"
#include "app/viewmodels/displaycurrency.h"

namespace app {

using core::Appearance;

namespace {

Desktop::Scheme schemeFor(Appearance::Scheme chosen, SystemAppearance::Scheme system)
{
    switch (chosen) {
    case Appearance::Scheme::Light:
        return Desktop::Scheme::Light;
    case Appearance::Scheme::Dark:
        return Desktop::Scheme::Dark;
    case Appearance::Scheme::System:
        break;
    }
    switch (system) {
    case SystemAppearance::Scheme::Light:
        return Desktop::Scheme::Light;
    case SystemAppearance::Scheme::Dark:
        return Desktop::Scheme::Dark;
    case SystemAppearance::Scheme::Unknown:
        break;
    }
    return Desktop::Scheme::System; // by the palette of the platform's theme
}

} // namespace

WindowAppearance::WindowAppearance(Desktop &desktop,
                                   const SystemAppearance &system,
                                   QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_system(system)
{
    connect(m_desktop.controlCentre().settings(),
            &SettingsModel::appearanceChanged,
            this,
            &WindowAppearance::refresh);
    connect(&m_system, &SystemAppearance::changed, this, &WindowAppearance::refresh);
    refresh();
}

void WindowAppearance::refresh()
{
    const Appearance &chosen = m_desktop.controlCentre().settings()->owner().appearance;
    m_desktop.setScheme(schemeFor(chosen.scheme, m_system.scheme()));
    m_desktop.setReducedMotion(chosen.motion == Appearance::Motion::System
                                   ? m_system.isMotionReduced()
                                   : chosen.motion == Appearance::Motion::Reduced);
    if (displaycurrency::use(chosen.currency)) {
        m_desktop.controlCentre().retell();
    }
    m_desktop.setTextSize(static_cast<int>(chosen.textSize));
}

} // namespace app
