// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// What is kept on the disk, where, and what that survives.
SettingsSection {
    id: root

    required property SettingsModel settings
    readonly property settingTexts texts: root.settings.texts
    readonly property bool free: root.texts.retentionLock === ""

    signal restoreWanted()

    FileChooser {
        id: chooser

        folder: root.texts.dataFolder
        kind: qsTr("Backups")
        pattern: "*.db"
        title: qsTr("Back up to a file")

        onChosen: file => root.settings.ledger.backUpTo(file)
    }

    SettingLine {
        first: true
        name: qsTr("Data folder")
        note: root.texts.dataFolder
    }
    SettingLine {
        name: qsTr("Keep the detail of calls")
        note: root.free ? qsTr("Days, and megabytes of the ledger; 0 does not limit. Totals are kept for good.") : root.texts.retentionLock

        CalmField {
            id: days

            enabled: root.free
            name: qsTr("Days of detail")
            objectName: "retentionDays"
            text: root.texts.retentionDays
            width: 70

            onAccepted: root.settings.setRetention(days.text, megabytes.text)
        }
        CalmField {
            id: megabytes

            enabled: root.free
            name: qsTr("Megabytes of the ledger")
            text: root.texts.retentionMegabytes
            width: 90

            onAccepted: root.settings.setRetention(days.text, megabytes.text)
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            enabled: root.free && (days.text !== root.texts.retentionDays || megabytes.text !== root.texts.retentionMegabytes)
            text: qsTr("Change")
            tip: enabled ? qsTr("In force after the proxy is started again") : root.texts.retentionLock

            onClicked: root.settings.setRetention(days.text, megabytes.text)
        }
    }
    SettingLine {
        name: qsTr("Survive a power cut")
        note: root.texts.durabilityLock !== "" ? root.texts.durabilityLock
                                               : qsTr("Each call then waits for the disk; a crash of Capstan alone loses nothing either way")

        SwitchControl {
            anchors.verticalCenter: parent.verticalCenter
            enabled: root.texts.durabilityLock === ""
            name: qsTr("Survive a power cut")
            objectName: "survivePowerLoss"
            on: root.texts.survivesPowerLoss
            tip: root.texts.durabilityLock

            onClicked: root.settings.setSurvivesPowerLoss(!on)
        }
    }
    SettingLine {
        grave: root.settings.ledger.backupFailed
        name: qsTr("Backup")
        note: root.settings.ledger.backupText !== "" ? root.settings.ledger.backupText
                                                     : qsTr("A copy of one moment beside the ledger, while calls go on.")

        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            enabled: !root.settings.ledger.busy
            objectName: "backUp"
            text: qsTr("Back up now")

            onClicked: root.settings.ledger.backUp()
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            enabled: !root.settings.ledger.busy
            objectName: "backUpTo"
            text: qsTr("To a file…")
            tip: qsTr("Choose where the backup is written")

            onClicked: {
                chooser.suggestion = root.settings.ledger.suggestedName();
                chooser.open();
            }
        }
    }
    SettingLine {
        grave: root.settings.restore.errorText !== ""
        name: qsTr("Restore")
        note: root.settings.restore.errorText !== "" ? root.settings.restore.errorText
              : root.settings.restore.stateText !== "" ? root.settings.restore.stateText
                                                       : qsTr("Puts a backup in the ledger's place when Capstan starts again. What would be lost is shown before.")

        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            objectName: "askForRestore"
            text: qsTr("Restore…")
            visible: !root.settings.restore.prepared

            onClicked: root.restoreWanted()
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            objectName: "cancelRestore"
            text: qsTr("Call it off")
            tip: qsTr("The ledger stays what it is")
            visible: root.settings.restore.prepared

            onClicked: root.settings.restore.cancel()
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            enabled: root.settings.restore.canStartAgain
            kind: ActionButton.Kind.Primary
            objectName: "startAgain"
            text: qsTr("Start again now")
            tip: enabled ? "" : qsTr("Calls are running; stop them, or wait for their end")
            visible: root.settings.restore.prepared

            onClicked: root.settings.restore.startAgain()
        }
    }
    SettingLine {
        grave: root.settings.ledger.proofFailed
        name: qsTr("Proof")
        note: root.settings.ledger.proofText !== "" ? root.settings.ledger.proofText
                                                    : qsTr("Reads the whole ledger: is every entry there and unchanged, do all sums agree?")

        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            enabled: !root.settings.ledger.busy
            objectName: "prove"
            text: qsTr("Verify")

            onClicked: root.settings.ledger.prove()
        }
    }
}
