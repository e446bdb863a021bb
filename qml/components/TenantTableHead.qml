// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

Item {
    id: root

    property bool narrow: false
    property bool ofBudgets: false // each counts over a window of its own

    implicitHeight: 34

    component Head: Words {
        color: Theme.colors.text3
        elide: Text.ElideNone
        horizontalAlignment: Text.AlignRight
        font.pixelSize: Theme.secondary
    }

    RowLayout {
        anchors {
            fill: parent
            leftMargin: 16
            rightMargin: 16
        }
        spacing: 10

        Head {
            Layout.fillWidth: true
            Layout.minimumWidth: 100
            Layout.preferredWidth: 150
            horizontalAlignment: Text.AlignLeft
            text: root.ofBudgets ? qsTr("Budget") : qsTr("Tenant")
        }
        Head {
            Layout.fillWidth: true
            Layout.minimumWidth: 80
            Layout.preferredWidth: 130
            horizontalAlignment: Text.AlignLeft
            text: root.ofBudgets ? qsTr("This window") : qsTr("Today")
        }
        Head {
            Layout.preferredWidth: 66
            text: qsTr("Settled")
        }
        Head {
            Layout.preferredWidth: 52
            text: qsTr("Held")
            visible: !root.narrow
        }
        Head {
            Layout.preferredWidth: 66
            text: qsTr("Cap")
        }
        Head {
            Layout.preferredWidth: 64
            text: qsTr("Burn")
            visible: !root.narrow
        }
    }
}
