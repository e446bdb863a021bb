// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// The ring of today's money, its figure in the middle.
Item {
    id: root

    required property spendCard card

    implicitHeight: 160
    implicitWidth: 188

    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Today: %1").arg(root.card.bar.description)
    Accessible.readOnly: true

    GaugeArc {
        anchors.fill: parent
        crossedColor: Theme.colors.nearFill
        figures: root.card.bar
        fillColor: Theme.fillOf(root.card.standing)
        markColor: Theme.colors.text3
        postColor: root.card.standing === Standing.Full ? Theme.colors.over : Theme.colors.text
        thickness: 15
        trackColor: Theme.colors.track
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 2
        y: root.width / 2 - 24

        Figure {
            anchors.horizontalCenter: parent.horizontalCenter
            // A longer sum gets smaller type, never an ellipsis.
            text: root.card.figure
            font.pixelSize: Theme.gaugeFigure - (text.length > 10 ? 9 : text.length > 8 ? 5 : 0)
        }
        Figure {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.colors.text3
            text: root.card.ofText
            font {
                pixelSize: Theme.secondary
                weight: Theme.regular
            }
        }
    }
}
