// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// Chips or buttons beside each other, on as many lines as they need, within a layout.
Flow {
    id: root

    property real needed: root.implicitHeight

    Layout.fillWidth: true
    Layout.preferredHeight: root.needed
    spacing: 8

    // Afterwards: within one polishing the layout would keep the height of a narrower one.
    Binding {
        delayed: true
        property: "needed"
        target: root
        value: root.implicitHeight
    }

    // A layout that is asked for its size at the wrong moment (Qt 6.4) believes to have placed all.
    Timer {
        interval: 0
        running: root.visible && Math.abs(root.height - root.needed) >= 1

        onTriggered: root.parent.ensurePolished()
    }
}
