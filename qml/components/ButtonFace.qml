// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// Icon, word and key of a button, in the middle of it.
Item {
    id: root

    required property string text
    property string glyph
    property string keys
    property color ink: Theme.colors.text
    property color faint: Theme.colors.text3

    implicitHeight: row.implicitHeight
    implicitWidth: row.implicitWidth

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 7

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            height: 16
            name: root.glyph
            visible: root.glyph !== ""
            width: 16
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            elide: Text.ElideNone
            text: root.text
            visible: root.text !== ""
            font.weight: Theme.medium
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: root.faint
            elide: Text.ElideNone
            text: root.keys
            visible: root.keys !== ""
            font.pixelSize: Theme.caption
        }
    }
}
