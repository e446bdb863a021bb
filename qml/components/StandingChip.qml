// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// How a tenant stands, as icon and word; nothing when it is calm.
Chip {
    required property int standing

    visible: standing !== Standing.Calm
    glyph: standing === Standing.Paused ? "pause" : standing === Standing.Full ? "over" : "warning"
    ink: standing === Standing.Paused ? Theme.colors.paused
         : standing === Standing.Full ? Theme.colors.over : Theme.colors.near
    paper: standing === Standing.Paused ? Theme.colors.pausedSoft
           : standing === Standing.Full ? Theme.colors.overSoft : Theme.colors.nearSoft
}
