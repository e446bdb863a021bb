// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan
import Capstan.App

// The window: navigation, one page at a time, and the keys that work everywhere.
T.ApplicationWindow {
    id: root

    required property ControlCentre controlCentre
    required property Shell shell
    property int scheme: Theme.Scheme.System
    property bool reducedMotion: false
    property int textSize: 1 // 0 small to 3 largest
    property int page: 0

    readonly property bool narrow: root.width <= Theme.foldWidth

    color: Theme.colors.window
    height: 800
    minimumHeight: 480 // full HD at 200 % has 540, less a panel and the title bar
    minimumWidth: 800
    title: "Capstan"
    visible: false
    width: 1280

    function go(to: int) {
        root.page = to;
    }
    function focusArea(area: int) {
        if (area === 0) {
            sidebar.focusCurrent();
        } else if (area === 1) {
            root.focusRows();
        } else if (root.page === 1) {
            tenantsPage.focusInspector();
        } else if (root.page === 2) {
            activityPage.focusInspector();
        } else if (root.page === 3) {
            pricesPage.focusInspector();
        } else if (root.page === 5) {
            reportsPage.focusInspector();
        }
    }
    function focusRows() {
        const pages = [overviewPage, tenantsPage, activityPage, pricesPage, alertsPage, reportsPage, settingsPage];
        pages[root.page].focusRows();
    }
    function focusFilter() {
        if (root.page === 2) {
            activityPage.focusFilter();
        } else if (root.page === 3) {
            pricesPage.focusFilter();
        } else if (root.page === 5) {
            reportsPage.focusFilter();
        } else {
            root.page = 1;
            tenantsPage.focusFilter();
        }
    }
    function writeNew() {
        if (root.page === 3) {
            root.controlCentre.prices.editor.begin();
        } else {
            root.page = 1;
            tenantsPage.newBudget();
        }
    }
    function pauseOrResumeAll() {
        if (root.controlCentre.pausedAll) {
            root.controlCentre.pauseAll(false, false);
        } else {
            pauseAll.open();
        }
    }
    function showTenant(name: string) {
        root.controlCentre.tenant.select(name);
        root.page = 1;
    }

    onClosing: close => {
        close.accepted = false;
        root.shell.closeWindow();
    }

    Binding {
        property: "scheme"
        target: Theme
        value: root.scheme
    }
    Binding {
        property: "reducedMotion"
        target: Theme
        value: root.reducedMotion
    }
    Binding {
        property: "base"
        target: Theme
        value: [12, 13, 15, 17][root.textSize]
    }
    Binding {
        property: "devicePixelRatio"
        target: Theme
        value: Screen.devicePixelRatio
    }
    Connections {
        target: root.controlCentre

        function onHistoryChanged() {
            toast.hide(); // it offers to take back what is the last change no more
        }
        function onCapChanged(text: string) {
            toast.text = text;
            toast.show();
        }
        function onCapWanted() {
            root.page = 1;
        }
        function onNewBudgetWanted() {
            root.page = 1;
            tenantsPage.newBudget();
        }
        function onPageWanted(page: int) {
            root.page = page;
        }
        function onPauseAllWanted() {
            root.pauseOrResumeAll();
        }
    }

    RowLayout {
        anchors.fill: parent
        enabled: !root.controlCentre.firstRun.open // covered: the keyboard must not reach it either
        spacing: 0

        Sidebar {
            id: sidebar

            Layout.fillHeight: true
            controlCentre: root.controlCentre
            current: root.page
            rail: root.narrow

            onChosen: index => root.go(index)
        }
        StackLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            currentIndex: root.page

            OverviewPage {
                id: overviewPage

                controlCentre: root.controlCentre
                narrow: root.narrow

                onCapOfAllWanted: {
                    root.controlCentre.tenant.selectAll();
                    root.controlCentre.tenant.setCap();
                    root.page = 1;
                }
                onFindWanted: find.open()
                onModelWanted: name => {
                    root.controlCentre.prices.chooseModel(name);
                    root.page = 3;
                }
                onTenantWanted: name => root.showTenant(name)
            }
            TenantsPage {
                id: tenantsPage

                controlCentre: root.controlCentre
                narrow: root.narrow
            }
            ActivityPage {
                id: activityPage

                controlCentre: root.controlCentre
                narrow: root.narrow

                onTenantWanted: name => root.showTenant(name)
            }
            PricesPage {
                id: pricesPage

                controlCentre: root.controlCentre
                narrow: root.narrow

                onCallsWanted: model => {
                    root.controlCentre.activity.clearFilters();
                    root.controlCentre.activity.model.choose(model);
                    root.page = 2;
                }
            }
            AlertsPage {
                id: alertsPage

                controlCentre: root.controlCentre
                narrow: root.narrow
            }
            ReportsPage {
                id: reportsPage

                controlCentre: root.controlCentre
                narrow: root.narrow
            }
            SettingsPage {
                id: settingsPage

                controlCentre: root.controlCentre
                narrow: root.narrow

                onFirstRunWanted: root.controlCentre.firstRun.begin()
            }
        }
    }
    ElidedTip {
        objectName: "elided"
    }
    FirstRunView {
        anchors.fill: parent
        firstRun: root.controlCentre.firstRun
        z: 2
    }
    KeyDialog {
        form: root.controlCentre.tenant.keys.form
    }
    Connections {
        target: root.shell

        function onQuitAsked() {
            quitDialog.open();
        }
    }
    QuitDialog {
        id: quitDialog

        shell: root.shell
    }
    Toast {
        id: toast

        anchors {
            bottom: parent.bottom
            bottomMargin: 20
            horizontalCenter: parent.horizontalCenter
        }
        text: ""
        z: 3

        onUndoWanted: root.controlCentre.undo()
    }
    WindowKeys {
        page: root.page
        controlCentre: root.controlCentre
        shell: root.shell

        onAreaWanted: area => root.focusArea(area)
        onFilterWanted: root.focusFilter()
        onFindWanted: find.open()
        onKeysWanted: keySheet.open()
        onNewWanted: root.writeNew()
        onPageWanted: index => root.go(index)
        onPauseAllWanted: root.pauseOrResumeAll()
        onPauseTenantWanted: tenantsPage.pauseOrResume()
    }
    FindDialog {
        id: find

        find: root.controlCentre.find
    }
    KeySheet {
        id: keySheet
    }
    PauseAllDialog {
        id: pauseAll

        controlCentre: root.controlCentre
    }
}
