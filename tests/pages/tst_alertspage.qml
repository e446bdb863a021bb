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

    AlertsPage {
        id: page

        anchors.fill: parent
        controlCentre: Sample.centre
        narrow: root.width < 900
    }
    SignalSpy {
        id: cap

        signalName: "capWanted"
        target: page.controlCentre
    }

    TestCase {
        name: "AlertsPage"
        when: windowShown

        function init() {
            root.width = 1072;
            cap.clear();
            Sample.empty();
            tryCompare(page.alerts.history, "count", 0);
            Sample.lively(1000000);
            tryVerify(() => page.alerts.history.count >= 200);
        }
        function withText(item, text) {
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                if (child.visible && child.text === text && child.clicked !== undefined) {
                    return child;
                }
                const found = withText(child, text);
                if (found) {
                    return found;
                }
            }
            return null;
        }
        // Of the first card. By its place: cards of what was open before may not be gone yet.
        function press(text: string) {
            const list = findChild(page, "openAlerts");
            tryVerify(() => list.itemAtIndex(0) !== null && withText(list.itemAtIndex(0), text) !== null,
                      5000, text);
            mouseClick(withText(list.itemAtIndex(0), text));
        }
        function test_showsOpenOnesAsCardsAndAllAsList() {
            compare(findChild(page, "openAlerts").count, 2);
            compare(page.context, "2 open");
            const list = findChild(page, "alertHistory");
            verify(list.count >= 200);
            verify(list.contentItem.children.length < 60); // rows that are seen, not all
        }
        function test_acknowledgesAndMutesFromACard() {
            press("Acknowledge");
            press("Mute until tomorrow");
            tryVerify(() => Sample.wishes.length === 2);
            compare(Sample.wishes, ["acknowledge", "mute"]);
        }
        function test_mutesAndUnmutesInADialog() {
            mouseClick(findChild(page, "mute"));
            const isOpen = () => root.Window.activeFocusItem && root.Window.activeFocusItem.text === "Close";
            tryVerify(isOpen);
            const face = root.Window.activeFocusItem.parent.parent;
            mouseClick(findChild(face, "muteNow"));
            compare(Sample.wishes, ["mute"]);
            Sample.withMute();
            const list = findChild(face, "mutes");
            tryCompare(list, "count", 1);
            tryVerify(() => list.itemAtIndex(0) !== null);
            mouseClick(withText(list.itemAtIndex(0), "Unmute"));
            compare(Sample.wishes, ["mute", "unmute"]);
            keyClick(Qt.Key_Escape);
        }
        function test_leadsToTheCap() {
            press("Adjust cap");
            compare(cap.count, 1);
            compare(page.controlCentre.tenant.selectedName, "evals-nightly");
        }
        function test_acknowledgesARowWithTheKeyboard() {
            const list = findChild(page, "alertHistory");
            page.focusRows();
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            compare(Sample.wishes, ["acknowledge"]);
            verify(list.currentIndex >= 0);
        }
        function test_acknowledgesAll() {
            mouseClick(withText(page, "Acknowledge all"));
            compare(Sample.wishes, ["acknowledge all"]);
        }
        function test_changesTheMarksOfABudget() {
            page.alerts.rules.marks = "120";
            mouseClick(withText(page, "Save"));
            verify(page.alerts.rules.errorText !== "");
            page.alerts.rules.marks = "50 80";
            mouseClick(withText(page, "Save"));
            compare(Sample.wishes, ["budget"]);
        }
        function test_testsTheWebhookOnceItIsSet() {
            verify(!withText(page, "Send a test").enabled);
            Sample.withWebhook();
            mouseClick(withText(page, "Send a test"));
            compare(Sample.wishes, ["test"]);
            verify(!withText(page, "Sending…").enabled);
        }
        function test_readsOnThroughAMillion() {
            const history = page.alerts.history;
            tryVerify(() => {
                history.fetchMore(history.index(-1, -1)); // as the list does at its end
                return history.count >= 400;
            });
        }
        function test_saysThatNothingHappenedYet() {
            Sample.empty();
            tryCompare(page.alerts.history, "count", 0);
            compare(findChild(page, "openAlerts").count, 0);
            compare(page.context, "none open");
            verify(!withText(page, "Acknowledge all").enabled);
        }
        function test_saysWhyItCannotRead() {
            Sample.empty();
            tryCompare(page.alerts.history, "count", 0);
            Sample.failing();
            tryVerify(() => page.alerts.history.errorText.startsWith("The ledger cannot be read"));
            verify(withText(page, "Try again"));
        }
        // However the page came to its size, and the cards to theirs: nothing is left between the
        // last card, the filters and what comes below, and no card is squeezed.
        function test_leavesNoGapBelowTheCards() {
            const list = findChild(page, "openAlerts");
            const chips = findChild(page, "alertHistory").parent.parent.children[1];
            const fits = () => list.count === 2 && list.itemAtIndex(1) !== null
                && Math.abs(list.height - Math.min(299, list.contentHeight)) < 1
                && Math.abs(chips.height - chips.childrenRect.height) < 1;
            for (let i = 0; i < 12; ++i) {
                root.width = [1072, 740, 900, 1400, 620][i % 5];
                page.visible = i % 3 !== 1;
                Sample.empty();
                wait(0);
                Sample.lively(50);
                page.visible = true;
                tryVerify(fits, 2000, "at a width of %1 the list is %2 high for %3, the filters %4 for %5"
                          .arg(root.width).arg(list.height).arg(list.contentHeight)
                          .arg(chips.height).arg(chips.childrenRect.height));
            }
        }
        function test_foldsTheRulesInANarrowWindow() {
            root.width = 740;
            verify(!withText(page, "Send a test"));
            page.part = 1;
            verify(withText(page, "Send a test"));
            verify(!withText(page, "Adjust cap"));
            page.part = 0;
        }
    }
}
