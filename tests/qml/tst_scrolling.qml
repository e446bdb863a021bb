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
        color: Theme.colors.window
    }
    ListView {
        id: list

        anchors.fill: parent
        anchors.margins: 2
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
            compare(sheet().height, 100 * 34);
            const before = sheet().mapToItem(root, 0, 0).y;
            list.contentY = 340;
            compare(sheet().mapToItem(root, 0, 0).y, before - 340);
            verify(sheet().mapToItem(root, 0, sheet().height).y >= root.height);
        }

        // Nor its edge, where nothing is clipped: a shade of 255 is what an eye never tells.
        function test_theSheetCannotBeSeen() {
            list.contentY = 0;
            waitForRendering(root);
            const shown = grabImage(root);
            sheet().opacity = 0;
            const without = grabImage(root);
            sheet().opacity = 1;
            for (let x = 0; x < root.width; ++x) {
                for (let y = 0; y < root.height; ++y) {
                    for (const shade of ["r", "g", "b"]) {
                        const difference = Math.abs(shown.pixel(x, y)[shade] - without.pixel(x, y)[shade]);
                        verify(difference < 1.5 / 255, `${x}, ${y}: ${shade}`);
                    }
                }
            }
        }

        function test_whatLiesUnderTheSheetIsStillPressed() {
            list.contentY = 0;
            mouseClick(list, 20, 34 + 17);
            compare(root.tapped, 1);
        }
    }
}
