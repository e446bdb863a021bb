// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Who calls with a key, and what it may do.
ColumnLayout {
    id: root

    required property KeyForm form

    function takeFocus() {
        name.takeFocus();
    }

    Layout.fillWidth: true
    spacing: 8

    KeyField {
        enabled: root.form.fresh
        known: root.form.knownTenants
        name: qsTr("Tenant")
        value: root.form.tenant

        onAccepted: root.form.save()
        onChosen: text => root.form.tenant = text
        onEdited: text => root.form.tenant = text
    }
    KeyField {
        id: name

        hint: qsTr("for people, as notebooks")
        name: qsTr("Name")
        value: root.form.name

        onAccepted: root.form.save()
        onEdited: text => root.form.name = text
    }
    KeyField {
        hint: qsTr("any agent")
        known: root.form.knownAgents
        name: qsTr("Agent")
        value: root.form.agent

        onAccepted: root.form.save()
        onChosen: text => root.form.agent = text
        onEdited: text => root.form.agent = text
    }
    KeyField {
        hint: qsTr("all models; else names, as llama-*, bge-m3")
        known: root.form.knownModels
        name: qsTr("Models")
        value: root.form.models

        onAccepted: root.form.save()
        onChosen: text => root.form.addModel(text)
        onEdited: text => root.form.models = text
    }
    KeyRate {
        hour: root.form.hourlyRequests
        hourName: qsTr("Requests an hour")
        minute: root.form.requests
        minuteName: qsTr("Requests a minute")
        name: qsTr("Requests")

        onAccepted: root.form.save()
        onHourEdited: text => root.form.hourlyRequests = text
        onMinuteEdited: text => root.form.requests = text
    }
    KeyRate {
        hour: root.form.hourlyTokens
        hourName: qsTr("Tokens an hour")
        minute: root.form.tokens
        minuteName: qsTr("Tokens a minute")
        name: qsTr("Tokens")

        onAccepted: root.form.save()
        onHourEdited: text => root.form.hourlyTokens = text
        onMinuteEdited: text => root.form.tokens = text
    }
    KeyField {
        hint: qsTr("no limit")
        name: qsTr("At the same time")
        value: root.form.parallel

        onAccepted: root.form.save()
        onEdited: text => root.form.parallel = text
    }
    KeyField {
        hint: qsTr("for good; else 30d, or 2026-12-31")
        name: qsTr("Works until")
        value: root.form.expires

        onAccepted: root.form.save()
        onEdited: text => root.form.expires = text
    }
    KeyField {
        hint: root.form.capHint
        name: qsTr("Cap of its own, a day")
        value: root.form.cap

        onAccepted: root.form.save()
        onEdited: text => root.form.cap = text
    }
    FirstRunError {
        text: root.form.errorText
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: 4
        spacing: 8

        Item {
            Layout.fillWidth: true
        }
        ActionButton {
            text: qsTr("Leave it")

            onClicked: root.form.close()
        }
        ActionButton {
            enabled: root.form.canSave
            kind: ActionButton.Kind.Primary
            objectName: "saveKey"
            text: root.form.fresh ? qsTr("Create key") : qsTr("Save")

            onClicked: root.form.save()
        }
    }
}
