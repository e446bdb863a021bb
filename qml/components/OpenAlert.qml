// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A crossing that still stands, with the way to its cap.
Card {
    id: root

    required property alertRow row

    signal acknowledgeWanted()
    signal adjustWanted()
    signal muteWanted()

    readonly property color ink: root.row.hard ? Theme.colors.over : Theme.colors.near

    implicitHeight: column.implicitHeight + 26

    Accessible.role: Accessible.ListItem
    Accessible.name: root.row.title + ", " + root.row.text + ", " + root.row.timeText

    Rectangle {
        color: root.ink
        height: parent.height - 2 * y
        width: 3
        y: Theme.cardRadius
    }
    RowLayout {
        anchors {
            left: parent.left
            right: parent.right
            margins: 18
            verticalCenter: parent.verticalCenter
        }
        spacing: 13

        Glyph {
            Layout.alignment: Qt.AlignTop
            color: root.ink
            name: root.row.hard ? "over" : "warning"
        }
        ColumnLayout {
            id: column

            Layout.fillWidth: true
            spacing: 3

            RowLayout {
                Layout.fillWidth: true
                spacing: 12

                Words {
                    Layout.fillWidth: true
                    color: Theme.colors.text
                    text: root.row.title
                    wrapMode: Text.Wrap
                    font {
                        pixelSize: Theme.body + 1
                        weight: Theme.strong
                    }
                }
                Figure {
                    Layout.alignment: Qt.AlignTop
                    color: Theme.colors.text3
                    text: root.row.timeText
                    font {
                        pixelSize: Theme.secondary
                        weight: Theme.regular
                    }
                }
            }
            Words {
                Layout.fillWidth: true
                elide: Text.ElideNone
                text: root.row.text
                wrapMode: Text.Wrap
                font.pixelSize: Theme.secondary
            }
            Row {
                Layout.leftMargin: -4
                spacing: 12

                ActionButton {
                    height: Theme.target
                    kind: ActionButton.Kind.Quiet
                    text: qsTr("Adjust cap")
                    visible: root.row.adjustable

                    onClicked: root.adjustWanted()
                }
                ActionButton {
                    height: Theme.target
                    kind: ActionButton.Kind.Quiet
                    text: qsTr("Acknowledge")

                    onClicked: root.acknowledgeWanted()
                }
                ActionButton {
                    height: Theme.target
                    kind: ActionButton.Kind.Quiet
                    text: qsTr("Mute until tomorrow")

                    onClicked: root.muteWanted()
                }
            }
        }
    }
}
