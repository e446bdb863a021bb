// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import Capstan
import Capstan.App

// The whole of a text that is elided, while the pointer rests on it or the keyboard came to it. One
// for all texts of the window, those of menus and dialogs too: a list of thousands has no tip of
// its own in each row.
ElidedText {
    id: root

    // Where it is the same it stays: a bar's figures change while one reads them.
    onTold: {
        tip.text = root.whole;
        if (tip.parent !== (root.place ?? root)) {
            tip.visible = false;
            tip.parent = root.place ?? root;
            tip.visible = root.place !== null;
        }
    }

    Tip {
        id: tip

        objectName: "elidedTip"
        parent: root
    }
}
