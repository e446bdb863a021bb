// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan
import Capstan.App
import Capstan.Sample

Item {
    id: root

    height: 744
    width: 1072

    readonly property ReportsModel reports: Office.centre.reports

    ReportsPage {
        id: page

        anchors.fill: parent
        controlCentre: Office.centre
    }

    TestCase {
        name: "ReportsPage"
        when: windowShown

        function init() {
            Office.holdsBack = false;
            Office.rows = 12;
            page.narrow = false;
            root.reports.current = 0;
            root.reports.clearFilters();
            root.reports.run();
        }
        // By what a screen reader is told, so that the test reads the page as a person does.
        function named(name) {
            const waiting = [page];
            while (waiting.length > 0) {
                const item = waiting.shift();
                if (item.visible && (item.Accessible.name === name || item.text === name)) {
                    return item;
                }
                for (let i = 0; i < item.children.length; ++i) {
                    waiting.push(item.children[i]);
                }
            }
            return null;
        }

        // What its click does: buttons that have just come are still on their way to their place.
        function press(name) {
            tryVerify(() => named(name) !== null && named(name).enabled);
            named(name).clicked();
        }

        function test_showsChartAndTable() {
            compare(root.reports.chart.count, 12);
            verify(named("Rows of the report"));
            verify(named(root.reports.chart.summary));
            verify(named("$15.92")); // whole, in bar and table
            verify(named("12 rows, as of 14:32"));
        }
        function test_theArrowKeysChooseAReport() {
            page.focusRows();
            keyClick(Qt.Key_Down);
            compare(root.reports.current, 1);
            compare(Office.lastAsked(), "experiment_cost_vs_outcome");
            keyClick(Qt.Key_Up);
            keyClick(Qt.Key_Up); // there is none above
            compare(root.reports.current, 0);
        }
        function test_theArrowKeysGoThroughTheChart() {
            root.reports.current = 5;
            const chart = named(root.reports.chart.summary);
            chart.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            verify(chart.Accessible.description.startsWith("Tue 10 Nov: $"), chart.Accessible.description);
            keyClick(Qt.Key_Right);
            verify(chart.Accessible.description.startsWith("Wed 11 Nov: $"), chart.Accessible.description);
        }
        function test_anotherAnswerForgetsThePointOfTheLast() {
            root.reports.current = 5;
            const chart = named(root.reports.chart.summary);
            chart.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            verify(chart.Accessible.description.startsWith("Tue 10 Nov: $"), chart.Accessible.description);
            root.reports.run(); // as many points as before
            compare(chart.Accessible.description, "Arrow keys go from point to point");
        }
        function test_aTitleSorts() {
            const calls = named("Calls");
            mouseClick(calls);
            compare(root.reports.table.sortColumn, 4);
            verify(root.reports.table.descending);
            compare(calls.Accessible.name, "Calls, sorted, largest first");
        }
        function test_theBarComesAfterASecondAndEscapeCancels() {
            Office.holdsBack = true;
            root.reports.run();
            verify(!named("Adding up…"));
            tryVerify(() => named("Adding up…") !== null, 3000);
            const before = Office.cancelled();
            page.focusRows();
            keyClick(Qt.Key_Escape);
            compare(Office.cancelled(), before + 1);
            verify(named("Cancelled."));
            verify(!named("Adding up…"));
        }
        function test_anErrorSaysWhyAndTriesAgain() {
            Office.holdsBack = true;
            root.reports.run();
            Office.fail("The ledger cannot be read.");
            verify(named("The ledger cannot be read."));
            Office.holdsBack = false;
            mouseClick(named("Try again"));
            verify(!named("The ledger cannot be read."));
        }
        function test_anErrorWithoutRowsStandsInTheirPlace() {
            Office.rows = 0;
            root.reports.run();
            Office.holdsBack = true;
            root.reports.run();
            Office.fail("The ledger cannot be read.");
            let around = named("The ledger cannot be read.");
            while (around && !around.toString().startsWith("ReportTableCard")) {
                around = around.parent;
            }
            verify(around);
            Office.holdsBack = false;
            Office.rows = 12;
            mouseClick(named("Try again"));
            verify(!named("The ledger cannot be read."));
        }
        function test_anEmptyAnswerSaysSo() {
            Office.rows = 0;
            root.reports.run();
            verify(named("Nothing to report in this time."));
            root.reports.tenant.choose("research");
            verify(named("No call matches these filters."));
            mouseClick(named("Clear filters"));
            verify(!root.reports.filtered);
        }
        function test_savesAFile() {
            mouseClick(named("Save CSV"));
            verify(root.reports.saving.text.endsWith(".csv"), root.reports.saving.text);
            mouseClick(named("Save JSON"));
            verify(root.reports.saving.text.endsWith(".json"), root.reports.saving.text);
        }
        function test_anInvoiceIsSavedAndClosed() {
            press("Invoice");
            verify(!named("Save PDF").enabled); // of whom?
            root.reports.invoices.tenant.choose("research");
            verify(named("$12.00"));
            verify(named("Draft"));
            press("Save PDF");
            verify(named(root.reports.invoices.savedText).text.endsWith("-draft.pdf"));
            press("Close invoice…");
            press("Keep open");
            verify(named("Draft"));
            press("Close invoice…");
            press("Close for good");
            verify(named("CAP-000007, closed"));
            verify(!named("Close invoice…").enabled);
            press("All as FOCUS");
            compare(Office.lastAsked(), "focus");
            press("Hide invoice");
            verify(!named("Save PDF"));
        }
        function test_aNarrowWindowHasAMenuInsteadOfTheList() {
            page.narrow = true;
            verify(named("Report, Cost by tenant and feature"));
            verify(!named("Reports") || named("Reports") === page);
            page.focusRows();
        }
    }
}
