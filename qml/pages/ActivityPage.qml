// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Every request as it comes and as it went; one of them in full.
AppPage {
    id: root

    signal tenantWanted(string name)

    readonly property ActivityModel activity: root.controlCentre.activity

    function focusFilter() {
        tenantChip.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function focusRows() {
        log.focusRows();
    }
    function focusInspector() {
        story.forceActiveFocus(Qt.TabFocusReason);
        story.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason);
    }
    function holdOrFollow() {
        if (root.activity.held) {
            log.follow();
        } else {
            root.activity.held = true;
        }
    }

    context: root.activity.held ? qsTr("held; new requests wait") : qsTr("newest first")
    hasFilter: true
    title: qsTr("Activity")

    Keys.onEscapePressed: root.activity.saving.cancel()
    Keys.onSpacePressed: root.holdOrFollow()

    Component.onCompleted: root.activity.shown = root.visible
    onVisibleChanged: {
        // A page is shown and hidden while the window is made and taken down, too.
        if (root.activity) {
            root.activity.shown = root.visible;
        }
    }

    actions: [
        ActionButton {
            enabled: root.activity.count > 0 && !root.activity.saving.busy
            objectName: "saveLogCsv"
            text: qsTr("Save CSV")
            tip: qsTr("Save all matching requests for a spreadsheet")

            onClicked: root.activity.saveCsv()
        },
        ActionButton {
            enabled: root.activity.count > 0 && !root.activity.saving.busy
            objectName: "saveLogJson"
            text: qsTr("Save JSON")
            tip: qsTr("Save all matching requests for a program")

            onClicked: root.activity.saveJson()
        },
        ActionButton {
            glyph: root.activity.held ? "play" : "pause"
            keys: qsTr("Space")
            text: root.activity.held ? qsTr("Follow the list") : qsTr("Hold the list")

            onClicked: root.holdOrFollow()
        }
    ]

    RowLayout {
        anchors {
            fill: parent
            bottomMargin: 16
            topMargin: 16
        }
        spacing: 14

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 606
            spacing: Theme.gap
            visible: !root.narrow || !root.activity.story.present

            ChipFlow {
                FilterChip {
                    id: tenantChip

                    filter: root.activity.tenant
                }
                FilterChip {
                    filter: root.activity.model
                }
                FilterChip {
                    objectName: "outcomeChip"

                    filter: root.activity.outcome
                }
                FilterChip {
                    filter: root.activity.rule
                }
                FilterChip {
                    filter: root.activity.cost
                }
                FilterChip {
                    objectName: "timeChip"

                    filter: root.activity.time

                    onRangeWanted: range.open()

                    RangeMenu {
                        id: range

                        filter: root.activity.time
                    }
                }
                Repeater {
                    id: others

                    model: root.activity.more.chips

                    delegate: MoreFilterChip {
                        required property ActivityFilterChip modelData

                        filter: modelData
                        more: root.activity.more
                        objectName: "filter " + modelData.name
                    }
                }
                MoreFiltersButton {
                    objectName: "moreFilters"

                    more: root.activity.more

                    onWanted: place => (others.itemAt(place) as MoreFilterChip).ask()
                }
                Words {
                    color: Theme.colors.text3
                    height: Theme.buttonHeight - 2
                    text: root.activity.countText
                }
            }
            ActivityLog {
                id: log

                Layout.fillHeight: true
                Layout.fillWidth: true
                activity: root.activity
                narrow: root.narrow
            }
            FileSavingLine {
                Layout.fillWidth: true
                saving: root.activity.saving
            }
        }
        RequestStory {
            id: story

            Layout.fillHeight: true
            Layout.fillWidth: root.narrow
            Layout.preferredWidth: 404
            narrow: root.narrow
            story: root.activity.story
            visible: !root.narrow || root.activity.story.present

            Keys.onEscapePressed: event => {
                event.accepted = root.activity.story.present;
                root.activity.story.clear();
            }
            onCopyWanted: text => root.controlCentre.copyText(text)
            onTenantWanted: name => root.tenantWanted(name)
        }
    }
}
