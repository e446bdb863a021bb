// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// One model: where it is served, its three prices, who says so, and what it cost today.
Item {
    id: root

    required property priceRow row
    property bool selected: false
    property bool hasFocus: false

    signal pressed()

    implicitHeight: Theme.tallRowHeight

    Accessible.role: Accessible.Row
    Accessible.name: qsTr("%1, %2, input %3, output %4 dollars per million tokens, %5 %6").arg(root.row.model)
        .arg(root.row.place).arg(root.row.input).arg(root.row.output).arg(root.row.source).arg(root.row.detail)
    Accessible.selected: root.selected
    Accessible.onPressAction: root.pressed()

    component Rate: Figure {
        id: rate

        property bool priced: true

        Layout.preferredWidth: 66
        color: rate.priced ? Theme.colors.text : Theme.colors.text3
        font.weight: Theme.regular
    }

    Rectangle {
        anchors.fill: parent
        color: root.selected ? Theme.colors.selected : hover.hovered ? Theme.colors.hover : "transparent"

        Rectangle {
            color: Theme.colors.accent
            height: parent.height
            visible: root.selected
            width: 3
        }
        FocusRing {
            anchors.margins: 2
            around: 0
            visible: root.hasFocus
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: root.pressed()
    }
    RowLayout {
        anchors {
            fill: parent
            leftMargin: 16
            rightMargin: 16
        }
        spacing: 10

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 130
            spacing: 1

            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                elide: Text.ElideMiddle
                text: root.row.model
                font.weight: Theme.strong
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text3
                text: root.row.place
                font.pixelSize: Theme.caption
            }
        }
        Rate {
            priced: root.row.priced
            text: root.row.input
        }
        Rate {
            priced: root.row.priced
            text: root.row.cached
        }
        Rate {
            priced: root.row.priced
            text: root.row.output
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: 10
            Layout.maximumWidth: 190
            Layout.minimumWidth: 112
            Layout.preferredWidth: 176
            spacing: 1

            Chip {
                glyph: root.row.priced ? "" : "warning"
                ink: root.row.priced ? (root.row.own ? Theme.colors.accent : Theme.colors.text2) : Theme.colors.near
                paper: root.row.priced ? (root.row.own ? Theme.colors.accentSoft : Theme.colors.well)
                                       : Theme.colors.nearSoft
                text: root.row.source
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text3
                text: root.row.detail
                visible: text !== ""
                font.pixelSize: Theme.caption
            }
        }
        Figure {
            Layout.preferredWidth: 70
            text: root.row.today
        }
    }
}
