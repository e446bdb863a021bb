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
            time.choose(time.choices[time.choices.length - 1]);
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
        function test_saysThatThereIsNothingYet() {
            Sample.empty();
            page.activity.time.choose(page.activity.time.choices[0]);
            page.activity.clearFilters();
            tryCompare(page.activity, "count", 0);
        }
    }
}
