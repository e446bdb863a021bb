// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// All budgets, whomever they bind; Enter shows one with its cap to change.
Card {
    id: root

    required property BudgetListModel budgets
    required property TenantDetail tenant
    property bool narrow: false

    signal clearFilterWanted()
    signal newBudgetWanted()

    function focusRows() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TenantTableHead {
            Layout.fillWidth: true
            narrow: root.narrow
            ofBudgets: true
        }
        Hairline {}
        ListView {
            id: list

            objectName: "budgetRows"

            Layout.fillHeight: true
            Layout.fillWidth: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            currentIndex: -1
            highlightMoveDuration: 0 // by default an invisible highlight is animated
            highlightResizeDuration: 0
            model: root.budgets

            Accessible.role: Accessible.Table
            Accessible.name: qsTr("All budgets")
            Keys.onReturnPressed: root.tenant.selectBudget(root.budgets.idAt(list.currentIndex))
            Keys.onEscapePressed: root.tenant.clear()
            onActiveFocusChanged: {
                if (activeFocus && currentIndex < 0) {
                    currentIndex = Math.max(0, root.budgets.rowOf(root.tenant.selectedBudget));
                }
            }

            delegate: Item {
                id: entry

                required property budgetRow row
                required property int index

                height: line.implicitHeight
                objectName: "budget " + entry.row.id
                width: ListView.view.width

                TenantTableRow {
                    id: line

                    anchors.fill: parent
                    hasFocus: list.activeFocus && entry.index === list.currentIndex
                    narrow: root.narrow
                    row: entry.row.line
                    selected: root.tenant.selected && entry.row.id === root.tenant.selectedBudget

                    onPressed: {
                        list.currentIndex = entry.index;
                        root.tenant.selectBudget(entry.row.id);
                    }
                }
            }

            ScrollMark {
                target: list
            }
            ListStateNote {
                anchors.fill: parent
                action: root.budgets.filter !== "" ? qsTr("Clear filter") : qsTr("New budget")
                text: root.budgets.filter !== "" ? qsTr("No budget matches “%1”").arg(root.budgets.filter)
                                                 : qsTr("No budget yet, so nothing is refused. A budget caps what a tenant, an agent, a model or everybody may spend.")
                visible: root.budgets.count === 0

                onActed: {
                    if (root.budgets.filter !== "") {
                        root.clearFilterWanted();
                    } else {
                        root.newBudgetWanted();
                    }
                }
            }
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
