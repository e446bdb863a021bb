// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan
import Capstan.App
import Capstan.Sample

// Empty, loading, error and huge, page by page, where a page's own test does not show it.
Item {
    id: root

    height: 744
    width: 1232

    Component {
        id: overview

        OverviewPage {}
    }
    Component {
        id: tenants

        TenantsPage {}
    }
    Component {
        id: activity

        ActivityPage {}
    }
    Component {
        id: alerts

        AlertsPage {}
    }
    Component {
        id: prices

        PricesPage {}
    }
    Component {
        id: settings

        SettingsPage {}
    }

    TestCase {
        id: test

        name: "States"
        when: windowShown

        readonly property string noLedger: "The ledger cannot be read: disk I/O error. Check the disk."

        function open(page: Component, centre: ControlCentre): Item {
            const shown = createTemporaryObject(page, root, {
                "controlCentre": centre,
                "width": root.width,
                "height": root.height
            });
            verify(shown);
            waitForRendering(shown);
            return shown;
        }
        // The text that is seen and contains that one.
        function textWith(part: string, below: Item): Item {
            for (let i = 0; i < below.children.length; ++i) {
                const child = below.children[i];
                if (child.visible) {
                    const says = (child as Text)?.text ?? "";
                    const found = says.includes(part) ? child : textWith(part, child);
                    if (found) {
                        return found;
                    }
                }
            }
            return null;
        }
        function tells(page: Item, part: string) {
            tryVerify(() => test.textWith(part, page) !== null, 5000, part);
        }
        function clears(page: Item, label: string) {
            waitForRendering(page); // where the button stands is known then
            mouseClick(textWith(label, page));
        }
        function rowsMade(list: Item): int {
            return list.contentItem.children.length;
        }

        function init() {
            Sample.lively(50);
        }
        function cleanup() {
            Sample.centre.burn.range = BurnHistory.FiveMinutes;
            Sample.centre.dimension.dimension = 0;
            Sample.centre.prices.filter = "";
            Sample.centre.tenants.filter = "";
            Sample.centre.activity.clearFilters();
        }

        function test_overviewEmpty() {
            tells(open(overview, Sample.silent), "No calls yet");
        }
        function test_overviewLoadingAndError() {
            const page = open(overview, Sample.centre);
            Sample.centre.burn.range = BurnHistory.Day;
            tells(page, "Reading…");
            Sample.refuseSums();
            tells(page, noLedger);
        }
        function test_overviewWithoutUpstream() {
            const page = open(overview, Sample.centre);
            Sample.withoutUpstream();
            tells(page, "down since");
            tells(page, "connection refused");
        }
        function test_overviewWithSeveralUpstreams() {
            const page = open(overview, Sample.centre);
            Sample.withUpstreams(3);
            tells(page, "1 of 3 down");
            tells(page, "vllm-2 :8001");
            tells(page, "7 running · 0 waiting · KV 38");
            tells(page, "load and output unknown");
            Sample.withUpstreams(12);
            tells(page, "1 of 12 down");
            const list = findChild(page, "upstreamLines");
            compare(list.count, 12);
            list.positionViewAtEnd();
            tells(page, "vllm-12 :8011");
        }
        function test_overviewHuge() {
            Sample.withTenants(10000);
            const page = open(overview, Sample.centre);
            tells(page, "others"); // five have a band, ten thousand share one
            compare(Sample.centre.topTenants.count, 5);
        }
        function test_tenantsEmpty() {
            const page = open(tenants, Sample.centre);
            Sample.centre.tenants.filter = "nobody-is-called-so";
            tells(page, "No tenant matches");
        }
        function test_tenantsHuge() {
            Sample.withTenants(10000);
            const page = open(tenants, Sample.centre);
            tryCompare(Sample.centre.tenants, "count", 10008);
            tells(page, "10,008 tenants");
        }
        function test_valuesLoadingErrorAndEmpty() {
            const page = open(tenants, Sample.centre);
            Sample.centre.dimension.dimension = 1;
            tells(page, "Reading…");
            Sample.refuseSums();
            tells(page, noLedger);
        }
        function test_activityLoading() {
            tells(open(activity, Sample.silent), "Reading the log…");
        }
        function test_alertsLoading() {
            tells(open(alerts, Sample.silent), "Reading the alerts…");
        }
        function test_tenantsEmptyOfAll() {
            tells(open(tenants, Sample.silent), "No tenant has called yet");
        }
        function test_pricesEmpty() {
            tells(open(prices, Sample.silent), "No upstream has listed a model yet.");
        }
        function test_activityEmptyWithAndWithoutFilter() {
            Sample.empty();
            const page = open(activity, Sample.centre);
            Sample.centre.activity.time.choose(Sample.centre.activity.time.choices[0]);
            tells(page, "No request matches these filters.");
            clears(page, "Clear filters");
            tells(page, "No request yet.");
        }
        function test_activityError() {
            Sample.empty();
            const page = open(activity, Sample.centre);
            tryCompare(Sample.centre.activity, "count", 0);
            Sample.failing();
            Sample.centre.activity.time.choose(Sample.centre.activity.time.choices[0]);
            tells(page, noLedger);
        }
        function test_alertsEmptyAndError() {
            Sample.empty();
            const page = open(alerts, Sample.centre);
            tryCompare(page.alerts.history, "count", 0);
            Sample.failing();
            tells(page, "The ledger cannot be read");
        }
        function test_pricesWithoutAHit() {
            Sample.withPrices();
            const page = open(prices, Sample.centre);
            const table = findChild(page, "priceTable");
            tryVerify(() => table.count > 3);
            page.focusFilter();
            for (const key of "zzz") {
                keyClick(key);
            }
            tells(page, "No model matches “zzz”");
            clears(page, "Clear filter");
            tryVerify(() => table.count > 3);
        }
        function test_pricesError() {
            Sample.withPrices();
            const page = open(prices, Sample.centre);
            Sample.refuseSums();
            tells(page, "What they cost today is not known: " + noLedger);
            Sample.withPrices(); // it can be read again
            tells(page, "Yours wins over configured");
        }
        function test_pricesHuge() {
            Sample.withManyModels(5000);
            const page = open(prices, Sample.centre);
            const table = findChild(page, "priceTable");
            tryVerify(() => table.count > 5000);
            verify(rowsMade(table) < 80);
        }
        function test_settingsEmpty() {
            const page = open(settings, Sample.centre); // no service has said anything yet
            tells(page, "Upstreams");
            tells(page, "never kept");
        }
    }
}
