// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// A log of usage to report on, which stays what it is.
Dialog {
    id: root

    required property ReportsModel reports

    function ask() {
        root.open();
        file.begin();
    }
    function take(name: string) {
        if (name !== "") {
            root.reports.openLog(name);
            root.close();
        }
    }

    text: qsTr("One JSON object a line. The reports are made of its calls; nothing of it is kept.")
    title: qsTr("Report on a log")

    form: FileField {
        id: file

        fieldName: "logFile"
        kind: qsTr("Logs of usage")
        name: qsTr("Log")
        pattern: "*.jsonl *.json *.log"
        placeholder: "…/telemetry.jsonl"

        onChosen: name => root.take(name)
    }

    ActionButton {
        enabled: file.text !== ""
        kind: ActionButton.Kind.Primary
        text: qsTr("Report on it")
        tip: enabled ? "" : qsTr("No file was chosen")

        onClicked: root.take(file.text)
    }
    ActionButton {
        text: qsTr("Cancel")

        onClicked: root.close()
    }
}
