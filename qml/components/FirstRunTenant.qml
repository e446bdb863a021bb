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
    detail: root.firstRun.marksText
    number: FirstRun.Tenant
    title: root.firstRun.tenantTitle

    onChangeWanted: root.firstRun.back(FirstRun.Tenant)

    Words {
        Layout.fillWidth: true
        elide: Text.ElideNone
        //: %1 is "Warns at 80 %, 95 %; refuses at 100 %"
        text: qsTr("A tenant is whoever pays: a team, a project, a product. Its cap: %1.").arg(root.firstRun.marksText)
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
        sign: root.firstRun.capSign
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
