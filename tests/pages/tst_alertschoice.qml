// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan
import Capstan.App
import Capstan.Sample

// Several crossings are acknowledged at once. Of the sample's the first three are not yet.
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

    TestCase {
        name: "AlertsChoice"
        when: windowShown

        readonly property AlertHistoryModel history: page.alerts.history

        function init() {
            root.width = 1072;
            history.chooseNone();
            Sample.empty();
            tryCompare(history, "count", 0);
            Sample.lively(50);
            tryCompare(history, "count", 50);
            list().currentIndex = -1;
            tryVerify(() => row(4) !== null);
        }
        function list() {
            return findChild(page, "alertHistory");
        }
        function row(index: int) {
            return list().itemAtIndex(index);
        }
        function click(index: int, modifiers: int) {
            mouseClick(row(index), 250, row(index).height / 2, Qt.LeftButton, modifiers);
        }
        function boxOf(item) {
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                const found = child.checkState !== undefined ? child : boxOf(child);
                if (found) {
                    return found;
                }
            }
            return null;
        }
        function chosenRows() {
            return [0, 1, 2, 3, 4].filter(index => row(index).row.chosen);
        }
        // Of the first row, once the cards above it have their heights.
        function placeAtRest() {
            let last = -1;
            tryVerify(() => {
                const before = last;
                wait(50);
                last = row(0) ? row(0).mapToItem(page, 0, 0).y : -1;
                return last >= 0 && last === before;
            });
            return last;
        }
        function test_withCheckBoxes() {
            const button = findChild(page, "acknowledgeChosen");
            verify(!button.visible);
            mouseClick(boxOf(row(0)));
            mouseClick(boxOf(row(2)));
            compare(chosenRows(), [0, 2]);
            compare(boxOf(row(2)).checkState, Qt.Checked);
            verify(row(2).Accessible.selected);
            verify(!row(1).Accessible.selected);
            verify(row(1).Accessible.selectable);
            verify(!row(3).Accessible.selectable); // it is acknowledged
            verify(!boxOf(row(3)).visible);
            compare(button.text, "Acknowledge 2");
            mouseClick(boxOf(row(0)));
            compare(chosenRows(), [2]);
            compare(button.text, "Acknowledge 1");
            mouseClick(boxOf(row(0)));
            mouseClick(button);
            compare(Sample.wishes, ["acknowledge", "acknowledge"]);
            compare(history.chosen, 0);
            verify(!button.visible);
            verify(list().activeFocus); // not nowhere
        }
        function test_withTheMouseAndAKey() {
            click(2, Qt.NoModifier);
            compare(chosenRows(), []);
            click(2, Qt.ControlModifier);
            click(0, Qt.ControlModifier);
            compare(chosenRows(), [0, 2]);
            click(4, Qt.ShiftModifier); // from where it was last, and what is acknowledged is not
            compare(chosenRows(), [0, 1, 2]);
            click(1, Qt.NoModifier);
            click(2, Qt.ShiftModifier);
            compare(chosenRows(), [1, 2]);
        }
        function test_withTheKeyboard() {
            page.focusRows();
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Space);
            compare(chosenRows(), [0]);
            keyClick(Qt.Key_Space);
            compare(chosenRows(), []);
            keyClick(Qt.Key_Down, Qt.ShiftModifier);
            keyClick(Qt.Key_Down, Qt.ShiftModifier);
            compare(chosenRows(), [0, 1, 2]);
            keyClick(Qt.Key_Up, Qt.ShiftModifier);
            compare(chosenRows(), [0, 1]);
            compare(list().currentIndex, 1);
            keyClick(Qt.Key_Escape);
            compare(chosenRows(), []);
            keyClick(Qt.Key_Down, Qt.ShiftModifier);
            compare(chosenRows(), [0, 1, 2]);
            keyClick(Qt.Key_Return);
            compare(Sample.wishes, ["acknowledge", "acknowledge", "acknowledge"]);
            compare(history.chosen, 0);
            keyClick(Qt.Key_Return); // the one row that has the focus
            compare(Sample.wishes.length, 4);
        }
        // Whoever chooses row after row has them stay where they are.
        function test_movesNothing() {
            for (const width of [1072, 740]) {
                root.width = width;
                const before = placeAtRest();
                history.choose(0);
                compare(placeAtRest(), before);
                history.chooseNone();
            }
        }
    }
}
