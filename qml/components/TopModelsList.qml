// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// The dearest models of today, each with its part of the day's spend.
ListView {
    id: root

    required property TopModelList models

    signal modelWanted(string name)

    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0 // by default an invisible highlight is animated
    highlightResizeDuration: 0
    implicitHeight: Math.max(1, root.count) * Theme.rowHeight
    interactive: contentHeight > height
    clip: interactive
    model: root.models

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Top models today")

    delegate: Item {
        id: line

        required property topModelRow row

        activeFocusOnTab: true
        height: Theme.rowHeight
        width: ListView.view.width

        Accessible.role: Accessible.ListItem
        Accessible.name: line.row.name + ", " + line.row.bar.description
        Accessible.onPressAction: root.modelWanted(line.row.name)
        Keys.onReturnPressed: root.modelWanted(line.row.name)
        Keys.onEnterPressed: root.modelWanted(line.row.name)

        Rectangle {
            anchors {
                fill: parent
                leftMargin: -8
                rightMargin: -8
            }
            color: Theme.colors.hover
            radius: Theme.noticeRadius
            visible: hover.hovered || line.activeFocus

            FocusRing {
                anchors.margins: 0
                around: Theme.noticeRadius - 3
                visible: line.activeFocus
            }
        }
        HoverHandler {
            id: hover
        }
        TapHandler {
            onTapped: root.modelWanted(line.row.name)
        }
        RowLayout {
            anchors.fill: parent
            spacing: 10

            Words {
                Layout.fillWidth: true
                Layout.preferredWidth: 96
                color: Theme.colors.text
                elide: Text.ElideMiddle
                text: line.row.name
                font.weight: Theme.medium
            }
            BudgetBar {
                Layout.fillWidth: true
                Layout.preferredWidth: 130
                figures: line.row.bar
            }
            Figure {
                Layout.preferredWidth: Math.max(62, implicitWidth)
                text: line.row.spentText
            }
            Figure {
                Layout.preferredWidth: Math.max(62, implicitWidth)
                color: Theme.colors.text3
                text: line.row.burnText
                font.weight: Theme.regular
            }
        }
    }

    Words {
        color: Theme.colors.text3
        text: qsTr("No model was called today")
        visible: root.count === 0
        y: 10
    }
}
