// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// What other programs left behind.
SettingsSection {
    id: root

    required property SettingsModel settings

    signal copyWanted(string text)

    SettingLine {
        first: true
        name: qsTr("Calls from before")
        note: qsTr("A log of usage, one JSON object a line. Reports count its calls; no cap does.")

        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            objectName: "askForUsage"
            text: qsTr("Import calls…")

            onClicked: usage.ask()
        }
    }
    SettingLine {
        name: qsTr("Another gateway's configuration")
        note: qsTr("A config.yaml or llm-router.toml, written anew as capstan.yaml, to copy or to save")

        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            objectName: "askForConfiguration"
            text: qsTr("Translate…")

            onClicked: configuration.ask()
        }
    }

    ImportDialog {
        id: usage

        kind: qsTr("Logs of usage")
        pattern: "*.jsonl *.ndjson *.json"
        placeholder: "…/usage.jsonl"
        source: root.settings.usageImport
        text: qsTr("Each call is counted once, however often its log is imported.")
        title: qsTr("Import calls")
    }
    ImportDialog {
        id: configuration

        kind: qsTr("Configurations")
        pattern: "*.yaml *.yml *.toml"
        placeholder: "…/config.yaml"
        source: root.settings.configurationImport
        text: qsTr("Nothing is changed: Capstan reads its own file, capstan.yaml, when it starts.")
        title: qsTr("Translate a configuration")

        onCopyWanted: text => root.copyWanted(text)
    }
}
