// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Capstan
import Capstan.App

// Bars under each other: the name at the left, the figure at the right, so that nothing is cut off.
ListView {
    id: root

    required property ReportChart chart
    required property int chosen

    signal pointed(int place)

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    currentIndex: root.chosen
    highlightMoveDuration: 0
    highlightResizeDuration: 0
    keyNavigationEnabled: false
    model: root.chart

    delegate: Item {
        id: bar

        required property reportPoint row
        required property int index

        height: 26
        width: root.width

        HoverHandler {
            onHoveredChanged: {
                if (hovered) {
                    root.pointed(bar.index);
                }
            }
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.text
            elide: Text.ElideMiddle
            text: bar.row.label
            width: Math.min(220, root.width * 0.34)
            font.weight: bar.index === root.chosen ? Theme.strong : Theme.regular
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.track
            height: 10
            radius: Theme.barRadius
            width: root.width - x - 124
            x: Math.min(220, root.width * 0.34) + 12

            Rectangle {
                color: bar.index === root.chosen ? Theme.colors.text : Theme.colors.accent
                height: parent.height
                radius: Theme.barRadius
                width: bar.row.share > 0 ? Math.max(2, parent.width * bar.row.share) : 0
            }
        }
        Figure {
            anchors.verticalCenter: parent.verticalCenter
            text: bar.row.text
            x: root.width - width - 12 // clear of the scroll mark
        }
    }

    ScrollMark {
        target: root
    }
}
