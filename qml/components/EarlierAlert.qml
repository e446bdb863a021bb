// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A crossing of the past, one line; in a narrow window its amounts give way.
Rectangle {
    id: root

    required property alertRow row
    property bool hasFocus: false
    property bool narrow: false

    signal acknowledgeWanted()
    signal chooseWanted()
    signal chooseToHereWanted()
    signal pressed()

    color: root.row.chosen ? Theme.colors.accentSoft
           : root.hasFocus || hover.hovered ? Theme.colors.hover : "transparent"
    implicitHeight: 46
    border {
        width: root.hasFocus && root.row.chosen ? 2 : 0
        color: Theme.colors.accent
    }

    Accessible.role: Accessible.ListItem
    Accessible.name: root.row.title + ", " + root.row.text + ", " + root.row.timeText + ", " + root.row.state
    Accessible.selectable: root.row.state === ""
    Accessible.selected: root.row.chosen
    Accessible.onPressAction: root.acknowledgeWanted()

    HoverHandler {
        id: hover
    }
    TapHandler {
        acceptedModifiers: Qt.NoModifier

        onTapped: root.pressed()
    }
    TapHandler {
        acceptedModifiers: Qt.ControlModifier

        onTapped: root.chooseWanted()
    }
    TapHandler {
        acceptedModifiers: Qt.ShiftModifier

        onTapped: root.chooseToHereWanted()
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    RowLayout {
        anchors {
            fill: parent
            leftMargin: 8
            rightMargin: 16
        }
        spacing: 8

        Item {
            Layout.preferredHeight: Theme.target
            Layout.preferredWidth: Theme.target
            Layout.rightMargin: -4

            ChoiceBox {
                name: qsTr("Choose %1").arg(root.row.title)
                on: root.row.chosen
                visible: root.row.state === ""

                onClicked: root.chooseWanted()
            }
        }
        Glyph {
            color: root.row.hard ? Theme.colors.over : Theme.colors.near
            implicitHeight: 18
            implicitWidth: 18
            name: root.row.hard ? "over" : "warning"
        }
        Words {
            Layout.fillWidth: true
            Layout.preferredWidth: 230
            color: Theme.colors.text
            elide: Text.ElideMiddle
            text: root.row.title
        }
        Figure {
            Layout.minimumWidth: implicitWidth // the name gives way, not the amount
            Layout.preferredWidth: Math.max(106, implicitWidth)
            color: Theme.colors.text2
            text: root.row.text
            visible: !root.narrow
            font.weight: Theme.regular
        }
        Figure {
            Layout.preferredWidth: 96
            color: Theme.colors.text3
            text: root.row.timeText
            font.weight: Theme.regular
        }
        Item {
            Layout.preferredHeight: Theme.target
            Layout.preferredWidth: 96

            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colors.text3
                horizontalAlignment: Text.AlignRight
                text: root.row.state
                width: parent.width
                font.pixelSize: Theme.secondary
            }
            ActionButton {
                anchors {
                    right: parent.right
                    rightMargin: -rightPadding // its words end where "acknowledged" does
                }
                height: Theme.target
                kind: ActionButton.Kind.Quiet
                text: qsTr("Acknowledge")
                visible: root.row.state === ""

                onClicked: root.acknowledgeWanted()
            }
        }
    }
}
