// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Every crossing the ledger has, newest first, with filters; older ones are read as one scrolls.
ColumnLayout {
    id: root

    required property AlertHistoryModel history
    property bool narrow: false

    function focusRows() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: 10

    RowLayout {
        Layout.fillWidth: true

        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            text: qsTr("All crossings")
            font.weight: Theme.strong
        }
        Words {
            color: Theme.colors.text3
            elide: Text.ElideNone
            text: qsTr("each is told once")
            font.pixelSize: Theme.secondary
        }
    }
    ChipFlow {
        FilterChip {
            filter: root.history.tenant
            objectName: "alertsWhose"

            onRangeWanted: typed.open()

            TypedFilterMenu {
                id: typed

                filter: root.history.tenant
            }
        }
        FilterChip {
            filter: root.history.budget
        }
        FilterChip {
            filter: root.history.kind
        }
        FilterChip {
            filter: root.history.time

            onRangeWanted: range.open()

            RangeMenu {
                id: range

                filter: root.history.time
            }
        }
    }
    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: 96

        ListView {
            id: list

            objectName: "alertHistory"

            // The view itself asks for more only when it makes its last row: not when it takes that out
            // of its pool (qqmldelegatemodel.cpp, 6.4: object() returns before), nor when it is there.
            function readOnAtEnd() {
                if (list.atYEnd && list.count > 0) {
                    root.history.readOn();
                }
            }

            activeFocusOnTab: true
            anchors {
                fill: parent
                margins: 1
            }
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 460
            clip: true
            currentIndex: -1
            highlightMoveDuration: 0 // by default an invisible highlight is animated
            highlightResizeDuration: 0
            model: root.history
            reuseItems: true

            Accessible.role: Accessible.List
            Accessible.name: qsTr("All crossings, newest first")
            Keys.onReturnPressed: root.history.acknowledge(list.currentIndex)
            onAtYEndChanged: Qt.callLater(list.readOnAtEnd)
            onCountChanged: Qt.callLater(list.readOnAtEnd)

            delegate: EarlierAlert {
                required property int index

                hasFocus: list.activeFocus && index === list.currentIndex
                narrow: root.narrow
                width: ListView.view.width

                onAcknowledgeWanted: root.history.acknowledge(index)
                onPressed: list.currentIndex = index
            }

            FocusRing {
                visible: list.activeFocus && list.currentIndex < 0
            }
            ScrollMark {
                target: list
            }
            ListStateNote {
                anchors.fill: parent
                action: root.history.errorText !== "" ? qsTr("Try again") : root.history.filtered ? qsTr("Clear filters") : ""
                text: root.history.errorText !== "" ? root.history.errorText
                      : root.history.loading ? qsTr("Reading the alerts…")
                      : root.history.filtered ? qsTr("No crossing matches these filters.")
                                              : qsTr("No budget has passed a mark yet.")
                visible: root.history.count === 0

                onActed: root.history.errorText !== "" ? root.history.readAgain() : root.history.clearFilters()
            }
        }
    }
}
