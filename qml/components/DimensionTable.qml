// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What every agent, model, user or key has cost; Enter shows the row's cap, or begins a budget for it.
Card {
    id: root

    required property DimensionList values
    property bool narrow: false

    readonly property bool hasCap: root.values.count > 0 && root.values.hasCap(list.currentIndex)

    signal clearFilterWanted()

    function focusRows() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    component Line: RowLayout {
        id: line

        required property list<string> texts
        property color ink: Theme.colors.text2
        property bool strong: false
        property bool narrow: false

        spacing: 10

        Words {
            Layout.fillWidth: true
            color: line.strong ? Theme.colors.text : line.ink
            elide: Text.ElideMiddle
            text: line.texts[0]
            font.weight: line.strong ? Theme.strong : Theme.regular
        }
        Repeater {
            model: [1, 2, 3]

            delegate: Figure {
                required property int modelData

                Layout.preferredWidth: 84
                color: modelData === 1 && line.strong ? Theme.colors.text : line.ink
                text: line.texts[modelData]
                visible: modelData !== 2 || !line.narrow
                font.weight: Theme.regular
            }
        }
        Figure {
            Layout.preferredWidth: 130
            color: line.ink
            text: line.texts[4]
            font.weight: Theme.regular
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Line {
            Layout.fillWidth: true
            Layout.leftMargin: 16
            Layout.preferredHeight: 34
            Layout.rightMargin: 16
            ink: Theme.colors.text3
            narrow: root.narrow
            texts: [root.values.dimensions[root.values.dimension], qsTr("Today"), qsTr("7 days"), qsTr("30 days"), qsTr("Cap")]
        }
        Hairline {}
        ListView {
            id: list

            Layout.fillHeight: true
            Layout.fillWidth: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            currentIndex: -1
            highlightMoveDuration: 0 // by default an invisible highlight is animated
            highlightResizeDuration: 0
            model: root.values

            Accessible.role: Accessible.Table
            Accessible.name: qsTr("Spend by %1").arg(root.values.dimensions[root.values.dimension])
            Keys.onReturnPressed: root.values.budgetFor(list.currentIndex)
            onActiveFocusChanged: {
                if (activeFocus && currentIndex < 0 && count > 0) {
                    currentIndex = 0;
                }
            }

            delegate: Item {
                id: entry

                required property dimensionRow row
                required property int index

                height: Theme.rowHeight
                width: ListView.view.width

                Accessible.role: Accessible.Row
                Accessible.name: qsTr("%1, %2 today, %3 in 30 days").arg(entry.row.name).arg(entry.row.today).arg(entry.row.month)
                Accessible.onPressAction: root.values.budgetFor(entry.index)

                Rectangle {
                    anchors.fill: parent
                    color: hover.hovered ? Theme.colors.hover : "transparent"

                    FocusRing {
                        anchors.margins: 2
                        around: 0
                        visible: list.activeFocus && entry.index === list.currentIndex
                    }
                }
                Hairline {
                    anchors.bottom: parent.bottom
                    width: parent.width
                }
                HoverHandler {
                    id: hover
                }
                TapHandler {
                    onTapped: list.currentIndex = entry.index
                    onDoubleTapped: root.values.budgetFor(entry.index)
                }
                Line {
                    anchors {
                        fill: parent
                        leftMargin: 16
                        rightMargin: 16
                    }
                    narrow: root.narrow
                    strong: true
                    texts: [entry.row.name, entry.row.today, entry.row.week, entry.row.month, entry.row.cap]
                }
            }

            ScrollMark {
                target: list
            }
            Words {
                anchors.centerIn: parent
                color: root.values.errorText !== "" ? Theme.colors.over : Theme.colors.text3
                elide: Text.ElideNone
                horizontalAlignment: Text.AlignHCenter
                text: root.values.errorText !== "" ? root.values.errorText
                                                   : root.values.loading ? qsTr("Reading…")
                                                                         : qsTr("Nothing was spent in the last 30 days")
                visible: root.values.count === 0 && !missing.visible
                width: parent.width - 60
                wrapMode: Text.Wrap
            }
            ListStateNote {
                id: missing

                action: qsTr("Clear filter")
                anchors.fill: parent
                text: qsTr("Nothing matches “%1”").arg(root.values.filter)
                visible: root.values.count === 0 && root.values.filter !== "" && !root.values.loading && root.values.errorText === ""

                onActed: root.clearFilterWanted()
            }
        }
        Hairline {}
        RowLayout {
            Layout.margins: 10
            spacing: 10

            ActionButton {
                objectName: "budgetForValue"

                enabled: list.currentIndex >= 0
                glyph: root.hasCap ? "edit" : "plus"
                text: root.hasCap ? qsTr("Change its cap") : qsTr("Budget for it")
                tip: list.currentIndex >= 0 ? "" : qsTr("Select a row first")

                onClicked: root.values.budgetFor(list.currentIndex)
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text3
                text: qsTr("From the ledger, settled calls; tenants are live")
                font.pixelSize: Theme.secondary
            }
        }
    }
}
