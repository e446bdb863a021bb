// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Capstan

// Where one is in a long list; a sign, not a control. Brings into view what gets the focus: a ring
// that is clipped away is none.
Rectangle {
    id: root

    required property Flickable target

    readonly property Item focused: root.Window.activeFocusItem
    readonly property int margin: 8

    function isInside(item: Item) : bool {
        for (let each = item; each; each = each.parent) {
            if (each === root.target.contentItem) {
                return true;
            }
        }
        return false;
    }

    onFocusedChanged: {
        if (!root.focused || !root.target || !root.visible || !root.isInside(root.focused)) {
            return;
        }
        const top = root.focused.mapToItem(root.target.contentItem, 0, 0).y - root.margin;
        const bottom = top + root.focused.height + 2 * root.margin;
        if (top < root.target.contentY) {
            root.target.contentY = Math.max(0, top);
        } else if (bottom > root.target.contentY + root.target.height) {
            // Of what is higher than all that is seen, the top.
            root.target.contentY = Math.max(0, Math.min(top, bottom - root.target.height));
        }
    }

    anchors.right: parent?.right
    anchors.rightMargin: 2
    color: Theme.colors.control
    height: Math.max(24, root.target.visibleArea.heightRatio * root.target.height)
    opacity: 0.6
    radius: 2
    visible: root.target.visibleArea.heightRatio < 1
    width: 4
    y: root.target.contentY + root.target.visibleArea.yPosition * root.target.height // it lies in the content
    z: 2

    ScrollSheet {
        target: root.target
    }
}
