// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

// Question, explanation and buttons of a dialog.
ColumnLayout {
    id: root

    required property string title
    required property string text
    property alias form: formColumn.data // between text and buttons
    default property alias buttons: buttonRow.data

    spacing: 10

    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    Words {
        Layout.fillWidth: true
        color: Theme.colors.text
        text: root.title
        wrapMode: Text.Wrap
        font {
            pixelSize: Theme.cardTitle
            weight: Theme.strong
        }
    }
    Words {
        Layout.fillWidth: true
        elide: Text.ElideNone
        lineHeight: 1.2
        text: root.text
        visible: text !== ""
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        id: formColumn

        Layout.fillWidth: true
        spacing: 10
        visible: children.length > 0
    }
    Flow {
        id: buttonRow

        Layout.fillWidth: true
        Layout.topMargin: 8
        layoutDirection: Qt.RightToLeft
        spacing: 8
    }
}
