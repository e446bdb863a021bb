// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// One running call, fixed columns; when it ends it says how and stays in place for a moment.
Item {
    id: root

    required property runningRow row
    required property int index
    property bool last: false

    signal stopWanted(int index)

    implicitHeight: Theme.rowHeight
    activeFocusOnTab: false

    Accessible.role: Accessible.ListItem
    Accessible.name: root.row.spoken

    HoverHandler {
        id: hover
    }
    Rectangle {
        anchors {
            fill: parent
            leftMargin: -8
            rightMargin: -8
        }
        color: Theme.colors.hover
        radius: Theme.noticeRadius
        visible: hover.hovered
    }
    Hairline {
        anchors.bottom: parent.bottom
        visible: !root.last && !hover.hovered
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        spacing: 10

        Words {
            Layout.fillWidth: true
            Layout.preferredWidth: 88
            color: root.row.ended ? Theme.colors.text3 : Theme.colors.text
            elide: Text.ElideMiddle
            text: root.row.tenant
            font.weight: Theme.medium
        }
        Words {
            Layout.fillWidth: true
            Layout.preferredWidth: 88
            color: Theme.colors.text3
            elide: Text.ElideMiddle
            text: root.row.agent
        }
        Words {
            Layout.fillWidth: true
            Layout.preferredWidth: 84
            elide: Text.ElideMiddle
            text: root.row.model
        }
        Figure {
            Layout.preferredWidth: 40
            color: Theme.colors.text2
            text: root.row.ageText
            font.weight: Theme.regular
        }
        Figure {
            Layout.preferredWidth: 66
            color: root.row.stopping ? Theme.colors.over : Theme.colors.text2
            text: root.row.rateText
            font.weight: Theme.regular
        }
        BudgetBar {
            Layout.preferredWidth: 52
            figures: root.row.bar
            opacity: root.row.ended ? 0.4 : 1
            showsMarks: false
            showsPost: false
            thickness: 6
        }
        Figure {
            Layout.preferredWidth: 58
            text: root.row.costText
        }
        Item {
            Layout.preferredHeight: Theme.target
            Layout.preferredWidth: 62

            StopButton {
                anchors.right: parent.right
                enabled: !root.row.stopping
                visible: !root.row.ended
                Accessible.name: qsTr("Stop %1, %2").arg(root.row.tenant).arg(root.row.model)

                onClicked: root.stopWanted(root.index)
            }
        }
    }
}
