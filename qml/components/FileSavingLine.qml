// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// How far a file is that is being saved, and then where it stands or why it does not.
ColumnLayout {
    id: root

    required property FileSaving saving

    visible: root.saving.slow || root.saving.text !== ""

    ProgressStripe {
        objectName: "savingBar"
        Layout.fillWidth: true
        text: root.saving.progressText
        visible: root.saving.slow

        onCancelled: root.saving.cancel()
    }
    RowLayout {
        spacing: 12
        visible: root.saving.text !== ""

        Glyph {
            color: Theme.colors.near
            implicitHeight: 16
            implicitWidth: 16
            name: "warning"
            visible: root.saving.failed
        }
        Words {
            Layout.fillWidth: true
            color: root.saving.failed ? Theme.colors.text : Theme.colors.text2
            elide: Text.ElideNone
            objectName: "savedText"
            text: root.saving.text
            wrapMode: Text.Wrap
            font.pixelSize: Theme.secondary

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
}
