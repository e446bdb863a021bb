// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan.Sample

// What tests of whole pages share: a new page for each, and a look at what is seen.
TestCase {
    id: root

    required property Component page
    property var shown: null // an Item, or null, which a typed property refuses in Qt 6.4

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

    // The visible item with that text below one, or null (which Qt 6.4 takes for no Item).
    function itemWith(text, below) {
        for (let i = 0; i < below.children.length; ++i) {
            const child = below.children[i];
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
    function shows(text) {
        return root.itemWith(text, root.shown) !== null;
    }
    function press(text) {
        const item = root.itemWith(text, root.shown);
        verify(item, text);
        mouseClick(item);
    }
}
