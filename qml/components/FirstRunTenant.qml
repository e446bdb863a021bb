// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Who pays, and how much a day at most.
FirstRunStep {
    id: root

    required property FirstRun firstRun

    current: root.firstRun.step
    detail: qsTr("Warns at 80 % and 95 %, refuses at 100 %")
    number: FirstRun.Tenant
    title: root.firstRun.tenantTitle

    onChangeWanted: root.firstRun.back(FirstRun.Tenant)

    Words {
        Layout.fillWidth: true
        elide: Text.ElideNone
        text: qsTr("A tenant is whoever pays: a team, a project, a product. It warns at 80 % and 95 % of its cap and refuses at 100 %.")
        wrapMode: Text.Wrap
    }
    RowLayout {
        spacing: 8

        Words {
            Layout.preferredWidth: 92
            text: qsTr("Name")
        }
        CalmField {
            Layout.preferredWidth: 220
            name: qsTr("Name of the tenant")
            objectName: "tenantName"
            text: root.firstRun.tenant

            onAccepted: root.firstRun.makeTenant()
            onTextEdited: root.firstRun.tenant = text
        }
    }
    PriceField {
        Layout.maximumWidth: 380
        name: qsTr("Cap")
        unit: qsTr("a day")
        value: root.firstRun.cap

        onEdited: text => root.firstRun.cap = text
    }
    FirstRunError {
        text: root.firstRun.errorText
    }
    ActionButton {
        enabled: !root.firstRun.busy
        kind: ActionButton.Kind.Primary
        objectName: "makeTenant"
        text: qsTr("Make the tenant and its key")

        onClicked: root.firstRun.makeTenant()
    }
}
