// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

Item {
    id: root

    property bool narrow: false
    property bool showsTenant: true

    implicitHeight: 34

    component Head: Words {
        color: Theme.colors.text3
        elide: Text.ElideNone
        font.pixelSize: Theme.secondary
    }

    RowLayout {
        anchors {
            fill: parent
            leftMargin: 16
            rightMargin: 16
        }
        spacing: 8

        Head {
            Layout.preferredWidth: 80
            text: qsTr("Time")
        }
        Head {
            Layout.preferredWidth: 96
            text: qsTr("Outcome")
        }
        Head {
            Layout.fillWidth: true
            Layout.preferredWidth: 90
            text: root.showsTenant ? qsTr("Tenant") : qsTr("Agent")
        }
        Head {
            Layout.fillWidth: true
            Layout.preferredWidth: 90
            text: qsTr("Model")
            visible: !root.narrow
        }
        Head {
            Layout.preferredWidth: 88
            horizontalAlignment: Text.AlignRight
            text: qsTr("Tokens in → out")
            visible: !root.narrow
        }
        Head {
            Layout.preferredWidth: 46
            horizontalAlignment: Text.AlignRight
            text: qsTr("Total")
        }
        Head {
            Layout.preferredWidth: 62
            horizontalAlignment: Text.AlignRight
            text: qsTr("Cost")
        }
    }
}
