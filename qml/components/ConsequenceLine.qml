// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

RowLayout {
    id: root

    required property string glyph
    required property string text
    property color ink: Theme.colors.accent

    Layout.fillWidth: true
    spacing: 9

    Glyph {
        Layout.alignment: Qt.AlignTop
        color: root.ink
        implicitHeight: 16
        implicitWidth: 16
        name: root.glyph
    }
    Words {
        Layout.fillWidth: true
        color: Theme.colors.text
        elide: Text.ElideNone
        text: root.text
        wrapMode: Text.Wrap
    }
}
