// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan

// 2 px of accent, 1 px away from what has the focus.
Rectangle {
    property real around: Theme.controlRadius

    anchors {
        fill: parent
        margins: -3
    }
    color: "transparent"
    radius: around + 3
    z: 1
    border {
        width: 2
        color: Theme.colors.accent
    }
}
