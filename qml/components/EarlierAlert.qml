// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A crossing of the past, one line.
Rectangle {
    id: root

    required property alertRow row
    property bool first: false
    property bool last: false

    color: Theme.colors.surface
    implicitHeight: 46

    Accessible.role: Accessible.ListItem
    Accessible.name: root.row.title + ", " + root.row.text + ", " + root.row.timeText

    Hairline {
        visible: root.first
        width: parent.width
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    Rectangle {
        color: Theme.colors.line
        height: parent.height
        width: 1
    }
    Rectangle {
        anchors.right: parent.right
        color: Theme.colors.line
        height: parent.height
        width: 1
    }
    RowLayout {
        anchors {
            fill: parent
            leftMargin: 18
            rightMargin: 16
        }
        spacing: 13

        Glyph {
            color: root.row.hard ? Theme.colors.over : Theme.colors.near
            implicitHeight: 18
            implicitWidth: 18
            name: root.row.hard ? "over" : "warning"
        }
        Words {
            Layout.fillWidth: true
            Layout.preferredWidth: 260
            color: Theme.colors.text
            elide: Text.ElideMiddle
            text: root.row.title
        }
        Figure {
            Layout.preferredWidth: 130
            color: Theme.colors.text2
            text: root.row.text
            font.weight: Theme.regular
        }
        Figure {
            Layout.preferredWidth: 110
            color: Theme.colors.text3
            text: root.row.timeText
            font.weight: Theme.regular
        }
    }
}
