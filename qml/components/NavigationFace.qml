// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// Icon, name and count of a navigation row.
Item {
    id: root

    required property string text
    required property string glyph
    property bool rail: false
    property bool current: false
    property int badge: 0

    Glyph {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        color: root.current ? Theme.colors.accent : Theme.colors.text2
        height: 18
        name: root.glyph
        width: 18
        visible: root.glyph !== ""
        x: root.rail ? (root.width - width) / 2 : 12
    }
    Words {
        anchors.verticalCenter: parent.verticalCenter
        color: root.current ? Theme.colors.text : Theme.colors.text2
        text: root.text
        visible: !root.rail
        width: root.width - x - (root.badge > 0 ? 44 : 8)
        x: root.glyph === "" ? 14 : 40
        font.weight: root.current ? Theme.strong : Theme.regular
    }
    Rectangle {
        color: Theme.colors.nearSoft
        height: 18
        radius: 9
        visible: root.badge > 0
        width: Math.max(18, count.implicitWidth + 10)
        x: root.width - width - (root.rail ? 1 : 10)
        y: root.rail ? 1 : (root.height - height) / 2
        border {
            width: 1
            color: Theme.colors.near
        }

        Words {
            id: count

            anchors.centerIn: parent
            color: Theme.colors.near
            elide: Text.ElideNone
            text: root.badge
            font {
                pixelSize: Theme.caption
                weight: Theme.medium
            }
        }
    }
}
