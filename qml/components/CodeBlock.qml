// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What to write in a program, the lines to change marked, and a button that copies it.
Rectangle {
    id: root

    required property clientCode code
    property int kind: 0

    signal kindChosen(int kind)
    signal copyWanted()

    readonly property real lineHeight: body.contentHeight / Math.max(1, body.lineCount)

    color: "transparent"
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        spacing: 10
        width: parent.width

        SegmentedControl {
            choices: [qsTr("Python"), qsTr("JavaScript"), qsTr("curl"), qsTr("Environment")]
            current: root.kind
            name: qsTr("Language")

            onChosen: index => root.kindChosen(index)
        }
        Rectangle {
            Layout.fillWidth: true
            color: Theme.colors.window
            implicitHeight: body.implicitHeight + 20
            radius: Theme.noticeRadius
            border {
                width: 1
                color: Theme.colors.line
            }

            Rectangle {
                color: Theme.colors.accentSoft
                height: root.lineHeight * root.code.markedCount
                width: parent.width - 2
                x: 1
                y: body.y + root.lineHeight * root.code.markedLine

                Rectangle {
                    color: Theme.colors.accent
                    height: parent.height
                    width: 3
                }
            }
            TextEdit {
                id: body

                activeFocusOnTab: true
                color: Theme.colors.text
                objectName: "codeText"
                readOnly: true
                renderType: Theme.renderType
                selectByMouse: true
                selectedTextColor: Theme.colors.accentInk
                selectionColor: Theme.colors.accent
                text: root.code.text
                textFormat: TextEdit.PlainText
                width: parent.width - 32
                wrapMode: TextEdit.WrapAnywhere
                x: 16
                y: 10
                font {
                    family: Theme.monospace
                    pixelSize: Theme.secondary
                    preferShaping: false
                }

                Accessible.name: qsTr("What to write in your program")
            }
            CopyButton {
                anchors {
                    right: parent.right
                    rightMargin: 10
                    top: parent.top
                    topMargin: 10
                }
                objectName: "copyCode"
                text: qsTr("Copy")

                onCopyWanted: root.copyWanted()
            }
        }
    }
}
