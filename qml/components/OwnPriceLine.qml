// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A price that a person set, and from when on: to change, or to take away.
RowLayout {
    id: root

    required property ownPriceRow row

    signal changeWanted()
    signal removalWanted()

    spacing: 4

    Accessible.role: Accessible.ListItem
    Accessible.name: root.row.when + ", " + root.row.rates

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 1

        Words {
            Layout.fillWidth: true
            color: root.row.past ? Theme.colors.text3 : Theme.colors.text
            text: root.row.rates
        }
        Words {
            Layout.fillWidth: true
            color: root.row.coming ? Theme.colors.accent : Theme.colors.text3
            text: root.row.when
            font.pixelSize: Theme.secondary
        }
    }
    ActionButton {
        kind: ActionButton.Kind.Quiet
        text: qsTr("Change")

        Accessible.name: qsTr("Change the price %1").arg(root.row.when)
        onClicked: root.changeWanted()
    }
    ActionButton {
        kind: ActionButton.Kind.Quiet
        text: qsTr("Remove…")

        Accessible.name: qsTr("Remove the price %1").arg(root.row.when)
        onClicked: root.removalWanted()
    }
}
