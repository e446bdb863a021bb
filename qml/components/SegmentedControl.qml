// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Capstan

// Two to six exclusive choices; arrow keys move between them.
Rectangle {
    id: root

    required property list<string> choices
    property int current: 0
    property string name

    signal chosen(int index)

    color: Theme.colors.well
    implicitHeight: Theme.buttonHeight - 2
    implicitWidth: row.implicitWidth + 4
    radius: Theme.controlRadius
    border {
        width: 1
        color: Theme.colors.line
    }

    Accessible.role: Accessible.PageTabList
    Accessible.name: root.name

    Row {
        id: row

        anchors.centerIn: parent

        Repeater {
            id: parts

            // By number: a text that changes, with each snapshot perhaps, makes no new button.
            model: root.choices.length

            // For its role: Qt 6.4 knows no other for an AbstractButton than Button.
            delegate: T.TabButton {
                id: part

                required property int index
                readonly property bool on: part.index === root.current

                implicitHeight: root.implicitHeight - 4
                implicitWidth: part.implicitContentWidth + 20
                checkable: false
                focusPolicy: part.on ? Qt.StrongFocus : Qt.ClickFocus
                text: root.choices[part.index] ?? ""

                Accessible.name: part.text
                Accessible.selected: part.on
                Keys.onLeftPressed: root.move(-1)
                Keys.onRightPressed: root.move(1)
                onClicked: root.chosen(part.index)

                background: Rectangle {
                    color: part.on ? Theme.colors.wellOn : part.hovered ? Theme.colors.hover : "transparent"
                    radius: Theme.controlRadius - 1
                    border {
                        width: part.on ? 1 : 0
                        color: Theme.colors.buttonLine
                    }

                    FocusRing {
                        visible: part.visualFocus
                    }
                }
                contentItem: Words {
                    color: part.on ? Theme.colors.text : Theme.colors.text2
                    elide: Text.ElideNone
                    horizontalAlignment: Text.AlignHCenter
                    text: part.text
                    font {
                        pixelSize: Theme.secondary
                        weight: part.on ? Theme.medium : Theme.regular
                    }
                }
            }
        }
    }

    function move(by: int) {
        const next = Math.max(0, Math.min(root.choices.length - 1, root.current + by));
        if (next !== root.current) {
            root.chosen(next);
            parts.itemAt(next).forceActiveFocus(Qt.TabFocusReason);
        }
    }
}
