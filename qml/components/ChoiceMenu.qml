// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan
import Capstan.App

// A list to choose one from, or several: then the space bar and the pointer add or take away, and
// it stays open. With a field to search in when it is long. Opens below what it belongs to, or
// above where the window has no room.
T.Popup {
    id: root

    required property list<string> choices
    required property string name
    property string chosen
    property list<string> picked: root.chosen === "" ? [] : [root.chosen]
    property bool several: false

    readonly property ChoiceSearch finder: ChoiceSearch {
        id: search

        all: root.choices
        text: field.text
    }

    readonly property bool many: search.many

    signal choice(int index, string text)

    // Choices may come while it is open.
    onManyChanged: {
        if (root.opened && root.many) {
            field.forceActiveFocus(Qt.PopupFocusReason);
        }
    }

    function take(index: int, stays: bool) {
        const chosen = search.placeOf(index);
        if (chosen >= 0) {
            root.choice(chosen, root.choices[chosen]);
            if (stays) {
                list.currentIndex = index;
            } else {
                root.close();
            }
        }
    }

    function firstPicked(): int {
        return root.picked.length > 0 ? Math.max(0, root.choices.indexOf(root.picked[0])) : 0;
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
        list.currentIndex = root.firstPicked();
        root.place();
    }
    onOpened: (search.many ? field : list).forceActiveFocus(Qt.PopupFocusReason)

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

            aim: list.currentItem

            Layout.fillWidth: true
            placeholderText: qsTr("Search")
            visible: search.many

            Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
            Keys.onEscapePressed: root.close()
            Keys.onReturnPressed: root.take(list.currentIndex, false)
            onTextChanged: list.currentIndex = 0
        }
        ListView {
            id: list

            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 300)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            highlightMoveDuration: 0
            highlightResizeDuration: 0
            model: search.found

            Accessible.role: Accessible.List
            Accessible.name: root.name
            Keys.onReturnPressed: root.take(list.currentIndex, false)
            Keys.onSpacePressed: root.take(list.currentIndex, root.several)

            delegate: Rectangle {
                id: entry

                required property string modelData
                required property int index
                readonly property bool isPicked: root.picked.includes(entry.modelData)

                color: entry.index === list.currentIndex ? Theme.colors.selected
                                                         : hover.hovered ? Theme.colors.hover : "transparent"
                height: Theme.buttonHeight
                objectName: "choice " + entry.modelData
                radius: Theme.controlRadius
                width: list.width

                Accessible.role: Accessible.ListItem
                Accessible.name: entry.modelData
                Accessible.checkable: root.several
                Accessible.checked: root.several && entry.isPicked
                Accessible.selected: entry.isPicked
                Accessible.onPressAction: root.take(entry.index, root.several)

                HoverHandler {
                    id: hover
                }
                TapHandler {
                    onTapped: root.take(entry.index, root.several)
                }
                Words {
                    anchors {
                        fill: parent
                        leftMargin: 8
                        rightMargin: root.several ? 28 : 8
                    }
                    color: entry.isPicked ? Theme.colors.accent : Theme.colors.text
                    elide: Text.ElideMiddle
                    text: entry.modelData
                }
                Glyph {
                    anchors {
                        right: parent.right
                        rightMargin: 8
                        verticalCenter: parent.verticalCenter
                    }
                    color: Theme.colors.accent
                    height: 14
                    name: "check"
                    visible: root.several && entry.isPicked
                    width: 14
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
