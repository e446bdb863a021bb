// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Another budget, or another of its counters, in one line that leads to it.
RowLayout {
    id: root

    required property bindingRow row
    property string tip: qsTr("Change this cap")

    signal editWanted()

    spacing: 10

    Words {
        Layout.fillWidth: true
        Layout.preferredWidth: 110
        elide: Text.ElideMiddle
        text: root.row.name
    }
    BudgetBar {
        Layout.preferredWidth: 72
        figures: root.row.bar
        showsMarks: false
        stop: true
        thickness: 6
    }
    Figure {
        Layout.preferredWidth: 132
        color: Theme.colors.text2
        text: root.row.text
        font.weight: Theme.regular
    }
    ActionButton {
        Layout.preferredHeight: Theme.target
        Layout.preferredWidth: Theme.target
        glyph: "edit"
        kind: ActionButton.Kind.Quiet
        tip: root.tip

        onClicked: root.editWanted()
    }
}
