// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

// Title of a card with a list: name, count, and a word on the right.
RowLayout {
    id: root

    required property string title
    property string detail
    property string hint

    anchors {
        left: parent?.left
        right: parent?.right
        leftMargin: Theme.cardPadding
        rightMargin: Theme.cardPadding
    }
    height: 30
    spacing: 8
    y: 9

    Words {
        color: Theme.colors.text
        elide: Text.ElideNone
        text: root.title
        font.weight: Theme.strong
    }
    Words {
        Layout.fillWidth: true
        color: Theme.colors.text3
        text: root.detail
    }
    Words {
        color: Theme.colors.text3
        text: root.hint
        font.pixelSize: Theme.secondary
    }
}
