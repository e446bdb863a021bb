// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan

T.ToolTip {
    id: root

    delay: Theme.tipDelay
    implicitWidth: Math.min(implicitContentWidth + leftPadding + rightPadding, 520)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    margins: 4 // stays in the window
    leftPadding: 8
    rightPadding: 8
    topPadding: 5
    bottomPadding: 5
    y: parent ? parent.height + 6 : 0

    background: Rectangle {
        color: Theme.colors.text
        radius: Theme.controlRadius
    }
    contentItem: Words {
        color: Theme.colors.window
        text: root.text
        wrapMode: Text.Wrap // a name may be longer than any window
        font.pixelSize: Theme.secondary
    }
}
