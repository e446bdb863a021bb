// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Whom a proposed policy would have refused, how often and since when.
Item {
    id: root

    required property policyHitRow row

    Layout.fillWidth: true
    implicitHeight: Theme.tallRowHeight

    Accessible.role: Accessible.Row
    Accessible.name: root.row.name + ", " + root.row.refused + ", " + root.row.detail

    Hairline {
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        spacing: 12

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                elide: Text.ElideMiddle
                text: root.row.name
                font.weight: Theme.medium
            }
            Words {
                Layout.fillWidth: true
                text: root.row.detail
                font.pixelSize: Theme.secondary
            }
        }
        Figure {
            color: Theme.colors.over
            text: qsTr("%1 refused").arg(root.row.refused)
        }
    }
}
