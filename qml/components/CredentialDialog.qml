// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Takes a secret. What is typed leaves with the dialog.
Dialog {
    id: root

    required property CredentialList credentials
    property string name: ""
    property bool canBeMade: false

    function ask(name: string, purpose: string, makeable: bool) {
        root.name = name;
        root.title = purpose;
        root.canBeMade = makeable;
        field.clear();
        field.hidden = true;
        root.open();
        field.forceActiveFocus(Qt.PopupFocusReason);
    }
    function keep() {
        if (field.text !== "") {
            root.credentials.set(root.name, field.text);
            root.close();
        }
    }

    title: ""
    text: qsTr("It goes into the keychain of this desktop and is never shown again.")

    onClosed: field.clear()

    form: ColumnLayout {
        Layout.fillWidth: true
        spacing: 10

        CalmField {
            id: field

            property bool hidden: true

            Layout.fillWidth: true
            echoMode: hidden ? TextInput.Password : TextInput.Normal
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            name: root.title
            objectName: "secretField"
            placeholderText: qsTr("Paste it here")

            onAccepted: root.keep()
        }
        ActionButton {
            glyph: "key"
            kind: ActionButton.Kind.Quiet
            text: qsTr("Make one up, to copy it")
            visible: root.canBeMade

            onClicked: {
                field.hidden = false;
                field.text = root.credentials.makeToken();
                field.selectAll();
                field.forceActiveFocus(Qt.OtherFocusReason);
            }
        }
    }

    ActionButton {
        enabled: field.text !== ""
        kind: ActionButton.Kind.Primary
        objectName: "keepSecret"
        text: qsTr("Keep in the keychain")
        tip: field.text === "" ? qsTr("Nothing was typed") : ""

        onClicked: root.keep()
    }
    ActionButton {
        enabled: field.text !== ""
        text: qsTr("Only for this run")
        tip: qsTr("Kept in memory until Capstan is closed")

        onClicked: {
            root.credentials.setForThisRun(root.name, field.text);
            root.close();
        }
    }
    ActionButton {
        text: qsTr("Leave it")

        onClicked: root.close()
    }
}
