// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// A secret: whether it is set and where from; never what it is.
SettingLine {
    id: root

    required property credentialRow row
    required property int index

    signal setWanted()
    signal removeWanted()

    first: root.index === 0
    name: root.row.purpose
    note: root.row.stateText

    Chip {
        anchors.verticalCenter: parent.verticalCenter
        glyph: root.row.isSet ? "check" : root.row.hasTrouble ? "warning" : ""
        ink: root.row.hasTrouble ? Theme.colors.near : Theme.colors.text2
        paper: root.row.hasTrouble ? Theme.colors.nearSoft : Theme.colors.well
        text: root.row.hasTrouble ? qsTr("locked") : root.row.isSet ? qsTr("set") : qsTr("not set")
    }
    ActionButton {
        enabled: root.row.canChange
        objectName: "set " + root.row.name
        text: root.row.isSet ? qsTr("Replace…") : qsTr("Set…")
        tip: root.row.canChange ? root.row.purpose
                                : qsTr("%1 of the environment goes first; unset it to use the keychain").arg(root.row.variable)

        onClicked: root.setWanted()
    }
    ActionButton {
        objectName: "remove " + root.row.name
        text: qsTr("Remove")
        tip: qsTr("Remove: %1").arg(root.row.purpose)
        visible: root.row.canRemove

        onClicked: root.removeWanted()
    }
}
