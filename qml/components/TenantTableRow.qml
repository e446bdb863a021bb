// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// One tenant, two lines high: name and remark, bar, and figures in fixed columns.
Item {
    id: root

    required property tenantRow row
    property bool narrow: false
    property bool selected: false
    property bool hasFocus: false
    property bool total: false

    signal pressed()

    implicitHeight: Theme.tallRowHeight

    Accessible.role: Accessible.Row
    Accessible.name: root.row.name + ", " + root.row.bar.description + ", " + root.row.remark
    Accessible.selected: root.selected
    Accessible.onPressAction: root.pressed()

    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
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
        visible: !root.total
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
            Layout.minimumWidth: 100
            Layout.preferredWidth: 150
            spacing: 1

            Words {
                Layout.fillWidth: true
                color: root.row.paused ? Theme.colors.text2 : Theme.colors.text
                elide: Text.ElideMiddle
                text: root.row.name
                font.weight: Theme.strong
            }
            Words {
                Layout.fillWidth: true
                color: Theme.inkOf(root.row.standing)
                text: root.row.remark
                visible: !root.total
                font.pixelSize: Theme.caption
            }
        }
        BudgetBar {
            Layout.fillWidth: true
            Layout.minimumWidth: 80
            Layout.preferredWidth: 130
            figures: root.row.bar
            opacity: root.row.hasCap ? 1 : 0
        }
        Figure {
            Layout.preferredWidth: Math.max(66, implicitWidth)
            text: root.row.settledText
        }
        Figure {
            Layout.preferredWidth: Math.max(52, implicitWidth)
            color: Theme.colors.text2
            text: root.row.heldText
            visible: !root.narrow
            font.weight: root.total ? Theme.strong : Theme.regular
        }
        Figure {
            Layout.preferredWidth: Math.max(66, implicitWidth)
            color: Theme.colors.text2
            text: root.row.capText
            font.weight: root.total ? Theme.strong : Theme.regular
        }
        Figure {
            Layout.preferredWidth: Math.max(64, implicitWidth)
            color: Theme.colors.text2
            text: root.row.burnText
            visible: !root.narrow
            font.weight: root.total ? Theme.strong : Theme.regular
        }
    }
}
