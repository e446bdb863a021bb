// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// One budget of which nobody is told.
Rectangle {
    id: root

    required property muteRow row
    property bool hasFocus: false

    signal unmuteWanted()

    color: root.hasFocus ? Theme.colors.hover : "transparent"
    implicitHeight: 44
    radius: Theme.controlRadius

    Accessible.role: Accessible.ListItem
    Accessible.name: root.row.title + ", " + root.row.until
    Accessible.onPressAction: root.unmuteWanted()

    RowLayout {
        anchors {
            fill: parent
            leftMargin: 8
            rightMargin: 4 // the ring around the button
        }
        spacing: 10

        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            elide: Text.ElideMiddle
            text: root.row.title
        }
        Words {
            color: Theme.colors.text3
            text: root.row.until
            font.pixelSize: Theme.secondary
        }
        ActionButton {
            height: Theme.target
            kind: ActionButton.Kind.Quiet
            text: qsTr("Unmute")

            onClicked: root.unmuteWanted()
        }
    }
}
