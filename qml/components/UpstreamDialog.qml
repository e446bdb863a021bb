// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Name and address of a model server.
Dialog {
    id: root

    required property SettingsModel settings
    property bool fresh: true
    property bool removing: false // it asks whether it is meant

    function ask(known: string, address: string) {
        root.fresh = known === "";
        root.removing = false;
        name.text = known;
        url.text = address;
        root.settings.clearError();
        root.open();
        (root.fresh ? name : url).forceActiveFocus(Qt.PopupFocusReason);
    }
    function save() {
        if (root.settings.saveUpstream(name.text, url.text)) {
            root.close();
        }
    }

    text: root.removing ? root.settings.removalText(name.text)
                        : qsTr("Any server that speaks the OpenAI API: vLLM, SGLang, a provider. Its key is set under Credentials.")
    title: root.removing ? qsTr("Remove %1?").arg(name.text)
                         : root.fresh ? qsTr("Add an upstream") : qsTr("Address of %1").arg(name.text)

    form: ColumnLayout {
        Layout.fillWidth: true
        spacing: 10

        CalmField {
            id: name

            Layout.fillWidth: true
            name: qsTr("Name")
            objectName: "upstreamName"
            placeholderText: qsTr("Name, as vllm-2")
            visible: root.fresh

            onAccepted: root.save()
        }
        CalmField {
            id: url

            Layout.fillWidth: true
            name: qsTr("Address")
            objectName: "upstreamAddress"
            placeholderText: "http://localhost:8000/v1"
            visible: !root.removing

            onAccepted: root.save()
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.over
            elide: Text.ElideNone
            text: root.settings ? root.settings.errorText : ""
            visible: text !== ""
            wrapMode: Text.Wrap

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }

    ActionButton {
        kind: ActionButton.Kind.Primary
        objectName: "saveUpstream"
        text: qsTr("Save")
        visible: !root.removing

        onClicked: root.save()
    }
    ActionButton {
        id: leave

        text: qsTr("Leave it")

        onClicked: root.close()
    }
    ActionButton {
        kind: ActionButton.Kind.Danger
        objectName: "removeUpstream"
        text: root.removing ? qsTr("Remove") : qsTr("Remove…")
        visible: !root.fresh && root.settings.canRemoveUpstream(name.text)

        onClicked: {
            if (root.removing) {
                root.settings.removeUpstream(name.text);
                root.close();
            } else {
                root.removing = true;
                leave.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }
}
