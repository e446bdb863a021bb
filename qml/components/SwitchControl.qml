// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan

// On or off, at once. What it shows is what is so: a click only asks.
// A CheckBox for its role; it shows what is so, and never what was clicked.
T.CheckBox {
    id: root

    required property string name
    property bool on: false
    property string tip

    implicitHeight: Theme.target
    implicitWidth: 44
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    checkState: root.on ? Qt.Checked : Qt.Unchecked
    nextCheckState: () => root.checkState

    Accessible.name: root.name
    Accessible.checkable: true
    Accessible.checked: root.on
    Accessible.description: root.tip
    Keys.onReturnPressed: root.clicked()

    contentItem: Item {}
    background: Item {
        Rectangle {
            anchors.centerIn: parent
            color: root.on && root.enabled ? Theme.colors.accent : Theme.colors.window
            height: 22
            radius: 11
            width: 40
            border {
                width: root.on && root.enabled ? 0 : 1
                color: root.enabled ? Theme.colors.control : Theme.colors.buttonLine
            }

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: root.on && root.enabled ? Theme.colors.accentInk
                                               : root.enabled ? Theme.colors.control : Theme.colors.text3
                height: 14
                radius: 7
                width: 14
                x: root.on ? 22 : 4

                Behavior on x {
                    NumberAnimation {
                        duration: Theme.quick
                        easing.type: Easing.OutCubic
                    }
                }
            }
            FocusRing {
                around: 11
                visible: root.visualFocus
            }
        }
    }

    Tip {
        text: root.tip
        visible: (root.hovered || root.visualFocus) && root.tip !== ""
    }
}
