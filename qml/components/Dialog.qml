// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan

// A question in the middle of the window; Esc means "leave it".
T.Popup {
    id: root

    required property string title
    property string text
    default property alias buttons: buttonRow.data

    anchors.centerIn: T.Overlay.overlay
    closePolicy: T.Popup.CloseOnEscape
    focus: true
    height: column.implicitHeight + 44
    modal: true
    padding: 22
    width: Math.min(460, parent ? parent.width - 48 : 460)

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
    contentItem: ColumnLayout {
        id: column

        spacing: 10

        Accessible.role: Accessible.Dialog
        Accessible.name: root.title

        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            text: root.title
            wrapMode: Text.Wrap
            font {
                pixelSize: Theme.cardTitle
                weight: Theme.strong
            }
        }
        Words {
            Layout.fillWidth: true
            elide: Text.ElideNone
            lineHeight: 1.2
            text: root.text
            visible: text !== ""
            wrapMode: Text.Wrap
        }
        Flow {
            id: buttonRow

            Layout.alignment: Qt.AlignRight
            Layout.fillWidth: true
            Layout.topMargin: 8
            layoutDirection: Qt.RightToLeft
            spacing: 8
        }
    }
}
