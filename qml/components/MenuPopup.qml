// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan

// Opens below what it belongs to. Its face is made when it is first opened, and kept: the window has
// a hundred, few are ever opened, and at once they were a third of all that a collection of QML's
// garbage looks at.
T.Popup {
    id: root

    default property Component content

    property MenuFace face: null // until it is made

    focus: true
    height: (root.face ? root.face.implicitHeight : 0) + 2 * root.padding
    margins: 8
    padding: 14
    y: root.parent ? root.parent.height + 4 : 0

    onAboutToShow: {
        if (root.face === null) {
            root.face = root.content.createObject(root.contentItem) as MenuFace;
        }
        root.face.prepare();
    }
    onOpened: root.face.focusFirst()

    background: Rectangle {
        color: Theme.colors.raised
        radius: Theme.noticeRadius
        border {
            width: 1
            color: Theme.colors.buttonLine
        }
    }
}
