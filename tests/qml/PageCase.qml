// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan.Sample

// What tests of whole pages share: a new page for each, and a look at what is seen.
TestCase {
    id: root

    required property Component page
    property Item shown: null

    height: 744
    visible: true
    when: windowShown
    width: 1232

    function init() {
        Sample.begin();
        root.shown = root.page.createObject(root, {"width": root.width, "height": root.height});
        verify(root.shown);
        waitForRendering(root.shown);
    }
    function cleanup() {
        root.shown.destroy();
        root.shown = null;
        wait(0);
    }

    // The visible item with that text below one, or null.
    function itemWith(text: string, below: Item) : Item {
        for (const child of below.children) {
            if (!child.visible) {
                continue;
            }
            if (child.text !== undefined && child.text === text) {
                return child;
            }
            const found = root.itemWith(text, child);
            if (found) {
                return found;
            }
        }
        return null;
    }
    function shows(text: string) : bool {
        return root.itemWith(text, root.shown) !== null;
    }
    function press(text: string) {
        const item = root.itemWith(text, root.shown);
        verify(item, text);
        mouseClick(item);
    }
}
