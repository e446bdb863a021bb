// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// A place that Capstan talks to, how it is, and a button that tries it.
SettingLine {
    id: root

    required property connectionRow row
    required property int index
    property bool changeable: false

    signal testWanted()
    signal editWanted()

    first: root.index === 0
    grave: root.row.fails
    name: root.row.name
    note: root.row.detail

    Chip {
        anchors.verticalCenter: parent.verticalCenter
        glyph: root.row.works ? "check" : root.row.fails ? "refused" : ""
        ink: root.row.works ? Theme.colors.accent : root.row.fails ? Theme.colors.over : Theme.colors.text2
        paper: root.row.works ? Theme.colors.accentSoft : root.row.fails ? Theme.colors.overSoft : Theme.colors.well
        text: root.row.state
        visible: text !== ""
    }
    ActionButton {
        enabled: !root.row.testing
        objectName: "test " + root.row.name
        text: qsTr("Test")
        tip: root.row.testing ? qsTr("It is being tried") : qsTr("Try %1 now").arg(root.row.name)

        onClicked: root.testWanted()
    }
    ActionButton {
        enabled: root.row.editable
        objectName: "edit " + root.row.name
        text: qsTr("Edit…")
        tip: root.row.editable ? qsTr("Change the address of %1").arg(root.row.name)
                               : qsTr("The configuration file, the environment or the command line says its address")
        visible: root.changeable

        onClicked: root.editWanted()
    }
}
