// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtTest
import Capstan

Item {
    id: root

    property int rows: 3

    height: 400
    width: 600

    Item {
        id: frame

        width: 300

        ColumnLayout {
            id: column

            spacing: 10
            width: frame.width

            Words {
                text: "above"
            }
            Lines {
                id: lines

                model: root.rows
                spacing: 4

                delegate: Item {
                    implicitHeight: 20
                }
            }
            Words {
                id: below

                text: "below"
            }
        }
    }

    TestCase {
        name: "Lines"
        when: windowShown

        function init() {
            frame.width = 300;
            root.rows = 3;
            tryCompare(lines, "height", 3 * 20 + 2 * 4);
        }

        function test_eachLineIsAsWideAsTheWhole() {
            frame.width = 400;
            tryCompare(lines, "width", 400);
            for (let each = 0; each < 3; ++each) {
                compare(lines.children[each].width, 400);
                compare(lines.children[each].y, each * 24);
            }
        }

        function test_whatHasNoLineTakesNoRoom() {
            const before = below.y;
            root.rows = 0;
            tryCompare(below, "y", before - 68 - 10);
        }

        function test_linesAreTakenAwayAndTheWidthChangesInOneTurn() {
            for (let round = 0; round < 50; ++round) {
                root.rows = round % 2 ? 3 : 0;
                wait(0); // deletes what was listed
                root.rows = round % 3;
                frame.width = 300 + round;
                compare(lines.count, round % 3);
            }
            waitForRendering(root);
        }
    }
}
