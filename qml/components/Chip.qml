// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// Icon and word, for states only.
Rectangle {
    id: root

    required property string text
    property string glyph
    property color ink: Theme.colors.accent
    property color paper: Theme.colors.accentSoft

    color: root.paper
    implicitHeight: 20
    implicitWidth: row.implicitWidth + 16
    radius: height / 2

    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 4

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            height: 12
            name: root.glyph
            visible: root.glyph !== ""
            width: 12
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            text: root.text
            font {
                pixelSize: Theme.caption
                weight: Theme.medium
            }
        }
    }
}
