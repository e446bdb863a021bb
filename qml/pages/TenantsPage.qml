// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Who spends what against which cap; the inspector changes the cap of the selected one.
AppPage {
    id: root

    readonly property TenantDetail tenant: root.controlCentre.tenant
    readonly property BudgetForm form: root.controlCentre.newBudget

    readonly property DimensionList values: root.controlCentre.dimension
    readonly property bool ofTenants: root.values.dimension === 0

    readonly property bool ofBudgets: root.values.ofBudgets

    context: root.ofTenants ? root.controlCentre.tenants.summary
                            : root.ofBudgets ? root.controlCentre.budgets.summary : root.values.summary
    hasFilter: true
    title: qsTr("Tenants")

    actions: [
        ActionButton {
            enabled: root.controlCentre.canUndo
            glyph: "undo"
            keys: qsTr("Ctrl Z")
            text: qsTr("Undo")
            tip: root.controlCentre.canUndo ? root.controlCentre.undoText : qsTr("No cap was changed yet")

            onClicked: root.controlCentre.undo()
        },
        ActionButton {
            enabled: !root.form.open
            glyph: "plus"
            kind: ActionButton.Kind.Primary
            text: qsTr("New budget")
            tip: root.form.open ? qsTr("One is being written") : ""

            onClicked: root.newBudget()
        },
        PauseAllButton {
            controlCentre: root.controlCentre
        }
    ]

    function focusFilter() {
        filter.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    property bool writing: false

    Component.onCompleted: root.tellWhatIsShown()
    onOfBudgetsChanged: root.tellWhatIsShown()
    onVisibleChanged: root.tellWhatIsShown()

    function tellWhatIsShown() {
        // A page is shown and hidden while the window is made and taken down, too.
        if (root.controlCentre) {
            root.controlCentre.tenants.shown = root.visible;
            root.controlCentre.budgets.shown = root.visible && root.ofBudgets;
        }
    }

    function newBudget() {
        root.form.begin(root.tenant.selected ? root.tenant.selectedName : "");
    }
    function pauseOrResume() {
        inspector.pauseOrResume();
    }
    function focusRows() {
        if (root.ofTenants) {
            table.focusRows();
        } else if (root.ofBudgets) {
            budgetTable.focusRows();
        } else {
            valueTable.focusRows();
        }
    }
    function focusInspector() {
        if (root.tenant.selected) {
            inspector.forceActiveFocus(Qt.TabFocusReason);
            inspector.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason);
        }
    }

    // The form is gone, and with it the field that had the keys; or it has come.
    Timer {
        id: afterwards

        interval: 0 // what shows it follows first

        onTriggered: {
            if (root.visible && root.writing) {
                formCard.focusAmount();
            } else if (root.visible) {
                root.focusRows();
            }
        }
    }
    Connections {
        target: root.form

        function onChanged() {
            if (root.writing !== root.form.open) {
                root.writing = root.form.open;
                afterwards.start();
            }
        }
    }
    RowLayout {
        anchors {
            fill: parent
            bottomMargin: 16
            topMargin: 16
        }
        spacing: 14

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 606
            spacing: Theme.gap
            visible: !root.narrow || !root.tenant.selected && !root.form.open

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                ChoiceButton {
                    objectName: "dimensionChoice"

                    choices: root.values.dimensions
                    current: root.values.dimension
                    implicitHeight: filter.implicitHeight // level with what is beside it
                    name: qsTr("Spend by")

                    onChosen: index => root.values.dimension = index
                }
                FilterField {
                    id: filter

                    Layout.fillWidth: true
                    placeholderText: root.ofTenants ? qsTr("Filter tenants")
                                                    : root.ofBudgets ? qsTr("Filter budgets") : qsTr("Filter by name")

                    Keys.onDownPressed: root.focusRows()
                    onTextChanged: {
                        root.controlCentre.tenants.filter = text;
                        root.controlCentre.budgets.filter = text;
                        root.values.filter = text;
                    }
                }
            }
            DimensionTable {
                id: valueTable

                Layout.fillHeight: true
                Layout.fillWidth: true
                narrow: root.narrow
                values: root.values
                visible: !root.ofTenants && !root.ofBudgets

                onClearFilterWanted: filter.clear()
            }
            BudgetTable {
                id: budgetTable

                Layout.fillHeight: true
                Layout.fillWidth: true
                budgets: root.controlCentre.budgets
                narrow: root.narrow
                tenant: root.tenant
                visible: root.ofBudgets

                onClearFilterWanted: filter.clear()
                onNewBudgetWanted: root.newBudget()
            }
            TenantTable {
                id: table

                visible: root.ofTenants

                Layout.fillHeight: true
                Layout.fillWidth: true
                narrow: root.narrow
                tenant: root.tenant
                tenants: root.controlCentre.tenants

                onClearFilterWanted: filter.clear()
            }
        }
        TenantInspector {
            id: inspector

            Layout.fillHeight: true
            Layout.fillWidth: root.narrow
            Layout.preferredWidth: 404
            narrow: root.narrow
            tenant: root.tenant
            visible: root.tenant.selected && !root.form.open

            Keys.onEscapePressed: root.tenant.clear()
        }
        BudgetFormCard {
            id: formCard

            Layout.fillHeight: true
            Layout.fillWidth: root.narrow
            Layout.preferredWidth: 404
            form: root.form
            visible: root.form.open

            Keys.onEscapePressed: root.form.close()
        }
        Card {
            Layout.fillHeight: true
            Layout.preferredWidth: 404
            visible: !root.narrow && !root.tenant.selected && !root.form.open

            Words {
                anchors.centerIn: parent
                color: Theme.colors.text3
                horizontalAlignment: Text.AlignHCenter
                text: root.ofBudgets ? qsTr("Select a budget to see and change its cap")
                                     : qsTr("Select a tenant to see and change its cap")
                width: parent.width - 80
                wrapMode: Text.Wrap
            }
        }
    }
}
