// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan

// The whole of a text that is elided, while the pointer rests on it. One for all texts: a list of
// thousands has no tip of its own in each row.
HoverHandler {
    id: root

    readonly property Item page: root.parent as Item

    // The elided text there, or null.
    function elidedAt(item: Item, x: real, y: real): Text {
        let place = Qt.point(x, y);
        let deepest = item;
        let child = item.childAt(x, y);
        while (child) {
            place = deepest.mapToItem(child, place.x, place.y);
            deepest = child;
            child = deepest.childAt(place.x, place.y);
        }
        const text = deepest as Text;
        return text && text.truncated ? text : null;
    }

    // Only when it is another one: the tip waits a while, and frames tell of the pointer again.
    function tell(text: Text) {
        if (!text) {
            tip.visible = false;
            tip.parent = root.page;
        } else if (tip.parent !== text) {
            tip.visible = false;
            tip.parent = text;
            tip.text = text.text;
            tip.visible = true;
        }
    }

    onHoveredChanged: {
        if (!root.hovered) {
            root.tell(null);
        }
    }
    onPointChanged: {
        if (root.hovered) {
            root.tell(root.elidedAt(root.page, root.point.position.x, root.point.position.y));
        }
    }

    readonly property Tip face: Tip {
        id: tip

        objectName: "elidedTip"
        parent: root.page
    }
}
