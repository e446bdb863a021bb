// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Capstan
import Capstan.App

// All secrets, and what is wrong with the keychain.
SettingsSection {
    id: root

    required property CredentialList credentials

    note: qsTr("Kept in the keychain of this desktop, in force at once. Capstan never shows a value again, only whether one is set.")

    SettingLine {
        first: true
        grave: true
        name: root.credentials.trouble
        note: root.credentials.remedy
        visible: name !== ""

        ActionButton {
            objectName: "askKeychain"
            text: qsTr("Ask again")

            onClicked: root.credentials.askAgain()
        }
    }
    SettingLine {
        first: root.credentials.trouble === ""
        grave: true
        name: qsTr("Not done")
        note: root.credentials.errorText
        visible: note !== ""
    }
    Lines {
        model: root.credentials

        delegate: CredentialLine {
            id: line

            first: index === 0 && root.credentials.trouble === "" && root.credentials.errorText === ""

            onRemoveWanted: removal.ask(line.row.name, line.row.purpose)
            onSetWanted: dialog.ask(line.row.name, line.row.purpose, line.row.canBeMade)
        }
    }
    CredentialDialog {
        id: dialog

        credentials: root.credentials
    }
    Dialog {
        id: removal

        property string name: ""

        function ask(name: string, purpose: string) {
            removal.name = name;
            removal.title = qsTr("Remove: %1?").arg(purpose);
            removal.open();
        }

        text: qsTr("It is deleted from the keychain and cannot be brought back. What needs it stops working at once.")
        title: ""

        ActionButton {
            focus: true
            text: qsTr("Leave it")

            onClicked: removal.close()
        }
        ActionButton {
            kind: ActionButton.Kind.Danger
            objectName: "removeSecret"
            text: qsTr("Remove")

            onClicked: {
                root.credentials.remove(removal.name);
                removal.close();
            }
        }
    }
}
