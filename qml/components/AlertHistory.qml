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

    function acknowledgeChosen() {
        root.history.acknowledgeChosen();
        list.forceActiveFocus(Qt.OtherFocusReason); // its button has gone
    }

    spacing: 10

    RowLayout {
        Layout.fillWidth: true
        Layout.minimumHeight: acknowledge.implicitHeight // or the list moves under who chooses
        spacing: 8

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
            visible: root.history.chosen === 0
            font.pixelSize: Theme.secondary
        }
        ActionButton {
            kind: ActionButton.Kind.Quiet
            text: qsTr("Choose none")
            visible: root.history.chosen > 0

            onClicked: {
                root.history.chooseNone();
                list.forceActiveFocus(Qt.OtherFocusReason);
            }
        }
        ActionButton {
            id: acknowledge

            glyph: "check"
            objectName: "acknowledgeChosen"
            text: qsTr("Acknowledge %n", "alerts that were chosen", root.history.chosen)
            visible: root.history.chosen > 0

            onClicked: root.acknowledgeChosen()
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

        ChoosingList {
            id: list

            objectName: "alertHistory"

            anchors {
                fill: parent
                margins: 1
            }
            cacheBuffer: 460
            model: root.history

            Accessible.name: qsTr("All crossings, newest first")
            Keys.onEscapePressed: event => {
                event.accepted = root.history.chosen > 0;
                root.history.chooseNone();
            }
            Keys.onReturnPressed: root.history.chosen > 0 ? root.acknowledgeChosen()
                                                          : root.history.acknowledge(list.currentIndex)
            onRangeChosen: (from, to) => root.history.chooseRange(from, to)
            onToggled: row => root.history.choose(row)

            delegate: EarlierAlert {
                required property int index

                hasFocus: list.activeFocus && index === list.currentIndex
                narrow: root.narrow
                width: ListView.view.width

                onAcknowledgeWanted: root.history.acknowledge(index)
                onChooseToHereWanted: list.chooseTo(index)
                onChooseWanted: list.toggle(index)
                onPressed: list.goTo(index)
            }

            FocusRing {
                anchors.margins: 1
                around: Theme.cardRadius - 5
                visible: list.activeFocus && list.currentIndex < 0
            }
            EndReader {
                target: list

                onEndReached: root.history.readOn()
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
