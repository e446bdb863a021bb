// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// One step: folded to a line once it is done, open with an accent edge while it is at work.
Rectangle {
    id: root

    required property int number // from 0
    required property int current
    required property string title
    property string detail
    property bool changeable: true
    default property alias content: body.data

    signal changeWanted()

    readonly property bool done: root.number < root.current
    readonly property bool open: root.number === root.current

    Layout.fillWidth: true
    color: Theme.colors.surface
    implicitHeight: column.implicitHeight + 28
    radius: Theme.cardRadius
    border {
        width: root.open ? 2 : 1
        color: root.open ? Theme.colors.accent : Theme.colors.line
    }

    Accessible.role: Accessible.Grouping
    Accessible.name: root.done ? qsTr("Step %1, done: %2").arg(root.number + 1).arg(root.title)
                               : qsTr("Step %1: %2").arg(root.number + 1).arg(root.title)

    Rectangle {
        color: root.done ? Theme.colors.accent : "transparent"
        height: 24
        radius: 12
        width: 24
        x: 18
        y: root.done ? (root.height - height) / 2 : 16
        border {
            width: 2
            color: root.done || root.open ? Theme.colors.accent : Theme.colors.control
        }

        Glyph {
            anchors.centerIn: parent
            color: Theme.colors.accentInk
            height: 14
            name: "check"
            visible: root.done
            width: 14
        }
        Words {
            anchors.centerIn: parent
            color: root.open ? Theme.colors.accent : Theme.colors.text3
            text: String(root.number + 1)
            visible: !root.done
            font {
                pixelSize: Theme.secondary
                weight: Theme.strong
            }
        }
    }
    ColumnLayout {
        id: column

        spacing: 10
        width: parent.width - 76
        x: 58
        y: 14

        RowLayout {
            Layout.fillWidth: true
            spacing: 10

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Words {
                    Layout.fillWidth: true
                    Layout.minimumHeight: root.done && root.detail !== "" ? 0 : 28
                    color: root.done || root.open ? Theme.colors.text : Theme.colors.text3
                    text: root.title
                    font {
                        pixelSize: root.open ? Theme.cardTitle - 1 : Theme.body
                        weight: Theme.strong
                    }
                }
                Words {
                    Layout.fillWidth: true
                    text: root.detail
                    visible: root.done && text !== ""
                    font.pixelSize: Theme.secondary
                }
            }
            ActionButton {
                kind: ActionButton.Kind.Quiet
                text: qsTr("Change")
                tip: qsTr("Go back to: %1").arg(root.title)
                visible: root.done && root.changeable

                onClicked: root.changeWanted()
            }
        }
        ColumnLayout {
            id: body

            Layout.fillWidth: true
            spacing: 10
            visible: root.open
        }
    }
}
