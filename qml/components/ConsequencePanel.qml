// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What the new cap will do, before it is done.
Rectangle {
    id: root

    required property CapEditor editor
    required property CapPast past

    readonly property consequence facts: root.editor.consequence

    color: Theme.colors.surface
    implicitHeight: column.implicitHeight + 26
    radius: Theme.noticeRadius
    border {
        width: 1
        color: {
            switch (root.editor.direction) {
            case CapEditor.Cutting:
                return Theme.colors.over;
            case CapEditor.Lowering:
                return Theme.colors.near;
            }
            return Theme.colors.accent;
        }
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: "%1. %2. %3. %4. %5".arg(root.facts.title).arg(root.facts.cutText).arg(root.facts.roomText).arg(root.facts.forecastText).arg(root.past.text)

    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            margins: 14
            verticalCenter: parent.verticalCenter
        }
        spacing: 9

        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            text: root.facts.title
            font.weight: Theme.strong
        }
        ConsequenceLine {
            glyph: root.facts.cuts ? "over" : "check"
            ink: root.facts.cuts ? Theme.colors.over : Theme.colors.accent
            text: root.facts.cutText
        }
        ConsequenceLine {
            glyph: root.facts.roomShrinks ? "warning" : "check"
            ink: root.facts.roomShrinks ? Theme.colors.near : Theme.colors.accent
            text: root.facts.roomText
        }
        ConsequenceLine {
            glyph: "clock"
            ink: root.facts.sooner ? Theme.colors.near : Theme.colors.accent
            text: root.facts.forecastText
        }
        ConsequenceLine {
            glyph: root.past.refuses ? "warning" : "check"
            ink: root.past.refuses ? Theme.colors.near : Theme.colors.accent
            text: root.past.text
        }
        FilterChip {
            Layout.leftMargin: 24 // where the words begin
            filter: root.past.range
            objectName: "capRange"

            onRangeWanted: rangeMenu.open()

            RangeMenu {
                id: rangeMenu

                filter: root.past.range
            }
        }
        RowLayout {
            Layout.topMargin: 2
            spacing: 8

            ActionButton {
                kind: ActionButton.Kind.Primary
                enabled: root.editor.errorText === ""
                text: root.editor.creating ? qsTr("Set cap") : qsTr("Apply")

                onClicked: root.editor.commit()
            }
            ActionButton {
                id: back

                keys: qsTr("Esc")
                text: qsTr("Put back")
                visible: !root.editor.creating

                onClicked: root.editor.putBack()
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text3
                text: root.editor.creating ? "" : qsTr("Ctrl Z undoes it afterwards")
                font.pixelSize: Theme.secondary
            }
        }
    }
}
