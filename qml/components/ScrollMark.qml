// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan

// Where one is in a long list; a sign, not a control.
Rectangle {
    id: root

    required property Flickable target

    anchors.right: parent?.right
    anchors.rightMargin: 2
    color: Theme.colors.control
    height: Math.max(24, root.target.visibleArea.heightRatio * root.target.height)
    opacity: 0.6
    radius: 2
    visible: root.target.visibleArea.heightRatio < 1
    width: 4
    y: root.target.visibleArea.yPosition * root.target.height
    z: 2
}
