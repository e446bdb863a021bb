// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// The policy in force, and what reading its file again would change.
SettingLine {
    id: root

    required property PolicyCare policy
    property bool unfolded: false // its rules

    grave: root.policy.failed
    name: qsTr("Policy")
    note: root.unfolded ? root.policy.note + "\n" + root.policy.rules : root.policy.note

    ActionButton {
        anchors.verticalCenter: parent.verticalCenter
        kind: ActionButton.Kind.Quiet
        objectName: "showPolicy"
        text: root.unfolded ? qsTr("Less") : qsTr("Show rules")
        visible: root.policy.rules !== ""

        onClicked: root.unfolded = !root.unfolded
    }
    ActionButton {
        anchors.verticalCenter: parent.verticalCenter
        objectName: "checkPolicy"
        text: qsTr("Check")
        tip: qsTr("Read the file as it is now; nothing is changed")

        onClicked: root.policy.check()
    }
    ActionButton {
        anchors.verticalCenter: parent.verticalCenter
        kind: ActionButton.Kind.Primary
        objectName: "reloadPolicy"
        text: qsTr("Put in force")
        tip: qsTr("The next call is judged by it")
        visible: root.policy.differs

        onClicked: root.policy.reload()
    }
}
