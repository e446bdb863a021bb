// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Is it fine? Figure, bar, sentence; then the burn, the calls in flight and who spends most.
AppPage {
    id: root

    signal tenantWanted(string name)
    signal capOfAllWanted()
    signal findWanted()
    signal modelWanted(string name)

    readonly property OverviewModel overview: root.controlCentre.overview
    /// Several upstreams need more room than one; the gauge gives it.
    readonly property bool severalUpstreams: root.controlCentre.upstream.several
    property int tab: 0
    property bool byModel: false

    context: root.controlCentre.dateText
    leastHeight: 0
    title: qsTr("Overview")

    actions: [
        ActionButton {
            glyph: "search"
            keys: qsTr("Ctrl K")
            text: qsTr("Find")

            onClicked: root.findWanted()
        },
        PauseAllButton {
            controlCentre: root.controlCentre
        }
    ]

    Flickable {
        id: flick

        readonly property int gutter: 12 // beside the cards, for the scroll mark

        anchors {
            fill: parent
            rightMargin: -flick.gutter
        }
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        contentHeight: column.height + 2 * column.y

        ColumnLayout {
            id: column

            height: Math.max(implicitHeight, flick.height - 2 * y)
            spacing: Theme.gap
            width: flick.width - flick.gutter
            y: 16

            RowLayout {
                Layout.fillHeight: false
                Layout.fillWidth: true
                spacing: Theme.gap

                TodayCard {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: narrow ? 376 : 430
                    card: root.overview.today
                    narrow: root.narrow || root.severalUpstreams

                    onCapWanted: root.capOfAllWanted()
                }
                GridLayout {
                    Layout.fillHeight: true
                    Layout.fillWidth: root.narrow
                    Layout.preferredWidth: root.narrow ? 320 : 380
                    columnSpacing: Theme.gap
                    columns: root.narrow ? 1 : 2
                    rowSpacing: Theme.gap

                    PlanTile {
                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        Layout.preferredWidth: 184
                        card: root.overview.week
                        narrow: root.narrow
                        title: qsTr("This week")
                    }
                    PlanTile {
                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        Layout.preferredWidth: 184
                        card: root.overview.month
                        narrow: root.narrow
                        title: qsTr("This month")
                    }
                }
                Card {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: root.severalUpstreams ? 244 : 190
                    visible: !root.narrow

                    UpstreamFacts {
                        anchors {
                            fill: parent
                            margins: Theme.cardPadding
                        }
                        upstream: root.controlCentre.upstream
                    }
                }
            }
            EmptyState {
                Layout.fillHeight: true
                Layout.fillWidth: true
                code: "OPENAI_BASE_URL=" + root.overview.baseUrl
                text: qsTr("Point a program at the address below. Its first call shows up here at once, with its cost.")
                title: qsTr("No calls yet")
                visible: root.overview.untouched

                onCopyWanted: text => root.controlCentre.copyText(text)
            }
            BurnCard {
                Layout.fillWidth: true
                burn: root.controlCentre.burn
                narrow: root.narrow
                visible: !root.overview.untouched
            }
            RowLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                spacing: Theme.gap
                visible: !root.narrow && !root.overview.untouched

                Card {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: 236
                    Layout.preferredWidth: 616

                    ListHead {
                        detail: root.controlCentre.running.countText
                        hint: qsTr("Running cost, solid · still held, striped")
                        title: qsTr("In flight")
                    }
                    RunningList {
                        id: flying

                        anchors {
                            left: parent.left
                            right: parent.right
                            leftMargin: Theme.cardPadding
                            rightMargin: Theme.cardPadding - flying.gutter
                        }
                        // Whole rows only: a cut one looks like a mistake.
                        height: Math.floor((parent.height - y - 8) / Theme.rowHeight) * Theme.rowHeight
                        running: root.controlCentre.running
                        y: 42
                    }
                }
                Card {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: 236
                    Layout.preferredWidth: 396

                    ListHead {
                        title: root.byModel ? qsTr("Top models today") : qsTr("Top tenants today")
                    }
                    SegmentedControl {
                        anchors {
                            right: parent.right
                            rightMargin: Theme.cardPadding
                        }
                        choices: [qsTr("Tenants"), qsTr("Models")]
                        current: root.byModel ? 1 : 0
                        name: qsTr("Top of what")
                        y: 10 // level with the title

                        onChosen: index => root.byModel = index === 1
                    }
                    TopModelsList {
                        anchors {
                            fill: parent
                            leftMargin: Theme.cardPadding
                            rightMargin: Theme.cardPadding
                            topMargin: 42
                            bottomMargin: 8
                        }
                        models: root.controlCentre.topModels
                        visible: root.byModel

                        onModelWanted: name => root.modelWanted(name)
                    }
                    TopTenantsList {
                        visible: !root.byModel
                        anchors {
                            fill: parent
                            leftMargin: Theme.cardPadding
                            rightMargin: Theme.cardPadding
                            topMargin: 42
                            bottomMargin: 8
                        }
                        tenants: root.controlCentre.topTenants

                        onTenantWanted: name => root.tenantWanted(name)
                    }
                }
            }
            Card {
                Layout.fillHeight: true
                Layout.fillWidth: true
                implicitHeight: 54 + Math.max(5, root.controlCentre.running.count) * Theme.rowHeight
                Layout.maximumHeight: 420
                visible: root.narrow && !root.overview.untouched

                SegmentedControl {
                    choices: [qsTr("In flight %1").arg(root.controlCentre.running.count), qsTr("Top tenants"), qsTr("Top models"), root.severalUpstreams ? qsTr("Upstreams") : qsTr("Upstream")]
                    current: root.tab
                    name: qsTr("What to list")
                    x: 14
                    y: 8

                    onChosen: index => root.tab = index
                }
                StackLayout {
                    anchors {
                        fill: parent
                        leftMargin: Theme.cardPadding
                        rightMargin: Theme.cardPadding - (root.tab === 0 ? listed.gutter : 0)
                        topMargin: 44
                        bottomMargin: 8
                    }
                    currentIndex: root.tab

                    RunningList {
                        id: listed

                        running: root.controlCentre.running
                    }
                    TopTenantsList {
                        tenants: root.controlCentre.topTenants

                        onTenantWanted: name => root.tenantWanted(name)
                    }
                    TopModelsList {
                        models: root.controlCentre.topModels

                        onModelWanted: name => root.modelWanted(name)
                    }
                    UpstreamFacts {
                        upstream: root.controlCentre.upstream
                    }
                }
            }
        }
        ScrollMark {
            target: flick
        }
    }
}
