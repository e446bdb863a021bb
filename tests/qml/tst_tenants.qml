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
    function test_holdsTenThousand() {
        Sample.becomeHuge(10000);
        tryCompare(Sample.centre.tenants, "count", 10008);
        root.shown.focusFilter();
        for (const key of "9999") {
            keyClick(key);
        }
        tryCompare(Sample.centre.tenants, "count", 1);
        Sample.centre.tenants.filter = "";
    }
    function test_saysWhenNobodyHasCalled() {
        Sample.becomeEmpty();
        tryVerify(() => root.shows("No tenant has called yet"));
    }
}
