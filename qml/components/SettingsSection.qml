// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

// A heading, a sentence, and a card with its settings one below the other.
ColumnLayout {
    id: root

    required property string title
    property string note
    default property alias lines: column.data

    Layout.fillWidth: true
    spacing: 10

    Accessible.role: Accessible.Grouping
    Accessible.name: root.title

    Words {
        Layout.fillWidth: true
        color: Theme.colors.text
        text: root.title
        font {
            pixelSize: Theme.cardTitle - 1
            weight: Theme.strong
        }
    }
    Words {
        Layout.fillWidth: true
        elide: Text.ElideNone
        lineHeight: 1.2
        text: root.note
        visible: text !== ""
        wrapMode: Text.Wrap
    }
    Card {
        Layout.fillWidth: true
        implicitHeight: column.implicitHeight

        ColumnLayout {
            id: column

            spacing: 0
            width: parent.width
        }
    }
}
