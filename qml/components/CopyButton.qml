// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan

// Copies, and says so for a moment.
ActionButton {
    id: root

    signal copyWanted()

    property string copiedText: qsTr("Copied")

    glyph: copied.running ? "check" : "copy"
    tip: copied.running ? root.copiedText : ""

    onClicked: {
        root.copyWanted();
        copied.restart();
    }

    Timer {
        id: copied

        interval: Theme.copiedTime
    }
}
