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

    ActivityPage {
        id: page

        anchors.fill: parent
        controlCentre: Sample.centre
        narrow: root.width < 900
    }

    TestCase {
        name: "ActivityPage"
        when: windowShown

        function init() {
            root.width = 1072;
            page.activity.held = false;
            page.activity.story.clear();
            Sample.lively(1000000);
            // What is shown asks once more.
            const time = page.activity.time;
            time.choose(time.choices[0]);
            page.activity.clearFilters();
            tryVerify(() => page.activity.count >= 200);
        }
        function test_showsOnlyTheRowsThatAreSeen() {
            const list = findChild(page, "activityLog");
            verify(list.count >= 200);
            verify(list.contentItem.children.length < 80);
        }
        function test_readsOnAsOneScrolls() {
            findChild(page, "activityLog").positionViewAtEnd();
            tryVerify(() => page.activity.count >= 400);
        }
        function test_holdsAndFollowsWithTheSpaceBar() {
            page.focusRows();
            keyClick(Qt.Key_Space);
            verify(page.activity.held);
            keyClick(Qt.Key_Space);
            verify(!page.activity.held);
        }
        function test_tellsOneRequestInFull() {
            page.focusRows();
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            verify(page.activity.story.present);
            keyClick(Qt.Key_Escape);
            verify(!page.activity.story.present);
        }
        function type(text: string) {
            for (const letter of text) {
                keyClick(letter);
            }
        }
        function focused(): string {
            return root.Window.activeFocusItem ? root.Window.activeFocusItem.objectName : "";
        }
        function test_filtersFromOneTimeToAnother() {
            const chip = findChild(page, "timeChip");
            chip.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            for (let i = 1; i < page.activity.time.choices.length; ++i) {
                keyClick(Qt.Key_Down);
            }
            keyClick(Qt.Key_Return);
            tryVerify(() => focused() === "rangeFrom");
            type("never");
            keyClick(Qt.Key_Return);
            verify(!page.activity.filtered); // it says what is wrong
            keyClick(Qt.Key_A, Qt.ControlModifier);
            type("2026-11-20 08:30");
            keyClick(Qt.Key_Tab);
            tryVerify(() => focused() === "rangeTo");
            type("2026-11-21");
            keyClick(Qt.Key_Return);
            compare(page.activity.time.label, "Time: 20 Nov 08:30 to 22 Nov 00:00");
            verify(page.activity.filtered);
        }
        function test_choosesSeveralOutcomes() {
            const chip = findChild(page, "outcomeChip");
            chip.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down); // from the field to search in
            keyClick(Qt.Key_Space);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Space); // the menu stays
            compare(page.activity.outcome.picked.length, 2);
            keyClick(Qt.Key_Escape);
            compare(page.activity.outcome.label, "Outcome: running, allowed");
        }
        function test_saysThatThereIsNothingYet() {
            Sample.empty();
            page.activity.time.choose(page.activity.time.choices[0]);
            page.activity.clearFilters();
            tryCompare(page.activity, "count", 0);
        }
    }
}
