// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Where one is and where one can go; at the foot, on every page, today's money and the upstream.
Rectangle {
    id: root

    required property ControlCentre controlCentre
    property bool rail: false
    property int current: 0

    signal chosen(int index)

    readonly property spendCard today: root.controlCentre.overview.today
    readonly property upstreamTexts upstream: root.controlCentre.upstream.texts

    color: Theme.colors.sidebar
    implicitWidth: root.rail ? 60 : 208

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Navigation")

    function focusCurrent() {
        pages.itemAt(root.current).forceActiveFocus(Qt.TabFocusReason);
    }

    Rectangle {
        anchors.right: parent.right
        color: Theme.colors.line
        height: parent.height
        width: 1
    }
    ColumnLayout {
        anchors {
            fill: parent
            leftMargin: 8
            rightMargin: 9
            bottomMargin: 14
        }
        spacing: 2

        RowLayout {
            Layout.bottomMargin: 8
            Layout.leftMargin: root.rail ? 7 : 8
            Layout.preferredHeight: Theme.headerHeight
            spacing: 9

            Glyph {
                color: Theme.colors.accent
                implicitHeight: 28
                implicitWidth: 28
                name: "capstan"
            }
            Words {
                color: Theme.colors.text
                text: "Capstan"
                visible: !root.rail
                font {
                    pixelSize: Theme.cardTitle + 1
                    weight: Theme.strong
                }
            }
        }
        Repeater {
            id: pages

            model: ListModel {
                ListElement { name: qsTr("Overview"); symbol: "overview" }
                ListElement { name: qsTr("Tenants"); symbol: "tenants" }
                ListElement { name: qsTr("Activity"); symbol: "activity" }
                ListElement { name: qsTr("Models & prices"); symbol: "models" }
                ListElement { name: qsTr("Alerts"); symbol: "alerts" }
                ListElement { name: qsTr("Reports"); symbol: "reports" }
                ListElement { name: qsTr("Settings"); symbol: "settings" }
            }

            delegate: NavigationItem {
                required property int index
                required property string name
                required property string symbol

                Layout.fillWidth: true
                badge: symbol === "alerts" ? root.controlCentre.alerts.open.count : 0
                current: index === root.current
                glyph: symbol
                objectName: "page " + symbol
                rail: root.rail
                text: name

                onClicked: root.chosen(index)
            }
        }
        Item {
            Layout.fillHeight: true
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: 8
            Layout.rightMargin: 7
            spacing: 8
            visible: !root.rail

            Hairline {}
            RowLayout {
                Layout.topMargin: 2

                Words {
                    Layout.fillWidth: true
                    text: qsTr("Today")
                    font.pixelSize: Theme.secondary
                }
                Figure {
                    color: root.today.standing === Standing.Full ? Theme.colors.over : Theme.colors.text2
                    text: root.today.leftWords
                    font {
                        pixelSize: Theme.secondary
                        weight: Theme.medium
                    }
                }
            }
            BudgetBar {
                Layout.fillWidth: true
                figures: root.today.bar
                showsMarks: false
                stop: true
                thickness: 6
            }
            RowLayout {
                Figure {
                    text: root.today.figure
                    font.pixelSize: Theme.secondary
                }
                Item {
                    Layout.fillWidth: true
                }
                Figure {
                    color: Theme.colors.text3
                    text: root.today.capText
                    font {
                        pixelSize: Theme.secondary
                        weight: Theme.regular
                    }
                }
            }
            Hairline {
                Layout.topMargin: 4
            }
        }
        RowLayout {
            id: upstreamLine

            Layout.leftMargin: root.rail ? 17 : 8
            Layout.topMargin: 8
            spacing: 8

            Accessible.role: Accessible.StaticText
            Accessible.name: root.upstream.name + ", " + root.upstream.state

            UpstreamDot {
                Layout.alignment: root.rail ? Qt.AlignVCenter : Qt.AlignTop
                Layout.topMargin: root.rail ? 0 : 5
                up: root.upstream.reachable

                HoverHandler {
                    id: dotHover
                }
                Tip {
                    text: root.upstream.name + ", " + root.upstream.state
                    visible: root.rail && dotHover.hovered
                    x: 16
                    y: -8
                }
            }
            ColumnLayout {
                spacing: 1
                visible: !root.rail

                Words {
                    Layout.fillWidth: true
                    text: root.upstream.name
                    font {
                        pixelSize: Theme.secondary
                        weight: Theme.medium
                    }
                }
                Words {
                    Layout.fillWidth: true
                    color: root.upstream.reachable ? Theme.colors.text3 : Theme.colors.over
                    text: root.upstream.load
                    font.pixelSize: Theme.caption
                }
            }
        }
    }
}
