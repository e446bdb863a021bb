// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A file of another program: what it would bring, then the deed. A configuration is shown, to copy
// or to save.
Dialog {
    id: root

    required property FileImport source
    required property string kind
    required property string pattern
    property string placeholder

    readonly property bool shown: root.source.text !== ""

    signal copyWanted(string text)

    function ask() {
        root.source.clear();
        root.open();
        file.begin();
    }

    width: 560

    form: ColumnLayout {
        Layout.fillWidth: true
        spacing: 10

        FileField {
            id: file

            fieldName: "importFile"
            kind: root.kind
            name: qsTr("File")
            pattern: root.pattern
            placeholder: root.placeholder

            onChosen: name => root.source.look(name)
            onEdited: root.source.clear()
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("Reading…")
            visible: root.source.busy
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            elide: Text.ElideNone
            objectName: "importSummary"
            text: root.source.summary
            visible: text !== ""
            wrapMode: Text.Wrap
            font.weight: Theme.medium
        }
        Words {
            Layout.fillWidth: true
            elide: Text.ElideNone
            lineHeight: 1.2
            text: root.source.details
            visible: text !== ""
            wrapMode: Text.Wrap
        }
        TextPane {
            Layout.fillWidth: true
            Layout.preferredHeight: 180
            name: qsTr("The new configuration")
            text: root.source.text
            visible: root.shown
        }
        Words {
            Layout.fillWidth: true
            color: root.source.errorText !== "" ? Theme.colors.over : Theme.colors.text
            elide: Text.ElideNone
            objectName: "importOutcome"
            text: root.source.errorText !== "" ? root.source.errorText : root.source.doneText
            visible: text !== ""
            wrapMode: Text.Wrap

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }

    ActionButton {
        enabled: !root.source.busy && (root.source.ready || file.text !== "")
        kind: ActionButton.Kind.Primary
        objectName: "bringIn"
        text: root.source.ready && !root.shown ? qsTr("Import") : qsTr("Look at it")
        tip: enabled ? "" : root.source.busy ? qsTr("It is being read") : qsTr("No file was chosen")
        visible: !root.shown && root.source.doneText === ""

        onClicked: {
            if (root.source.ready) {
                root.source.bringIn();
            } else {
                root.source.look(file.text);
            }
        }
    }
    ActionButton {
        kind: ActionButton.Kind.Primary
        objectName: "saveConfiguration"
        text: qsTr("Save as capstan.yaml")
        tip: qsTr("Into the folder for downloads; a file that is there is never overwritten")
        visible: root.shown

        onClicked: root.source.save()
    }
    CopyButton {
        objectName: "copyConfiguration"
        text: qsTr("Copy")
        visible: root.shown

        onCopyWanted: root.copyWanted(root.source.text)
    }
    ActionButton {
        text: qsTr("Close")

        onClicked: root.close()
    }
}
