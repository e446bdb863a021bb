// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan

// A question in the middle of the window; Esc means "leave it".
T.Popup {
    id: root

    required property string title
    property string text
    property alias form: face.form
    default property alias buttons: face.buttons

    anchors.centerIn: T.Overlay.overlay
    closePolicy: T.Popup.CloseOnEscape
    focus: true
    height: Math.min(face.implicitHeight + 44, T.Overlay.overlay ? T.Overlay.overlay.height - 24 : 600)
    modal: true
    padding: 22
    width: 480

    T.Overlay.modal: Rectangle {
        color: Theme.colors.scrim
    }
    background: Rectangle {
        color: Theme.colors.raised
        radius: Theme.dialogRadius
        border {
            width: 1
            color: Theme.colors.buttonLine
        }
    }

    Flickable {
        id: flick

        anchors {
            fill: parent
            rightMargin: -14 // the mark of its scrolling stands in the margin
        }
        boundsBehavior: Flickable.StopAtBounds
        clip: interactive
        contentHeight: face.implicitHeight
        interactive: contentHeight > height

        DialogFace {
            id: face

            text: root.text
            title: root.title
            width: root.availableWidth
        }
        ScrollMark {
            target: flick
        }
    }
}
