// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan

// What takes effect at once: its words on the left, the switch on the right.
T.AbstractButton {
    id: root

    checkable: true
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    implicitHeight: Math.max(Theme.target, implicitContentHeight)
    implicitWidth: 200

    Accessible.name: root.text
    Accessible.checked: root.checked
    Keys.onReturnPressed: {
        root.toggle();
        root.toggled();
    }

    background: Item {
        FocusRing {
            visible: root.visualFocus
        }
    }
    contentItem: RowLayout {
        spacing: 12

        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            elide: Text.ElideNone
            text: root.text
            wrapMode: Text.Wrap
        }
        Rectangle {
            color: root.checked ? Theme.colors.accent : Theme.colors.track
            implicitHeight: 20
            implicitWidth: 34
            radius: height / 2
            border {
                width: 1
                color: root.checked ? Theme.colors.accent : Theme.colors.control
            }

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: root.checked ? Theme.colors.accentInk : Theme.colors.text3
                height: 14
                radius: 7
                width: 14
                x: root.checked ? parent.width - width - 3 : 3

                Behavior on x {
                    NumberAnimation {
                        duration: Theme.quick
                    }
                }
            }
        }
    }
}
