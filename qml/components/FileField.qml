// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// The name of a file, typed or pointed at.
RowLayout {
    id: root

    required property string name
    required property string kind    // "Backups"
    required property string pattern // "*.db"
    property string folder
    property alias placeholder: field.placeholderText
    property alias fieldName: field.objectName
    property alias text: field.text

    signal chosen(string file)
    signal edited() // what was looked at is another file now

    function begin() {
        field.clear();
        field.forceActiveFocus(Qt.PopupFocusReason);
    }

    Layout.fillWidth: true
    spacing: 8

    CalmField {
        id: field

        Layout.fillWidth: true
        name: root.name

        onAccepted: root.chosen(text)
        onTextEdited: root.edited()
    }
    ActionButton {
        objectName: "chooseFile"
        text: qsTr("Choose…")
        tip: root.name

        onClicked: chooser.open()
    }

    FileChooser {
        id: chooser

        folder: root.folder
        kind: root.kind
        pattern: root.pattern
        title: root.name

        onChosen: file => {
            field.text = file;
            root.chosen(file);
        }
    }
}
