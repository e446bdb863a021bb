// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// The virtual keys of the selected tenant, or of all.
ColumnLayout {
    id: root

    required property KeyListModel keys
    property string tenant // empty: of all

    spacing: 8

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Virtual keys")

    RowLayout {
        Layout.fillWidth: true

        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            text: root.keys.count === 0 ? qsTr("No virtual key yet") : qsTr("Virtual keys")
            font.weight: Theme.strong
        }
        ActionButton {
            glyph: "plus"
            kind: ActionButton.Kind.Quiet
            objectName: "createKey"
            text: qsTr("Create key")

            onClicked: root.keys.form.begin(root.tenant)
        }
    }
    Lines {
        model: root.keys
        spacing: 8

        delegate: KeyLine {
            required property int index

            onEditWanted: root.keys.edit(index)
            onRevokeWanted: revocation.ask(row)
        }
    }
    Dialog {
        id: revocation

        property string key: "" // by its id: the list may change while one is asked

        function ask(row: keyRow) {
            revocation.key = row.id;
            revocation.title = qsTr("Revoke %1?").arg(row.name);
            revocation.text = qsTr("%1 stops working at once and for good; calls with it are refused. What it has spent stays counted.").arg(row.hint);
            revocation.open();
        }

        title: ""

        ActionButton {
            focus: true
            text: qsTr("Leave it")

            onClicked: revocation.close()
        }
        ActionButton {
            kind: ActionButton.Kind.Danger
            objectName: "confirmRevoke"
            text: qsTr("Revoke")

            onClicked: {
                root.keys.revoke(revocation.key);
                revocation.close();
            }
        }
    }
}
