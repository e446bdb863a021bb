// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan

// A list to choose one from; with a field to search in when it is long. Opens below what it belongs
// to, or above where the window has no room.
T.Popup {
    id: root

    required property list<string> choices
    required property string name
    property string chosen
    property bool searchable: false

    signal choice(int index, string text)
    signal searched(string text)

    function take(index: int) {
        if (index >= 0 && index < root.choices.length) {
            root.choice(index, root.choices[index]);
            root.close();
        }
    }

    function place() {
        const gap = 4;
        const below = root.parent.height + gap;
        const bottom = root.parent.mapToItem(null, 0, below).y + root.height + root.margins;
        root.y = bottom <= root.parent.Window.height ? below : -root.height - gap;
    }

    focus: true
    height: column.implicitHeight + 12
    margins: 8
    padding: 6
    width: 220

    onAboutToShow: {
        field.clear();
        list.currentIndex = Math.max(0, root.choices.indexOf(root.chosen));
        root.place();
    }
    onOpened: (root.searchable ? field : list).forceActiveFocus(Qt.PopupFocusReason)

    background: Rectangle {
        color: Theme.colors.raised
        radius: Theme.noticeRadius
        border {
            width: 1
            color: Theme.colors.buttonLine
        }
    }

    ColumnLayout {
        id: column

        spacing: 6
        width: root.availableWidth

        FilterField {
            id: field

            Layout.fillWidth: true
            placeholderText: qsTr("Search")
            visible: root.searchable

            Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
            Keys.onEscapePressed: root.close()
            Keys.onReturnPressed: root.take(list.currentIndex)
            onTextChanged: root.searched(text)
        }
        ListView {
            id: list

            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 300)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            highlightMoveDuration: 0
            highlightResizeDuration: 0
            model: root.choices

            Accessible.role: Accessible.List
            Accessible.name: root.name
            Keys.onReturnPressed: root.take(list.currentIndex)
            Keys.onSpacePressed: root.take(list.currentIndex)

            delegate: Rectangle {
                id: entry

                required property string modelData
                required property int index

                color: entry.index === list.currentIndex ? Theme.colors.selected
                                                         : hover.hovered ? Theme.colors.hover : "transparent"
                height: Theme.buttonHeight
                radius: Theme.controlRadius
                width: list.width

                Accessible.role: Accessible.ListItem
                Accessible.name: entry.modelData
                Accessible.selected: entry.modelData === root.chosen
                Accessible.onPressAction: root.take(entry.index)

                HoverHandler {
                    id: hover
                }
                TapHandler {
                    onTapped: root.take(entry.index)
                }
                Words {
                    anchors {
                        fill: parent
                        leftMargin: 8
                        rightMargin: 8
                    }
                    color: entry.modelData === root.chosen ? Theme.colors.accent : Theme.colors.text
                    elide: Text.ElideMiddle
                    text: entry.modelData
                }
            }
        }
        Words {
            Layout.margins: 6
            color: Theme.colors.text3
            text: qsTr("Nothing to choose from")
            visible: list.count === 0
        }
    }
}
