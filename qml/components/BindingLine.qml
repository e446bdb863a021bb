// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Another budget in one line; one of the tenant's own can be brought into the editor.
RowLayout {
    id: root

    required property bindingRow row

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
        thickness: 6
    }
    Figure {
        Layout.preferredWidth: 132
        color: Theme.colors.text2
        text: root.row.text
        font.weight: Theme.regular
    }
    Item {
        Layout.preferredHeight: Theme.target
        Layout.preferredWidth: Theme.target

        ActionButton {
            anchors.fill: parent
            glyph: "edit"
            kind: ActionButton.Kind.Quiet
            tip: qsTr("Change this cap")
            visible: root.row.editable

            onClicked: root.editWanted()
        }
    }
}
