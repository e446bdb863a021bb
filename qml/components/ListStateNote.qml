// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

// Why a list shows nothing, in its place, and the way out.
Item {
    id: root

    required property string text
    property string action

    signal acted()

    ColumnLayout {
        spacing: 10
        width: Math.min(parent.width - 32, 420)
        x: 16
        y: 16

        Words {
            Layout.fillWidth: true
            elide: Text.ElideNone
            text: root.text
            wrapMode: Text.Wrap
        }
        ActionButton {
            text: root.action
            visible: root.action !== ""

            onClicked: root.acted()
        }
    }
}
