// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A policy that is not in force yet, tried on what was called in the last days.
Dialog {
    id: root

    required property PolicyTrial trial

    function ask() {
        root.trial.clear();
        root.open();
        file.begin();
    }

    text: qsTr("The rules of the file are asked about every recorded call, among the budgets there are. Nothing is changed.")
    title: qsTr("Try a policy")
    width: 600

    onClosed: root.trial.clear()

    form: ColumnLayout {
        Layout.fillWidth: true
        spacing: 10

        FileField {
            id: file

            fieldName: "policyFile"
            kind: qsTr("Policies")
            name: qsTr("Policy")
            pattern: "*.yaml *.yml *.json"
            placeholder: "…/policy.yaml"

            onChosen: name => root.trial.look(name)
        }
        SegmentedControl {
            choices: root.trial.ranges
            current: root.trial.range
            name: qsTr("Time")

            onChosen: index => root.trial.range = index
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("Counting…")
            visible: root.trial.busy
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            elide: Text.ElideNone
            lineHeight: 1.2
            objectName: "policySummary"
            text: root.trial.summary
            visible: text !== ""
            wrapMode: Text.Wrap
            font.weight: Theme.medium
        }
        Words {
            Layout.fillWidth: true
            text: root.trial.spending
            visible: text !== ""
        }
        Lines {
            model: root.trial

            delegate: PolicyHitLine {}
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.over
            elide: Text.ElideNone
            objectName: "policyError"
            text: root.trial.errorText
            visible: text !== ""
            wrapMode: Text.Wrap

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }

    ActionButton {
        enabled: file.text !== "" && !root.trial.busy
        kind: ActionButton.Kind.Primary
        objectName: "tryPolicy"
        text: qsTr("Try it")
        tip: enabled ? "" : root.trial.busy ? qsTr("It is being tried") : qsTr("No file was chosen")

        onClicked: root.trial.look(file.text)
    }
    ActionButton {
        text: qsTr("Close")

        onClicked: root.close()
    }
}
