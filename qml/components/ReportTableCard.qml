// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Capstan
import Capstan.App

// A report's rows: wide ones are scrolled sideways, for no figure is ever cut off.
Card {
    id: root

    required property ReportTable table
    property bool faded: false
    property string emptyText
    property string emptyAction

    signal emptyActed()

    readonly property int spacing: 18
    // Of an average letter of the body's type, rounded up; a column is as wide as its longest text.
    readonly property real letter: letters.averageCharacterWidth * 1.12
    readonly property real needed: {
        let sum = 2 * 16;
        for (const count of root.table.letters) {
            sum += root.wish(count) + root.spacing;
        }
        return sum;
    }

    // What is left over goes to the first column, which says what a row is about.
    readonly property list<real> widths: {
        const all = [];
        for (const count of root.table.letters) {
            const rest = all.length === 0 ? Math.max(0, Math.min(260, root.width - root.needed)) : 0;
            all.push(root.wish(count) + rest);
        }
        return all;
    }

    function wish(count: int) : real {
        return Math.ceil(Math.max(44, Math.min(count, 48) * root.letter + 14));
    }
    function focusRows() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    FontMetrics {
        id: letters

        font {
            family: Theme.family
            pixelSize: Theme.body
        }
    }
    Flickable {
        id: sideways

        anchors {
            fill: parent
            margins: 1
        }
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: height
        contentWidth: Math.max(width, root.needed)
        flickableDirection: Flickable.HorizontalFlick
        opacity: root.faded ? 0.55 : 1

        Row {
            id: head

            height: 34
            spacing: root.spacing
            x: 16

            Repeater {
                model: root.table.titles

                delegate: ReportTableTitle {
                    required property string modelData
                    required property int index

                    descending: root.table.descending
                    figure: root.table.right[index] ?? false
                    sorted: root.table.sortColumn === index
                    text: modelData
                    width: root.widths[index] ?? 0

                    onClicked: root.table.sortBy(index)
                }
            }
        }
        Hairline {
            visible: root.table.titles.length > 0
            width: sideways.contentWidth
            y: 34
        }
        ListView {
            id: list

            objectName: "reportTable"

            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            currentIndex: -1
            height: sideways.height - 35
            highlightMoveDuration: 0
            highlightResizeDuration: 0
            model: root.table
            reuseItems: true
            width: sideways.contentWidth
            y: 35

            Accessible.role: Accessible.Table
            Accessible.name: qsTr("Rows of the report")
            Keys.onLeftPressed: sideways.contentX = Math.max(0, sideways.contentX - 80)
            Keys.onRightPressed: sideways.contentX = Math.min(sideways.contentWidth - sideways.width, sideways.contentX + 80)
            onActiveFocusChanged: {
                if (activeFocus && currentIndex < 0) {
                    currentIndex = 0;
                }
            }

            delegate: ReportTableRow {
                required property int index

                figures: root.table.right
                gap: root.spacing
                hasFocus: list.activeFocus && index === list.currentIndex
                width: ListView.view.width
                widths: root.widths

                onPressed: list.currentIndex = index
            }

            ScrollMark {
                anchors.rightMargin: 2 + sideways.contentWidth - sideways.width - sideways.contentX
                target: list
            }
        }
    }
    // Where one is sideways; that there is more, above all.
    Rectangle {
        anchors {
            bottom: parent.bottom
            bottomMargin: 3
        }
        color: Theme.colors.control
        height: 4
        opacity: 0.6
        radius: 2
        visible: sideways.visibleArea.widthRatio < 1 && root.table.count > 0
        width: sideways.visibleArea.widthRatio * (root.width - 8)
        x: 4 + sideways.visibleArea.xPosition * (root.width - 8)
    }
    ListStateNote {
        action: root.emptyAction
        anchors {
            fill: parent
            topMargin: root.table.titles.length > 0 ? 35 : 0
        }
        text: root.emptyText
        visible: root.table.count === 0 && root.emptyText !== ""

        onActed: root.emptyActed()
    }
}
