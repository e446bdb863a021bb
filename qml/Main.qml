// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
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
    property int page: 0 // that is wanted
    readonly property int shown: pages.currentIndex

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
            pages.pageAt(root.page).focusRows();
        } else {
            pages.pageAt(root.page).focusInspector();
        }
    }
    // Of the page, or of the tenants where it has none.
    function focusFilter() {
        if (!pages.pageAt(root.page).hasFilter) {
            root.page = 1;
        }
        pages.pageAt(root.page).focusFilter();
    }
    function writeNew() {
        if (root.page === 3) {
            root.controlCentre.prices.editor.begin();
        } else {
            root.newBudget();
        }
    }
    function newBudget() {
        root.page = 1;
        (pages.pageAt(1) as TenantsPage).newBudget();
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
            root.newBudget();
        }
        function onPageWanted(page: int) {
            root.page = page;
        }
        function onSectionWanted(section: int) {
            root.page = 6;
            (pages.pageAt(6) as SettingsPage).showWithTheNextFrame(section);
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
        Pages {
            id: pages

            Layout.fillHeight: true
            Layout.fillWidth: true
            controlCentre: root.controlCentre
            narrow: root.narrow
            page: root.page

            onFindWanted: find.open()
            onPageWanted: index => root.go(index)
            onTenantWanted: name => root.showTenant(name)
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
        onPauseTenantWanted: (pages.pageAt(1) as TenantsPage).pauseOrResume()
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
