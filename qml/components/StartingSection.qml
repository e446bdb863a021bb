// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// When Capstan starts, and with what.
SettingsSection {
    id: root

    required property SettingsModel settings
    readonly property ConfigurationCheck check: root.settings.check

    note: root.settings.texts.order

    SettingLine {
        first: true
        name: qsTr("Start at login")
        note: qsTr("Counts from the moment you log in")

        SwitchControl {
            anchors.verticalCenter: parent.verticalCenter
            name: qsTr("Start at login")
            objectName: "startAtLogin"
            on: root.settings.startsAtLogin

            onClicked: root.settings.wantStartAtLogin(!on)
        }
    }
    SettingLine {
        grave: root.check.failed
        name: qsTr("Configuration file")
        note: {
            if (root.check.verdict === "") {
                return root.check.file !== "" ? root.check.file : qsTr("There is none, and none is needed.");
            }
            return root.check.details === "" ? root.check.verdict : root.check.verdict + "\n" + root.check.details;
        }

        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            objectName: "checkConfiguration"
            text: qsTr("Check")
            tip: qsTr("Read the file as it is now; nothing is changed")

            onClicked: root.check.check()
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            kind: ActionButton.Kind.Primary
            objectName: "startWithConfiguration"
            text: qsTr("Start again now")
            tip: qsTr("Running calls are let end first")
            visible: root.check.differs

            onClicked: root.check.startAgain()
        }
    }
    PolicyLine {
        policy: root.settings.policy
    }
}
