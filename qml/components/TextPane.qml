// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan

// A longer text as it stands in a file, to read, scroll and select.
Rectangle {
    id: root

    required property string name
    property alias text: body.text

    color: Theme.colors.window
    radius: Theme.noticeRadius
    border {
        width: 1
        color: body.activeFocus ? Theme.colors.accent : Theme.colors.line
    }

    Flickable {
        id: flick

        anchors {
            fill: parent
            margins: 8
        }
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: body.implicitHeight

        TextEdit {
            id: body

            activeFocusOnTab: true
            color: Theme.colors.text
            readOnly: true
            renderType: Theme.renderType
            selectByMouse: true
            selectedTextColor: Theme.colors.accentInk
            selectionColor: Theme.colors.accent
            textFormat: TextEdit.PlainText
            width: flick.width - 8
            wrapMode: TextEdit.WrapAnywhere
            font {
                family: Theme.monospace
                pixelSize: Theme.secondary
                preferShaping: false
            }

            Accessible.name: root.name
            Keys.onDownPressed: flick.contentY = Math.min(flick.contentY + 20, Math.max(0, flick.contentHeight - flick.height))
            Keys.onUpPressed: flick.contentY = Math.max(0, flick.contentY - 20)
        }
    }
}
