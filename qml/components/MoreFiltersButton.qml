// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// Leads to the filters that are not shown while they are not set.
ActionButton {
    id: root

    required property MoreFilters more

    signal wanted(int place)

    implicitHeight: Theme.buttonHeight - 2
    text: qsTr("More filters")
    tip: qsTr("By key, agent, user, team and what else a call can name")

    onClicked: menu.open()

    Timer {
        id: afterwards

        property int place: -1

        interval: 0 // the menu closes, and gives the focus back, first

        onTriggered: root.wanted(afterwards.place)
    }
    ChoiceMenu {
        id: menu

        choices: root.more.names
        name: root.text

        onChoice: index => {
            afterwards.place = index;
            afterwards.start();
        }
    }
}
