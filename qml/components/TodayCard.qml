// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// The gauge with its legend and the one sentence about the rest of the day.
Card {
    id: root

    required property spendCard card
    property bool narrow: false

    signal capWanted()

    implicitHeight: 190

    RowLayout {
        anchors {
            fill: parent
            leftMargin: root.narrow ? 8 : 14
            rightMargin: 16
        }
        spacing: root.narrow ? 8 : 18

        SpendGauge {
            Layout.alignment: Qt.AlignVCenter
            card: root.card
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.topMargin: 18 // as the cards beside it
            spacing: 7

            Words {
                Layout.bottomMargin: 2
                Layout.fillWidth: true
                color: Theme.colors.text
                text: qsTr("Today, all tenants")
                font.weight: Theme.strong
            }
            LegendLine {
                ink: Theme.fillOf(root.card.standing)
                name: qsTr("Spent")
                text: root.card.figure
            }
            LegendLine {
                ink: Theme.fillOf(root.card.standing)
                name: qsTr("Held")
                sign: SpendSwatch.Striped
                text: root.card.heldText
            }
            LegendLine {
                figureInk: root.card.standing === Standing.Full ? Theme.colors.over : Theme.colors.text
                ink: Theme.colors.track
                name: qsTr("Left")
                text: root.card.leftText
            }
            Hairline {
                Layout.topMargin: 1
            }
            ForecastLine {
                Layout.fillWidth: true
                card: root.card
                visible: root.card.hasCap
            }
            ActionButton {
                kind: ActionButton.Kind.Quiet
                glyph: "plus"
                text: qsTr("Set a daily cap")
                visible: !root.card.hasCap

                onClicked: root.capWanted()
            }
        }
    }
}
