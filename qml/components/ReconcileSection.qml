// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// One number in every place, compared when asked.
SettingsSection {
    id: root

    required property ReconcileList places

    note: qsTr("All that was ever spent is one number: in memory, in the ledger, in /metrics, and in what each destination acknowledged.")

    SettingLine {
        first: true
        grave: root.places.differs
        name: qsTr("Compare all places")
        note: root.places.verdict

        ActionButton {
            enabled: !root.places.comparing
            objectName: "compareAll"
            text: root.places.comparing ? qsTr("Comparing…") : qsTr("Compare")
            tip: root.places.comparing ? qsTr("Every entry of the ledger is being added up") : qsTr("Add up every entry and compare; calls go on meanwhile")

            onClicked: root.places.compare()
        }
    }
    Lines {
        model: root.places

        delegate: SettingLine {
            required property placeRow row

            grave: row.differs
            name: row.name
            note: row.text
            objectName: "place " + row.name
        }
    }
}
