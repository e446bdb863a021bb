// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Whose band it is, and its burn; points at the band while the pointer is over it.
RowLayout {
    id: root

    required property BurnHistory burn
    required property burnRow row

    readonly property bool pointed: root.burn.pointed === root.row.series

    objectName: "legend " + root.row.name
    spacing: 8

    HoverHandler {
        onHoveredChanged: root.burn.pointed = hovered ? root.row.series : -1
    }
    Rectangle {
        color: Theme.colors.series[root.row.series]
        implicitHeight: 10
        implicitWidth: 10
        radius: 2
    }
    Words {
        Layout.fillWidth: true
        color: root.pointed ? Theme.colors.text : Theme.colors.text2
        elide: Text.ElideMiddle
        text: root.row.name
        font.weight: root.pointed ? Theme.strong : Theme.regular
    }
    Figure {
        text: root.row.text
    }
}
