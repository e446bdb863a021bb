// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan
import Capstan.App

// A filled square; under the pointer or with the focus it says what it does.
T.AbstractButton {
    id: root

    readonly property bool awake: (root.hovered || root.visualFocus) && root.enabled

    implicitHeight: Theme.target
    implicitWidth: root.awake ? 62 : Theme.target
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    text: qsTr("Stop")

    Keys.onReturnPressed: root.clicked()
    Keys.onDeletePressed: root.clicked()

    background: Rectangle {
        color: root.awake ? Theme.colors.overSoft : Theme.colors.raised
        radius: Theme.controlRadius
        border {
            width: 1
            color: root.awake ? Theme.colors.over : Theme.colors.buttonLine
        }

        FocusRing {
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: 3

            Glyph {
                anchors.verticalCenter: parent.verticalCenter
                color: root.awake ? Theme.colors.over : root.enabled ? Theme.colors.text2 : Theme.colors.text3
                height: 16
                name: "stop"
                width: 16
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colors.over
                elide: Text.ElideNone
                text: root.text
                visible: root.awake
                font {
                    pixelSize: Theme.secondary
                    weight: Theme.strong
                }
            }
        }
    }
}
