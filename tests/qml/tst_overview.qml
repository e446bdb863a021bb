// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan
import Capstan.App
import Capstan.Sample

PageCase {
    id: root

    name: "Overview"

    page: OverviewPage {
        controlCentre: Sample.centre
    }

    function test_showsTodayAndThePlans() {
        verify(root.shows("$41.87"));
        verify(root.shows("This week"));
        verify(root.shows("This month"));
        verify(root.shows("KV cache"));
        verify(root.shows("$6.42/h"));
    }
    function test_switchesFromTenantsToModels() {
        verify(root.shows("Top tenants today"));
        verify(!root.shows("Top models today"));
        root.shown.byModel = true;
        tryVerify(() => root.shows("Top models today"));
        verify(root.shows("$30.87"));
    }
    function test_aModelLeadsToItsPrice() {
        const wanted = spyOf.createObject(root, {"target": root.shown, "signalName": "modelWanted"});
        root.shown.byModel = true;
        tryVerify(() => root.shows("gpt-4o"));
        mouseClick(root.itemWith("$30.87", root.shown));
        compare(wanted.count, 1);
        compare(wanted.signalArguments[0][0], "qwen2.5-72b");
        wanted.destroy();
    }
    function test_choosesHowFarBack() {
        const burn = Sample.centre.burn;
        compare(burn.range, BurnHistory.FiveMinutes);
        root.press("Day");
        compare(burn.range, BurnHistory.Day);
        verify(root.shows("Reading…"));
        root.press("5 min");
        compare(burn.range, BurnHistory.FiveMinutes);
    }
    function test_fitsTheSmallestWindow() {
        root.shown.narrow = true;
        root.shown.width = 740;
        root.shown.height = 544;
        waitForRendering(root.shown);
        verify(root.shows("$41.87"));
        root.press("Top models");
        tryVerify(() => root.shows("qwen2.5-72b"));
    }

    Component {
        id: spyOf

        SignalSpy {}
    }
}
