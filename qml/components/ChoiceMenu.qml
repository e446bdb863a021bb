// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A list to choose one from, or several: then the space bar and the pointer add or take away, and
// it stays open. With a field to search in when it is long. Opens below what it belongs to, or
// above where the window has no room.
MenuPopup {
    id: root

    required property list<string> choices
    required property string name
    property string chosen
    property list<string> picked: root.chosen === "" ? [] : [root.chosen]
    property bool several: false
    property bool above: false
    readonly property int gap: 4

    signal choice(int index, string text)

    // Choices may come while it is open. What opened above stays there while one searches.
    function place() {
        const foot = root.parent.mapToItem(null, 0, root.parent.height + root.gap).y + root.height;
        root.above = root.above || foot + root.margins > root.parent.Window.height;
    }

    padding: 6
    width: 220
    y: root.parent ? (root.above ? -root.height - root.gap : root.parent.height + root.gap) : 0

    onAboutToShow: {
        root.above = false;
        root.place();
    }
    onHeightChanged: {
        if (root.visible) {
            root.place();
        }
    }

    MenuFace {
        id: face

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
        function prepare() {
            field.clear();
            list.currentIndex = face.firstPicked();
        }
        function focusFirst() {
            (search.many ? field : list).forceActiveFocus(Qt.PopupFocusReason);
        }

        readonly property ChoiceSearch finder: ChoiceSearch {
            id: search

            all: root.choices
            text: field.text

            // Choices may come while it is open.
            onManyChanged: {
                if (root.opened && search.many) {
                    field.forceActiveFocus(Qt.PopupFocusReason);
                }
            }
        }

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
            Keys.onReturnPressed: face.take(list.currentIndex, false)
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
            Keys.onReturnPressed: face.take(list.currentIndex, false)
            Keys.onSpacePressed: face.take(list.currentIndex, root.several)

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
                Accessible.onPressAction: face.take(entry.index, root.several)

                HoverHandler {
                    id: hover
                }
                TapHandler {
                    onTapped: face.take(entry.index, root.several)
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
