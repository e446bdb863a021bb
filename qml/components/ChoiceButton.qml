// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan
import Capstan.App

// One of several, too many to stand side by side.
T.AbstractButton {
    id: root

    required property string name
    required property list<string> choices
    property int current: 0

    signal chosen(int index)

    implicitHeight: Theme.inputHeight
    implicitWidth: 130
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.ComboBox
    Accessible.name: root.name + ", " + (root.choices[root.current] ?? "")
    Keys.onDownPressed: menu.open()
    Keys.onReturnPressed: menu.open()
    onClicked: menu.open()

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
    }

    ChoiceMenu {
        id: menu

        choices: root.choices
        chosen: root.choices[root.current] ?? ""
        name: root.name
        y: root.height + 4

        onChoice: text => root.chosen(root.choices.indexOf(text))
    }
}
