// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan
import Capstan.App

// One filter of the log: shows what is chosen, opens the choices, and its cross takes it away.
T.AbstractButton {
    id: root

    required property ActivityFilterChip filter

    property string anyText // said while nothing is chosen, where the filter's name would not do
    readonly property string label: root.anyText !== "" && !root.filter.active ? root.anyText : root.filter.label

    signal rangeWanted() // from when to when is to be asked for

    readonly property color ink: root.filter.active ? Theme.colors.accent : Theme.colors.text

    function openChoices() {
        root.filter.search("");
        menu.open();
    }

    implicitHeight: Theme.buttonHeight - 2
    implicitWidth: Math.min(implicitContentWidth + leftPadding + rightPadding, 240)
    leftPadding: 10
    rightPadding: 8
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    text: root.label

    Accessible.role: Accessible.ButtonDropDown
    Accessible.name: root.label
    Accessible.description: qsTr("Filter; Delete takes it away")
    Keys.onDeletePressed: root.filter.clear()
    Keys.onDownPressed: root.openChoices()
    Keys.onReturnPressed: root.openChoices()
    onClicked: root.openChoices()

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
            text: root.label
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

            TapHandler {
                enabled: root.filter.active
                gesturePolicy: TapHandler.ReleaseWithinBounds
                margin: 8

                onTapped: root.filter.clear()
            }
        }
    }

    Tip {
        text: root.label
        visible: root.hovered && root.implicitWidth === 240 && !menu.visible
    }
    ChoiceMenu {
        id: menu

        choices: root.filter.choices
        chosen: root.filter.chosen
        name: root.filter.name
        picked: root.filter.picked
        searchable: root.filter.many
        several: root.filter.several

        onChoice: (index, text) => {
            if (text === root.filter.rangeChoice) {
                Qt.callLater(root.rangeWanted); // the menu closes, and gives the focus back, first
            } else {
                root.filter.choose(text);
            }
        }
        onSearched: text => root.filter.search(text)
    }
}
