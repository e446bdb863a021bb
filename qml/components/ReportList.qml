// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Capstan
import Capstan.App

// The questions that can be asked.
Card {
    id: root

    required property ReportsModel reports

    function focusRows() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    ListView {
        id: list

        objectName: "reportList"

        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: root.reports.current
        highlightMoveDuration: 0 // by default an invisible highlight is animated
        highlightResizeDuration: 0
        keyNavigationEnabled: false // arrows choose, they do not only move
        model: root.reports.titles
        anchors {
            fill: parent
            margins: 6
        }

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Reports")
        Keys.onDownPressed: root.reports.current = Math.min(list.count - 1, root.reports.current + 1)
        Keys.onUpPressed: root.reports.current = Math.max(0, root.reports.current - 1)

        delegate: Rectangle {
            id: entry

            required property string modelData
            required property int index
            readonly property bool on: entry.index === root.reports.current

            color: entry.on ? Theme.colors.selected : hover.hovered ? Theme.colors.hover : "transparent"
            height: words.implicitHeight + 18
            radius: Theme.controlRadius
            width: list.width

            Accessible.role: Accessible.ListItem
            Accessible.name: entry.modelData
            Accessible.description: root.reports.questions[entry.index]
            Accessible.selected: entry.on
            Accessible.onPressAction: root.reports.current = entry.index

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colors.accent
                height: parent.height - 12
                radius: 1.5
                visible: entry.on
                width: 3
            }
            FocusRing {
                anchors.margins: 1
                visible: list.activeFocus && entry.on
            }
            HoverHandler {
                id: hover
            }
            TapHandler {
                onTapped: root.reports.current = entry.index
            }
            Column {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                spacing: 2
                width: parent.width - 22
                x: 12

                Words {
                    color: Theme.colors.text
                    elide: Text.ElideNone
                    text: entry.modelData
                    width: parent.width
                    wrapMode: Text.Wrap
                    font.weight: Theme.medium
                }
                Words {
                    color: Theme.colors.text3
                    elide: Text.ElideNone
                    text: root.reports.questions[entry.index]
                    width: parent.width
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.caption
                }
            }
        }

        ScrollMark {
            target: list
        }
    }
}
