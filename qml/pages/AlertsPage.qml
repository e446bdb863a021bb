// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan

// Marks that were crossed, newest first: the ones that still stand as cards, then the earlier.
AppPage {
    id: root

    signal tenantWanted(string name)

    readonly property int openCount: root.controlCentre.openAlerts.count

    context: root.openCount === 0 ? qsTr("none open") : qsTr("%1 open").arg(root.openCount)
    title: qsTr("Alerts")

    actions: PauseAllButton {
        controlCentre: root.controlCentre
    }

    ColumnLayout {
        height: parent.height
        spacing: 10
        width: Math.min(parent.width, 760)

        Words {
            Layout.topMargin: 16
            color: Theme.colors.text
            text: qsTr("Open")
            font.weight: Theme.strong
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text3
            text: qsTr("No budget stands above a mark.")
            visible: root.openCount === 0
        }
        // A header of the list below would be simpler, but Qt 6.4 cannot create one in a bound
        // component.
        ListView {
            id: open

            Layout.fillWidth: true
            Layout.maximumHeight: root.height * 0.5
            Layout.preferredHeight: contentHeight
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0 // by default an invisible highlight is animated
            highlightResizeDuration: 0
            clip: contentHeight > height
            model: root.controlCentre.openAlerts
            spacing: 10
            visible: count > 0

            Accessible.role: Accessible.List
            Accessible.name: qsTr("Open alerts")

            delegate: OpenAlert {
                width: open.width

                onAdjustWanted: root.tenantWanted(row.tenant)
            }

            ScrollMark {
                anchors.rightMargin: -10
                target: open
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: 10
            visible: earlier.count > 0

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
        ListView {
            id: earlier

            Layout.bottomMargin: 16
            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0 // by default an invisible highlight is animated
            highlightResizeDuration: 0
            clip: contentHeight > height
            model: root.controlCentre.earlierAlerts

            Accessible.role: Accessible.List
            Accessible.name: qsTr("Earlier alerts")

            delegate: EarlierAlert {
                required property int index

                first: index === 0
                last: index === earlier.count - 1
                width: earlier.width
            }

            ScrollMark {
                anchors.rightMargin: -10
                target: earlier
            }
        }
    }
}
