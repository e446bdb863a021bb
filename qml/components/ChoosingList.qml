// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A list of which several rows may be chosen, with the keys and clicks that people know: Space or
// Ctrl for one more, Shift for all between. Its model keeps what is chosen.
ListView {
    id: root

    property int anchor: -1 // where a range begins: the row that was current before it

    signal rangeChosen(int from, int to)
    signal toggled(int row)

    function goTo(row: int) {
        root.forceActiveFocus(Qt.MouseFocusReason);
        root.currentIndex = row;
    }
    function toggle(row: int) {
        root.goTo(row);
        root.toggled(row);
    }
    function chooseTo(row: int) {
        root.forceActiveFocus(Qt.MouseFocusReason);
        const from = Math.max(0, root.anchor);
        root.currentIndex = Math.max(0, Math.min(row, root.count - 1));
        root.anchor = from;
        root.rangeChosen(from, root.currentIndex);
    }

    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    currentIndex: -1
    highlightMoveDuration: 0 // by default an invisible highlight is animated
    highlightResizeDuration: 0
    reuseItems: true

    Accessible.role: Accessible.List
    Keys.onPressed: event => {
        const by = event.key === Qt.Key_Down ? 1 : event.key === Qt.Key_Up ? -1 : 0;
        event.accepted = by !== 0 && (event.modifiers & Qt.ShiftModifier) !== 0;
        if (event.accepted) {
            root.chooseTo(root.currentIndex + by);
        }
    }
    Keys.onSpacePressed: root.toggled(root.currentIndex)
    onCurrentIndexChanged: root.anchor = root.currentIndex
}
