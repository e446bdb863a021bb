// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// The whole of a text that is elided, while the pointer rests on it. One for all texts: a list of
// thousands has no tip of its own in each row.
HoverHandler {
    id: root

    readonly property Item page: root.parent as Item

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
            root.tell(elided.at(root.page, root.point.position) as Text);
        }
    }

    readonly property ElidedText finder: ElidedText {
        id: elided
    }
    readonly property Tip face: Tip {
        id: tip

        objectName: "elidedTip"
        parent: root.page
    }
}
