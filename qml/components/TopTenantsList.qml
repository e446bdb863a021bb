// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// The dearest tenants of today against their caps.
ListView {
    id: root

    required property TenantListModel tenants

    signal tenantWanted(string name)

    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0 // by default an invisible highlight is animated
    highlightResizeDuration: 0
    implicitHeight: Math.max(1, root.count) * Theme.rowHeight
    interactive: contentHeight > height
    clip: interactive
    model: root.tenants

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Top tenants today")

    delegate: Item {
        id: line

        required property tenantRow row
        required property int index

        activeFocusOnTab: true
        height: Theme.rowHeight
        width: ListView.view.width

        Accessible.role: Accessible.ListItem
        Accessible.name: line.row.name + ", " + line.row.bar.description
        Accessible.onPressAction: root.tenantWanted(line.row.name)
        Keys.onReturnPressed: root.tenantWanted(line.row.name)
        Keys.onEnterPressed: root.tenantWanted(line.row.name)

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
        Hairline {
            anchors.bottom: parent.bottom
            visible: line.index < root.count - 1 && !hover.hovered
            width: parent.width
        }
        HoverHandler {
            id: hover
        }
        TapHandler {
            onTapped: root.tenantWanted(line.row.name)
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
                opacity: line.row.hasCap ? 1 : 0
            }
            Figure {
                Layout.preferredWidth: Math.max(62, implicitWidth)
                text: line.row.settledText
            }
            Figure {
                Layout.preferredWidth: Math.max(62, implicitWidth)
                color: Theme.colors.text3
                text: line.row.hasCap ? "/ " + line.row.capText : qsTr("no cap")
                font.weight: Theme.regular
            }
        }
    }

    Words {
        color: Theme.colors.text3
        text: qsTr("No tenant has called today")
        visible: root.count === 0
        y: 10
    }
}
