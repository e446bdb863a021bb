// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan
import Capstan.App

// One of several, too many to stand side by side. A ComboBox for its role, and for choosing by Up and
// by the first letters; the list that it opens is our own.
T.ComboBox {
    id: root

    required property string name
    required property list<string> choices
    property int current: 0

    signal chosen(int index)

    currentIndex: root.current
    delegate: Item {} // without one it counts no choices
    implicitHeight: Theme.inputHeight
    implicitWidth: 130
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    model: root.choices

    Accessible.name: root.name + ", " + (root.choices[root.current] ?? "")
    Keys.onDownPressed: menu.open()
    Keys.onReturnPressed: menu.open()
    Keys.onSpacePressed: menu.open()
    onActivated: index => root.chosen(index)

    background: Rectangle {
        color: root.hovered ? Theme.colors.hover : Theme.colors.window
        radius: Theme.controlRadius
        border {
            width: 1
            color: Theme.colors.control
        }

        FocusRing {
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.text
            text: root.choices[root.current] ?? ""
            width: parent.width - 34
            x: 10
        }
        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.text3
            height: 12
            name: "open"
            width: 12
            x: parent.width - 22
        }
        TapHandler {
            onTapped: menu.open()
        }
    }

    ChoiceMenu {
        id: menu

        choices: root.choices
        chosen: root.choices[root.current] ?? ""
        name: root.name

        onChoice: index => root.chosen(index)
    }
}
