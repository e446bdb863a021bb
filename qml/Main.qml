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
    property int page: 0

    readonly property bool narrow: root.width < Theme.foldWidth

    color: Theme.colors.window
    height: 800
    minimumHeight: 600
    minimumWidth: 800
    title: "Capstan"
    visible: false
    width: 1280

    function go(to: int) {
        root.page = to;
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
        property: "devicePixelRatio"
        target: Theme
        value: Screen.devicePixelRatio
    }
    Connections {
        target: root.controlCentre

        function onCapChanged(text: string) {
            toast.text = text;
            toast.show();
        }
        function onCapWanted() {
            root.page = 1;
        }
    }

    RowLayout {
        anchors.fill: parent
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
                controlCentre: root.controlCentre
                narrow: root.narrow

                onCapOfAllWanted: {
                    root.controlCentre.tenant.selectAll();
                    root.controlCentre.tenant.setCap();
                    root.page = 1;
                }
                onTenantWanted: name => root.showTenant(name)
            }
            TenantsPage {
                id: tenantsPage

                controlCentre: root.controlCentre
                narrow: root.narrow
            }
            AlertsPage {
                controlCentre: root.controlCentre
                narrow: root.narrow

                onTenantWanted: name => root.showTenant(name)
            }
        }
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

        onPageWanted: index => root.go(index)
        onFilterWanted: {
            root.page = 1;
            tenantsPage.focusFilter();
        }
        onAreaWanted: tenantsFirst => {
            if (tenantsFirst) {
                tenantsPage.focusInspector();
            } else {
                sidebar.focusCurrent();
            }
        }
        onPauseAllWanted: pauseAll.open()
    }
    PauseAllDialog {
        id: pauseAll

        controlCentre: root.controlCentre
    }
}
