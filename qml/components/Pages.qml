// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// All pages, one at a time. The page before stays until the wanted one is made, some frames later.
StackLayout {
    id: root

    required property ControlCentre controlCentre
    required property int page // that is wanted; currentIndex is the one that is shown
    property bool narrow: false

    signal findWanted()
    signal pageWanted(int index)
    signal tenantWanted(string name)

    // Makes it at once, for who asks it for something.
    function pageAt(index: int) : AppPage {
        return (root.itemAt(index) as PagePlace).madeNow();
    }
    function showWhatIsMade() {
        if ((root.itemAt(root.page) as PagePlace).page !== null) {
            root.currentIndex = root.page;
        }
    }

    Component.onCompleted: root.pageAt(root.page)
    onPageChanged: {
        (root.itemAt(root.page) as PagePlace).begin();
        root.showWhatIsMade();
    }

    PagePlace {
        onMade: root.showWhatIsMade()

        OverviewPage {
            controlCentre: root.controlCentre
            narrow: root.narrow

            onCapOfAllWanted: {
                root.controlCentre.tenant.selectAll();
                root.controlCentre.tenant.setCap();
                root.pageWanted(1);
            }
            onFindWanted: root.findWanted()
            onModelWanted: name => {
                root.controlCentre.prices.chooseModel(name);
                root.pageWanted(3);
            }
            onTenantWanted: name => root.tenantWanted(name)
        }
    }
    PagePlace {
        onMade: root.showWhatIsMade()

        TenantsPage {
            controlCentre: root.controlCentre
            narrow: root.narrow
        }
    }
    PagePlace {
        onMade: root.showWhatIsMade()

        ActivityPage {
            controlCentre: root.controlCentre
            narrow: root.narrow

            onTenantWanted: name => root.tenantWanted(name)
        }
    }
    PagePlace {
        onMade: root.showWhatIsMade()

        PricesPage {
            controlCentre: root.controlCentre
            narrow: root.narrow

            onCallsWanted: model => {
                root.controlCentre.activity.clearFilters();
                root.controlCentre.activity.model.choose(model);
                root.pageWanted(2);
            }
        }
    }
    PagePlace {
        onMade: root.showWhatIsMade()

        AlertsPage {
            controlCentre: root.controlCentre
            narrow: root.narrow
        }
    }
    PagePlace {
        onMade: root.showWhatIsMade()

        ReportsPage {
            controlCentre: root.controlCentre
            narrow: root.narrow
        }
    }
    PagePlace {
        onMade: root.showWhatIsMade()

        SettingsPage {
            controlCentre: root.controlCentre
            narrow: root.narrow

            onFirstRunWanted: root.controlCentre.firstRun.begin()
        }
    }
}
