// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Capstan
import Capstan.App

// The calls in flight, oldest first.
ListView {
    id: root

    required property RunningListModel running

    readonly property int gutter: 12 // at the right, for the scroll mark

    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0 // by default an invisible highlight is animated
    highlightResizeDuration: 0
    clip: contentHeight > height
    implicitHeight: Math.max(1, root.count) * Theme.rowHeight
    // Without a size of its own a hidden list would keep, and update, a row for each call.
    model: root.visible ? root.running : null
    reuseItems: false

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Calls in flight")

    delegate: LiveRow {
        last: index === root.count - 1
        width: ListView.view.width - root.gutter

        onStopWanted: index => root.running.stop(index)
    }

    ScrollMark {
        target: root
    }
    Words {
        color: Theme.colors.text3
        text: qsTr("No call is running")
        visible: root.count === 0
        y: 10
    }
}
