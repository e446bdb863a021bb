// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// The log, newest first. Scrolling down holds it; coming back to the top lets it follow again.
Card {
    id: root

    required property ActivityModel activity
    property bool narrow: false

    readonly property bool showsTenant: !root.activity.tenant.active
    property bool heldByScrolling: false

    function focusRows() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }
    function follow() {
        root.heldByScrolling = false;
        root.activity.held = false;
        list.positionViewAtBeginning();
    }

    readonly property int rows: root.activity.count

    onRowsChanged: {
        if (!root.activity.held) {
            list.positionViewAtBeginning();
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        ActivityLogHead {
            Layout.fillWidth: true
            narrow: root.narrow
            showsTenant: root.showsTenant
        }
        Hairline {}
        ListView {
            id: list

            objectName: "activityLog"

            Layout.fillHeight: true
            Layout.fillWidth: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 340
            clip: true
            currentIndex: -1
            highlightMoveDuration: 0 // by default an invisible highlight is animated
            highlightResizeDuration: 0
            model: root.activity
            reuseItems: true

            Accessible.role: Accessible.Table
            Accessible.name: qsTr("Requests, newest first")
            Keys.onReturnPressed: root.activity.showStory(list.currentIndex)
            Keys.onEscapePressed: event => {
                event.accepted = root.activity.story.present;
                root.activity.story.clear();
            }
            Keys.onPressed: event => {
                if (event.key === Qt.Key_Home) {
                    root.follow();
                } else if (event.key === Qt.Key_End) { // of what was read; the list reads on from there
                    root.activity.held = true;
                    list.currentIndex = list.count - 1;
                } else if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
                    root.activity.held = true;
                    const rows = Math.floor(list.height / 34) * (event.key === Qt.Key_PageDown ? 1 : -1);
                    list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + rows));
                }
            }
            // A row that was chosen with the keys must not run away.
            onCurrentIndexChanged: {
                if (activeFocus && currentIndex > 0) {
                    root.activity.held = true;
                }
            }
            onMovementEnded: {
                if (!atYBeginning && !root.activity.held) {
                    root.heldByScrolling = true;
                    root.activity.held = true;
                } else if (atYBeginning && root.heldByScrolling) {
                    root.follow();
                }
            }

            delegate: ActivityLogRow {
                required property int index

                hasFocus: list.activeFocus && index === list.currentIndex
                narrow: root.narrow
                selected: root.activity.story.present && row.id === root.activity.story.id
                showsTenant: root.showsTenant
                width: ListView.view.width

                onPressed: {
                    list.currentIndex = index;
                    root.activity.showStory(index);
                }
            }

            EndReader {
                target: list

                onEndReached: root.activity.readOn()
            }
            ScrollMark {
                target: list
            }
            ListStateNote {
                anchors.fill: parent
                action: root.activity.errorText !== "" ? qsTr("Try again") : root.activity.filtered ? qsTr("Clear filters") : ""
                text: root.activity.errorText !== "" ? root.activity.errorText
                      : root.activity.loading ? qsTr("Reading the log…")
                      : root.activity.filtered ? qsTr("No request matches these filters.")
                                               : qsTr("No request yet. The first one shows up here at once.")
                visible: root.activity.count === 0

                onActed: root.activity.errorText !== "" ? root.activity.readAgain() : root.activity.clearFilters()
            }
        }
    }
}
