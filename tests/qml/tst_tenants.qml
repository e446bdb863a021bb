// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan
import Capstan.App
import Capstan.Sample

PageCase {
    id: root

    name: "Tenants"

    page: TenantsPage {
        controlCentre: Sample.centre
    }

    function test_showsTheTenantThatIsSelected() {
        Sample.centre.tenant.clear();
        verify(root.shows("Select a tenant to see and change its cap"));
        root.press("docs-search");
        compare(Sample.centre.tenant.selectedName, "docs-search");
        verify(root.shows("Raise until…"));
        Sample.centre.tenant.clear();
    }
    function test_raisesACapForAWhile() {
        Sample.centre.tenant.select("research");
        tryVerify(() => root.shows("Raise until…"));
        waitForRendering(root.shown); // where the button stands is known then
        root.press("Raise until…");
        const amount = findChild(root.shown, "raiseAmount");
        tryVerify(() => amount.activeFocus);
        tryVerify(() => root.shows("Cap $25.00 until Sun 00:00, then $20.00 again"));
        amount.selectAll();
        for (const key of "12") {
            keyClick(key);
        }
        verify(root.shows("Cap $32.00 until Sun 00:00, then $20.00 again"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => root.shows("Raise until…"));
        Sample.centre.tenant.clear();
    }
    function test_switchesTheDimension() {
        const values = Sample.centre.dimension;
        verify(root.shows("research"));
        values.dimension = 1;
        tryVerify(() => !root.shows("research"));
        verify(root.shows("Reading…"));
        verify(root.shows("30 days"));
        values.dimension = 0;
        tryVerify(() => root.shows("research"));
    }
    function test_showsEveryBudgetWithItsCap() {
        const values = Sample.centre.dimension;
        values.dimension = values.dimensions.length - 1;
        tryVerify(() => root.shows("All tenants, daily cap"));
        verify(root.shows("Select a budget to see and change its cap"));
        waitForRendering(root.shown); // where the row stands is known then
        root.press("All tenants, daily cap");
        compare(Sample.centre.tenant.selectedBudget, "b-day");
        verify(root.shows("$41.87 settled + $3.12 held of $60.00"));
        verify(root.shows("Remove"));
        verify(!root.shows("Pause")); // a budget is nobody
        verify(!root.shows("Create key"));
        values.dimension = 0;
        Sample.centre.tenant.clear();
    }
    function test_findsABudgetAndLetsGoOfTheFilter() {
        const values = Sample.centre.dimension;
        const budgets = Sample.centre.budgets;
        values.dimension = values.dimensions.length - 1;
        tryVerify(() => budgets.count > 3);
        const all = budgets.count;
        root.shown.focusFilter();
        for (const key of "month") {
            keyClick(key);
        }
        tryVerify(() => budgets.count > 0 && budgets.count < all);
        keyClick(Qt.Key_X);
        tryVerify(() => root.shows("No budget matches “monthx”"));
        waitForRendering(root.shown); // where the button stands is known then
        root.press("Clear filter");
        tryCompare(budgets, "count", all);
        values.dimension = 0;
    }
    function test_showsABudgetWithTheKeyboard() {
        const values = Sample.centre.dimension;
        values.dimension = values.dimensions.length - 1;
        tryVerify(() => root.shows("All tenants, daily cap"));
        root.shown.focusRows();
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(Sample.centre.tenant.selectedBudget, Sample.centre.budgets.idAt(1));
        values.dimension = 0;
        Sample.centre.tenant.clear();
    }
    function test_saysWhatToDoWithoutABudget() {
        Sample.becomeEmpty();
        const values = Sample.centre.dimension;
        values.dimension = values.dimensions.length - 1;
        tryVerify(() => Sample.centre.budgets.count === 0);
        verify(root.shows("No budget yet, so nothing is refused. A budget caps what a tenant, an agent, a model or everybody may spend."));
        values.dimension = 0;
    }
    // By the title of a column, with the pointer and with the keyboard.
    function test_sortsByAColumn() {
        const tenants = Sample.centre.tenants;
        tryCompare(tenants, "count", 8);
        root.press("Tenant");
        compare(tenants.nameAt(0), "code-review");
        tryVerify(() => root.shows("Tenant ↑"));
        keyClick(Qt.Key_Return);
        compare(tenants.nameAt(0), "support-bot");
        tryVerify(() => root.shows("Tenant ↓"));
        root.press("Settled");
        compare(tenants.nameAt(0), "research");
    }
    function test_keepsTheOrderUnderThePointer() {
        const tenants = Sample.centre.tenants;
        verify(!tenants.held);
        mouseMove(root.itemWith("research", root.shown));
        tryVerify(() => tenants.held);
        mouseMove(root.shown, 2, 2);
        tryVerify(() => !tenants.held);
        root.shown.focusRows();
        tryVerify(() => tenants.held);
    }
    function test_holdsTenThousand() {
        Sample.becomeHuge(10000);
        tryCompare(Sample.centre.tenants, "count", 10008);
        root.shown.focusFilter();
        for (const key of "9999") {
            keyClick(key);
        }
        tryCompare(Sample.centre.tenants, "count", 1);
        Sample.centre.tenants.filter = "";
        Sample.centre.budgets.filter = "";
    }
    function test_saysWhenNobodyHasCalled() {
        Sample.becomeEmpty();
        tryVerify(() => root.shows("No tenant has called yet"));
    }
}
