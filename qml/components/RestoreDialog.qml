// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A backup that is to take the ledger's place: what it holds, and what is lost by it.
Dialog {
    id: root

    required property LedgerRestore restore
    required property string folder
    readonly property bool prepared: root.restore.prepared

    function ask() {
        root.restore.clear();
        root.open();
        file.begin();
    }

    text: qsTr("Calls go on into the present ledger until Capstan starts again; then the backup takes its place.")
    title: qsTr("Restore a backup")
    width: 560

    onPreparedChanged: root.close() // it is done, or somebody else did it

    form: ColumnLayout {
        Layout.fillWidth: true
        spacing: 10

        FileField {
            id: file

            fieldName: "restoreFile"
            folder: root.folder
            kind: qsTr("Backups")
            name: qsTr("Backup")
            pattern: "*.db"
            placeholder: "…/backups/ledger-20261121-143200.db"

            onChosen: name => root.restore.look(name)
            onEdited: root.restore.clear()
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("Proving every entry of the backup…")
            visible: root.restore.busy
        }
        RestoreTable {
            Layout.fillWidth: true
            restore: root.restore
            visible: root.restore.ready
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            elide: Text.ElideNone
            lineHeight: 1.2
            objectName: "lossText"
            text: root.restore.lossText
            visible: text !== ""
            wrapMode: Text.Wrap

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.over
            elide: Text.ElideNone
            text: root.restore.errorText
            visible: text !== ""
            wrapMode: Text.Wrap

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }

    ActionButton {
        enabled: !root.restore.busy && (root.restore.ready || file.text !== "")
        kind: root.restore.ready ? ActionButton.Kind.Danger : ActionButton.Kind.Primary
        objectName: "restoreBackup"
        text: root.restore.ready ? qsTr("Restore at the next start") : qsTr("Look at it")
        tip: enabled ? "" : root.restore.busy ? qsTr("It is being read") : qsTr("No file was chosen")

        onClicked: {
            if (root.restore.ready) {
                root.restore.prepare();
            } else {
                root.restore.look(file.text);
            }
        }
    }
    ActionButton {
        text: qsTr("Leave it")

        onClicked: root.close()
    }
}
