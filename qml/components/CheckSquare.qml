// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// The square of a check box.
Rectangle {
    id: root

    property bool on: false
    property bool hasFocus: false

    color: root.on ? Theme.colors.accent : Theme.colors.window
    height: 18
    radius: 4
    width: 18
    border {
        width: root.on ? 0 : 1
        color: Theme.colors.control
    }

    Glyph {
        anchors.centerIn: parent
        color: Theme.colors.accentInk
        height: 14
        name: "check"
        visible: root.on
        width: 14
    }
    FocusRing {
        around: 4
        visible: root.hasFocus
    }
}
