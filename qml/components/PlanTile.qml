// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A week's or month's money in one small card: name, figure, plan, bar, one line.
Card {
    id: root

    required property spendCard card
    required property string title
    property bool narrow: false

    implicitHeight: root.narrow ? 89 : 190

    ColumnLayout {
        anchors {
            fill: parent
            margins: root.narrow ? 10 : 16
            leftMargin: 16
            rightMargin: 16
        }
        spacing: root.narrow ? 2 : 5

        RowLayout {
            Layout.fillWidth: true

            Words {
                Layout.fillWidth: true
                Layout.topMargin: root.narrow ? 0 : 2
                color: Theme.colors.text
                text: root.title
                font.weight: Theme.strong
            }
            Figure {
                color: Theme.colors.text3
                text: root.card.ofText
                visible: root.narrow
                font {
                    pixelSize: Theme.secondary
                    weight: Theme.regular
                }
            }
        }
        Figure {
            Layout.topMargin: root.narrow ? 0 : 3
            text: root.card.figure
            font.pixelSize: root.narrow ? Theme.pageTitle
                                        : Theme.tileFigure - (text.length > 10 ? 5 : 0)
        }
        Figure {
            color: Theme.colors.text3
            text: root.card.ofText
            visible: !root.narrow
            font {
                pixelSize: Theme.secondary
                weight: Theme.regular
            }
        }
        BudgetBar {
            Layout.fillWidth: true
            Layout.topMargin: root.narrow ? 0 : 8
            figures: root.card.bar
            opacity: root.card.hasCap ? 1 : 0
            showsMarks: !root.narrow
            stop: root.card.hasCap
            thickness: root.narrow ? 6 : 8
        }
        Item {
            Layout.fillHeight: true
        }
        ForecastLine {
            Layout.fillWidth: true
            card: root.card
            size: Theme.secondary
            visible: !root.narrow
        }
    }
}
