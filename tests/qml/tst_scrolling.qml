// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan

Item {
    id: root

    property int tapped: -1

    height: 200
    width: 300

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.surface
    }
    ListView {
        id: list

        anchors.fill: parent
        model: 100

        delegate: Words {
            id: row

            required property int index

            height: 34
            text: "row " + index
            width: ListView.view.width

            TapHandler {
                onTapped: root.tapped = row.index
            }
        }

        ScrollMark {
            target: list
        }
    }

    TestCase {
        name: "Scrolling"
        when: windowShown

        function sheet() : Item {
            return findChild(list, "scrollSheet");
        }

        function test_theSheetLiesInFrontOfAllThatIsScrolledAndMovesWithIt() {
            verify(sheet().visible, "this test wants Qt's software renderer");
            compare(sheet().parent, list.contentItem);
            const scrolled = list.contentItem.children;
            for (let each = 0; each < scrolled.length; ++each) {
                verify(scrolled[each] === sheet() || scrolled[each].z < sheet().z);
            }
            compare(sheet().height, 100 * 34 + 2); // its edge lies outside
            const before = sheet().mapToItem(root, 0, 0).y;
            list.contentY = 340;
            compare(sheet().mapToItem(root, 0, 0).y, before - 340);
            verify(sheet().mapToItem(root, 0, sheet().height).y >= root.height);
        }

        function test_theSheetCannotBeSeen() {
            list.contentY = 0;
            waitForRendering(root);
            const spot = Qt.point(root.width / 2, 17); // right of the words, left of the mark
            const shown = grabImage(root);
            sheet().opacity = 0;
            const without = grabImage(root);
            sheet().opacity = 1;
            compare(shown.pixel(spot.x, spot.y), without.pixel(spot.x, spot.y));
        }

        function test_whatLiesUnderTheSheetIsStillPressed() {
            list.contentY = 0;
            mouseClick(list, 20, 34 + 17);
            compare(root.tapped, 1);
        }
    }
}
