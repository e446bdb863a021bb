// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Tells that a list stands at its end and wants more rows. The view itself asks only when it makes its
// last row: not when it takes that out of its pool (qqmldelegatemodel.cpp, 6.4: object() returns
// before), nor when it is there already.
Timer {
    id: root

    required property ListView target

    signal endReached()

    readonly property Connections watch: Connections {
        target: root.target

        function onAtYEndChanged() {
            root.restart();
        }
        function onCountChanged() {
            root.restart();
        }
    }

    interval: 0 // an answer may come at once, and not in the midst of laying out

    onTriggered: {
        root.target.forceLayout(); // or it would stand where it stood before the last rows came
        if (root.target.visible && root.target.atYEnd && root.target.count > 0) {
            root.endReached();
        }
    }
}
