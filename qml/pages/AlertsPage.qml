// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Marks that were crossed: the ones that still stand as cards, then all of them; and when and
// where the owner is told.
AppPage {
    id: root

    readonly property AlertCentre alerts: root.controlCentre.alerts
    readonly property int openCount: root.alerts.open.count
    property int part: 0 // of a narrow window: the alerts, or when and where

    function focusRows() {
        history.focusRows();
    }

    context: root.alerts.muteText !== "" ? root.alerts.muteText
             : root.openCount === 0 ? qsTr("none open") : qsTr("%n open", "", root.openCount)
    title: qsTr("Alerts")

    Component.onCompleted: root.alerts.history.shown = root.visible
    onVisibleChanged: {
        // A page is shown and hidden while the window is made and taken down, too.
        if (root.alerts) {
            root.alerts.history.shown = root.visible;
        }
    }

    actions: [
        ActionButton {
            objectName: "mute"

            text: qsTr("Mute…")
            tip: root.alerts.muteText

            onClicked: muteDialog.open()

            MuteDialog {
                id: muteDialog

                desk: root.alerts.mutes
            }
        },
        ActionButton {
            enabled: root.alerts.open.count > 0
            glyph: "check"
            text: qsTr("Acknowledge all")

            onClicked: root.alerts.acknowledgeAll()
        }
    ]

    RowLayout {
        anchors {
            fill: parent
            bottomMargin: 16
            topMargin: 16
        }
        spacing: 24

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 640
            spacing: 10

            SegmentedControl {
                choices: [qsTr("Alerts"), qsTr("When and where")]
                current: root.part
                name: qsTr("Part of the page")
                visible: root.narrow

                onChosen: index => root.part = index
            }
            Words {
                color: Theme.colors.text
                text: qsTr("Open")
                visible: !root.narrow || root.part === 0
                font.weight: Theme.strong
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text3
                text: qsTr("No budget stands above a mark.")
                visible: root.openCount === 0 && (!root.narrow || root.part === 0)
            }
            ListView {
                id: open

                readonly property int gutter: 12 // for the scroll mark

                objectName: "openAlerts"

                // One card's to three cards': without any height no card is made, and so no
                // contentHeight; and a layout forgets what had none when the page was made.
                property real wanted: 93

                Layout.fillWidth: true
                Layout.minimumHeight: wanted
                Layout.rightMargin: -open.gutter
                Layout.preferredHeight: wanted
                boundsBehavior: Flickable.StopAtBounds
                highlightMoveDuration: 0 // by default an invisible highlight is animated
                highlightResizeDuration: 0
                clip: contentHeight > height
                model: root.alerts.open
                spacing: 10
                // Not its own count, which a list that is not visible does not tell.
                visible: root.openCount > 0 && (!root.narrow || root.part === 0)

                Accessible.role: Accessible.List
                Accessible.name: qsTr("Open alerts")

                // Each names itself, not its place: a list that was hidden meanwhile may still show
                // a card whose index is gone.
                delegate: OpenAlert {
                    width: open.width - open.gutter

                    onAcknowledgeWanted: root.alerts.open.acknowledge(row.key)
                    onAdjustWanted: root.controlCentre.showBudget(row.budget, row.counter)
                    onMuteWanted: root.alerts.open.muteUntilTomorrow(row.key)
                }

                ScrollMark {
                    target: open
                }
                // Afterwards: within one polishing the page would keep the height of cards whose
                // words had less room.
                Binding {
                    delayed: true
                    property: "wanted"
                    target: open
                    value: Math.min(299, Math.max(open.contentHeight, 93))
                }
            }
            AlertHistory {
                id: history

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.topMargin: 8
                history: root.alerts.history
                narrow: root.narrow
                visible: !root.narrow || root.part === 0
            }
            AlertRulesCard {
                Layout.fillWidth: true
                rules: root.alerts.rules
                visible: root.narrow && root.part === 1
            }
            AlertToldCard {
                Layout.fillWidth: true
                alerts: root.alerts
                visible: root.narrow && root.part === 1
            }
            Item {
                Layout.fillHeight: true
                visible: root.narrow && root.part === 1
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.maximumWidth: 360
            Layout.preferredWidth: 360
            spacing: Theme.gap
            visible: !root.narrow

            AlertRulesCard {
                Layout.fillWidth: true
                rules: root.alerts.rules
            }
            AlertToldCard {
                Layout.fillWidth: true
                alerts: root.alerts
            }
        }
    }
}
