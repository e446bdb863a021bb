// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Marks that were crossed, newest first: the ones that still stand as cards, then the earlier.
AppPage {
    id: root

    signal tenantWanted(string name)

    context: root.controlCentre.openAlerts.count === 0 ? qsTr("none open")
                                                       : qsTr("%1 open").arg(root.controlCentre.openAlerts.count)
    title: qsTr("Alerts")

    actions: PauseAllButton {
        controlCentre: root.controlCentre
    }

    ListView {
        id: list

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        model: root.controlCentre.earlierAlerts

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Earlier alerts")

        header: ColumnLayout {
            spacing: 10
            width: list.contentWidth

            Item {
                Layout.preferredHeight: 6
            }
            Words {
                color: Theme.colors.text
                text: qsTr("Open")
                font.weight: Theme.strong
            }
            Words {
                Layout.bottomMargin: 8
                color: Theme.colors.text3
                text: qsTr("No budget stands above a mark. Each crossing is told here once.")
                visible: root.controlCentre.openAlerts.count === 0
            }
            Repeater {
                model: root.controlCentre.openAlerts

                delegate: OpenAlert {
                    Layout.fillWidth: true

                    onAdjustWanted: root.tenantWanted(row.tenant)
                }
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: 8
                visible: list.count > 0

                Words {
                    Layout.fillWidth: true
                    color: Theme.colors.text
                    text: qsTr("Earlier")
                    font.weight: Theme.strong
                }
                Words {
                    color: Theme.colors.text3
                    text: qsTr("each crossing is told once")
                    font.pixelSize: Theme.secondary
                }
            }
        }
        delegate: EarlierAlert {
            required property int index

            first: index === 0
            last: index === list.count - 1
            width: list.contentWidth
        }
        footer: Item {
            implicitHeight: 24
        }
        contentWidth: Math.min(width, 760)

        ScrollMark {
            target: list
        }
    }
}
