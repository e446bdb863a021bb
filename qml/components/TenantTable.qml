// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// All tenants in an order that stays while one points at them; the last row is their total.
Card {
    id: root

    required property TenantListModel tenants
    required property TenantDetail tenant
    property bool narrow: false

    signal clearFilterWanted()

    function focusRows() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TenantTableTitles {
            Layout.fillWidth: true
            narrow: root.narrow
            tenants: root.tenants
        }
        Hairline {}
        ListView {
            id: list

            // Where somebody points, or is with the keys, no row may change its place.
            readonly property bool held: pointer.hovered || list.activeFocus

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: count * Theme.tallRowHeight
            Layout.maximumHeight: Math.max(1, count) * Theme.tallRowHeight
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0 // by default an invisible highlight is animated
            highlightResizeDuration: 0
            clip: true
            currentIndex: -1
            model: root.tenants

            Accessible.role: Accessible.Table
            Accessible.name: qsTr("Tenants")
            Keys.onReturnPressed: root.tenant.select(root.tenants.nameAt(list.currentIndex))
            Keys.onEscapePressed: root.tenant.clear()
            onHeldChanged: {
                // A page is taken down with the pointer over it, too.
                if (root.tenants) {
                    root.tenants.held = list.held;
                }
            }
            onActiveFocusChanged: {
                if (activeFocus && currentIndex < 0) {
                    currentIndex = Math.max(0, root.tenants.rowOf(root.tenant.selectedName));
                }
            }

            delegate: TenantTableRow {
                required property int index

                hasFocus: list.activeFocus && index === list.currentIndex
                narrow: root.narrow
                objectName: "tenant " + row.name
                selected: root.tenant.selected && row.name === root.tenant.selectedName
                width: ListView.view.width

                onPressed: {
                    list.currentIndex = index;
                    root.tenant.select(row.name);
                }
            }

            HoverHandler {
                id: pointer
            }
            ScrollMark {
                target: list
            }
        }
        ColumnLayout {
            Layout.margins: 16
            spacing: 8
            visible: root.tenants.count === 0

            Words {
                text: root.tenants.filter !== "" ? qsTr("No tenant matches “%1”").arg(root.tenants.filter)
                                                 : qsTr("No tenant has called yet")
            }
            ActionButton {
                text: qsTr("Clear filter")
                visible: root.tenants.filter !== ""

                onClicked: root.clearFilterWanted()
            }
        }
        Hairline {
            visible: list.contentHeight > list.height
        }
        TenantTableRow {
            Layout.fillWidth: true
            activeFocusOnTab: true
            hasFocus: activeFocus
            narrow: root.narrow
            row: root.tenants.total
            selected: root.tenant.selected && root.tenant.selectedName === "" && root.tenant.selectedBudget === ""
            total: true

            Keys.onReturnPressed: root.tenant.selectAll()
            onPressed: root.tenant.selectAll()
        }
        Item {
            Layout.fillHeight: true
            Layout.preferredHeight: 0
        }
        Hairline {}
        BarLegend {
            Layout.bottomMargin: 10
            Layout.leftMargin: 16
            Layout.rightMargin: 16
            Layout.topMargin: 10
        }
    }
}
