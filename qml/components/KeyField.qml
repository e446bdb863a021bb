// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A line of the key dialog: what it is, and a field for it.
RowLayout {
    id: root

    required property string name
    required property string value
    property string hint
    property ActivityFilterChip known: null // names that it may be

    signal edited(string text)
    signal chosen(string text) // of those that are known
    signal accepted()

    function takeFocus() {
        field.forceActiveFocus(Qt.PopupFocusReason);
    }

    Layout.fillWidth: true
    spacing: 10

    Words {
        Layout.preferredWidth: 130
        text: root.name
    }
    CalmField {
        id: field

        Layout.fillWidth: true
        enabled: root.enabled
        name: root.name
        objectName: "key " + root.name
        placeholderText: root.hint

        onAccepted: root.accepted()
        onTextEdited: root.edited(text)

        Binding {
            property: "text"
            restoreMode: Binding.RestoreNone
            target: field
            value: root.value
        }
    }
    NamesButton {
        known: root.known
        name: root.name
        objectName: "known " + root.name
        visible: root.known !== null && root.enabled

        onChosen: text => root.chosen(text)
    }
}
