// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// Beside a field for a name: offers those that there have been, so that none need be remembered.
ActionButton {
    id: root

    required property ActivityFilterChip known // null: it is not shown
    required property string name // of the field

    signal chosen(string text)

    glyph: "open"
    implicitHeight: Theme.inputHeight
    tip: qsTr("Choose one that has called before")

    Accessible.name: qsTr("Choose: %1").arg(root.name)
    onClicked: menu.open()

    ChoiceMenu {
        id: menu

        choices: root.known ? root.known.choices : []
        name: root.name

        onAboutToShow: root.known.look()
        onChoice: (index, text) => root.chosen(text)
    }
}
