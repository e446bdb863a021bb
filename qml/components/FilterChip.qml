// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan
import Capstan.App

// One filter of the log: shows what is chosen, opens the choices, and its cross takes it away. A
// ComboBox for its role, as Qt 6.4 tells a screen reader a control's own; the list is our own.
T.ComboBox {
    id: root

    required property ActivityFilterChip filter

    property string anyText // said while nothing is chosen, where the filter's name would not do
    readonly property string text: root.anyText !== "" && !root.filter.active ? root.anyText : root.filter.label
    readonly property color ink: root.filter.active ? Theme.colors.accent : Theme.colors.text

    signal rangeWanted() // what it is to be is typed: from when to when, or an id
    signal looked() // at the choices, from now on
    signal lookedAway()

    function openMenu() {
        if (root.filter.choices.length === 1 && root.filter.choices[0] === root.filter.rangeChoice) {
            root.rangeWanted();
        } else {
            menu.open();
        }
    }

    function choose(choice: string) {
        if (choice === root.filter.rangeChoice) {
            afterwards.start();
        } else {
            root.filter.choose(choice);
        }
    }

    currentIndex: root.filter.place
    delegate: Item {} // without one it counts no choices
    implicitHeight: Theme.buttonHeight - 2
    implicitWidth: Math.min(implicitContentWidth + leftPadding + rightPadding, 240)
    leftPadding: 10
    rightPadding: 8
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    model: root.filter.choices

    Accessible.name: root.text
    Accessible.description: qsTr("Filter; Delete takes it away")
    Keys.onDeletePressed: root.filter.clear()
    Keys.onDownPressed: root.openMenu()
    Keys.onReturnPressed: root.openMenu()
    Keys.onSpacePressed: root.openMenu()
    onActivated: index => root.choose(root.filter.choices[index])

    background: Rectangle {
        color: root.filter.active ? Theme.colors.accentSoft : root.hovered ? Theme.colors.hover : "transparent"
        radius: Theme.controlRadius
        border {
            width: 1
            color: root.filter.active ? Theme.colors.accent : Theme.colors.control
        }

        FocusRing {
            visible: root.visualFocus
        }
    }
    contentItem: RowLayout {
        spacing: 6

        Words {
            Layout.fillWidth: true
            color: root.ink
            elide: Text.ElideMiddle
            text: root.text
            font {
                pixelSize: Theme.secondary
                weight: Theme.medium
            }
        }
        Glyph {
            color: root.filter.active ? root.ink : Theme.colors.text3
            implicitHeight: 12
            implicitWidth: 12
            name: root.filter.active ? "close" : "open"
        }
        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            margin: 8

            onTapped: at => {
                if (root.filter.active && at.position.x >= root.availableWidth - 18) {
                    root.filter.clear();
                } else {
                    root.openMenu();
                }
            }
        }
    }

    Timer {
        id: afterwards

        interval: 0 // the menu closes, and gives the focus back, first

        onTriggered: root.rangeWanted()
    }
    ChoiceMenu {
        id: menu

        choices: root.filter.choices
        chosen: root.filter.chosen
        name: root.filter.name
        picked: root.filter.picked
        several: root.filter.several

        onAboutToShow: {
            root.filter.look();
            root.looked();
        }
        onChoice: (index, text) => root.choose(text)
        onClosed: root.lookedAway()
    }
}
