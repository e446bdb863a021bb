// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Field and post, one control, with the consequence under them.
ColumnLayout {
    id: root

    required property CapEditor editor
    required property CapPast past

    spacing: 6

    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        CapField {
            id: field

            editor: root.editor
        }
        Words {
            elide: Text.ElideNone
            text: root.editor.unitText
            visible: text !== ""
        }
        Figure {
            color: Theme.colors.text3
            text: root.editor.fromText
            font.weight: Theme.regular
        }
        Figure {
            color: root.editor.direction === CapEditor.Cutting
                   ? Theme.colors.over
                   : root.editor.direction === CapEditor.Lowering ? Theme.colors.near : Theme.colors.accent
            text: root.editor.deltaText
        }
        Item {
            Layout.fillWidth: true
        }
    }
    Words {
        Layout.fillWidth: true
        color: Theme.colors.over
        elide: Text.ElideNone
        text: root.editor.errorText
        visible: text !== ""
        wrapMode: Text.Wrap
        font.pixelSize: Theme.secondary

        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    CapTrack {
        Layout.fillWidth: true
        editor: root.editor
    }
    ConsequencePanel {
        Layout.fillWidth: true
        editor: root.editor
        past: root.past
        visible: root.editor.editing && !root.editor.pending
    }

    Dialog {
        id: confirmation

        text: qsTr("They end with what they have; what they were metered is charged.")
        title: root.editor.confirmQuestion
        visible: root.editor.confirming

        onClosed: {
            if (root.editor.confirming) {
                root.editor.putBack();
            }
        }

        ActionButton {
            kind: ActionButton.Kind.Danger
            text: qsTr("Lower and cut")

            onClicked: root.editor.confirmCut()
        }
        ActionButton {
            focus: true
            kind: ActionButton.Kind.Primary
            text: root.editor.keepText

            onClicked: root.editor.lowerWithoutCut()
        }
        ActionButton {
            text: qsTr("Put back")

            onClicked: root.editor.putBack()
        }
    }
}
