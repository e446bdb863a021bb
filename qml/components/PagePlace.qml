// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan

// One page among others: made when it is first wanted, and kept. Each that there is follows the
// snapshots, and each collection of QML's garbage looks at all it is made of: with all seven 13 to
// 17 ms of the thread, 7 with three (and the longest stall under load 25 ms, not 50). It is made in
// slices between the frames: the tenants at once were a stall of 95 ms under load.
// No Loader, which in Qt 6.4 makes nothing that is bound to where it is written.
Item {
    id: root

    default property Component content

    property AppPage page: null // until it is made
    property var incubator: null // has no type in QML

    signal made()

    function begin() {
        if (root.incubator !== null) {
            return;
        }
        const size = {width: root.width, height: root.height}; // or it would be laid out at none first
        root.incubator = root.content.incubateObject(root, size, Qt.Asynchronous);
        root.incubator.onStatusChanged = () => root.take();
        root.take();
    }
    function take() {
        if (root.incubator.status === Component.Ready && root.page === null) {
            root.page = root.incubator.object as AppPage;
            root.page.anchors.fill = root;
            root.made();
        }
    }
    // For who cannot wait.
    function madeNow() : AppPage {
        root.begin();
        root.incubator.forceCompletion();
        root.take();
        return root.page;
    }
}
