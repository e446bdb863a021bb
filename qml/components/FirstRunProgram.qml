// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// The two lines to change, and the first call as it arrives.
FirstRunStep {
    id: root

    required property FirstRun firstRun

    current: root.firstRun.step
    number: FirstRun.Program
    title: qsTr("Change two lines in your program")

    CodeBlock {
        Layout.fillWidth: true
        code: root.firstRun.code
        kind: root.firstRun.codeKind

        onCopyWanted: root.firstRun.copyCode()
        onKindChosen: kind => root.firstRun.codeKind = kind
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        Glyph {
            color: Theme.colors.near
            implicitHeight: 16
            implicitWidth: 16
            name: "key"
        }
        Words {
            Layout.fillWidth: true
            elide: Text.ElideNone
            text: qsTr("The key is shown only now. Copy it before you go on; a new one is a click away.")
            wrapMode: Text.Wrap
        }
    }
    Rectangle {
        Layout.fillWidth: true
        color: Theme.colors.accentSoft
        implicitHeight: callRow.implicitHeight + 28
        radius: Theme.noticeRadius

        Accessible.role: Accessible.Notification
        Accessible.name: callTitle.text

        RowLayout {
            id: callRow

            anchors {
                left: parent.left
                leftMargin: 18
                right: parent.right
                rightMargin: 16
                verticalCenter: parent.verticalCenter
            }
            spacing: 12

            Glyph {
                color: Theme.colors.accent
                implicitHeight: 22
                implicitWidth: 22
                name: root.firstRun.arrived ? "check" : "clock"
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Words {
                    id: callTitle

                    Layout.fillWidth: true
                    color: Theme.colors.text
                    objectName: "callTitle"
                    text: root.firstRun.callTitle
                    font.weight: Theme.strong
                }
                Words {
                    Layout.fillWidth: true
                    text: root.firstRun.callDetail
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.secondary
                }
            }
            ActionButton {
                enabled: !root.firstRun.busy
                objectName: "sendTestCall"
                text: root.firstRun.busy ? qsTr("Sending…") : qsTr("Send a test call")
                tip: qsTr("One short question to the model, counted like any other")
                visible: !root.firstRun.arrived

                onClicked: root.firstRun.sendTestCall()
            }
            ActionButton {
                kind: ActionButton.Kind.Primary
                objectName: "finishFirstRun"
                text: qsTr("Open the window")
                visible: root.firstRun.arrived

                onClicked: root.firstRun.leave()
            }
        }
    }
    FirstRunError {
        text: root.firstRun.errorText
    }
}
