// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan

// Where a list of choices opens, and that it is made by that.
Item {
    id: root

    height: 400
    width: 600

    Item {
        id: chip

        height: 30
        width: 100

        ChoiceMenu {
            id: menu

            choices: ["North", "East", "South", "West", "Up", "Down"]
            name: "Where to"
        }
    }

    TestCase {
        name: "MenuPlaces"
        when: windowShown

        function cleanup() {
            menu.close();
            tryVerify(() => !menu.visible);
        }

        function opened(y: int) {
            chip.y = y;
            menu.open();
            tryVerify(() => menu.opened);
            tryVerify(() => menu.height > 6 * 20); // six rows
        }

        function test_1_itsFaceIsMadeWhenItIsFirstOpened() {
            compare(menu.face, null);
            opened(370);
            verify(menu.face !== null);
            // Also the first time, when its height is not known before it is shown.
            tryCompare(menu, "y", -menu.height - menu.gap);
        }
        function test_2_opensBelowWhereThereIsRoom() {
            opened(0);
            compare(menu.y, 30 + menu.gap);
        }
        function test_3_opensAboveAtTheFootOfTheWindow() {
            opened(370);
            compare(menu.y, -menu.height - menu.gap);
        }
    }
}
