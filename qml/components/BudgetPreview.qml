// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What a budget that is being written says, and what it would have refused in the last seven days.
Rectangle {
    id: root

    required property BudgetForm form

    color: Theme.colors.window
    implicitHeight: preview.implicitHeight + 24
    radius: Theme.noticeRadius
    border {
        width: 1
        color: root.form.refusedShare > 0 ? Theme.colors.over : Theme.colors.accent
    }

    ColumnLayout {
        id: preview

        anchors {
            left: parent.left
            margins: 12
            right: parent.right
            top: parent.top
        }
        spacing: 8

        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            elide: Text.ElideNone
            text: root.form.sentence
            wrapMode: Text.Wrap
            font.weight: Theme.strong
        }
        Rectangle {
            Layout.fillWidth: true
            color: root.form.counting || root.form.previewText === "" ? Theme.colors.track : Theme.colors.accent
            implicitHeight: 8
            radius: Theme.barRadius

            Rectangle {
                color: Theme.colors.over
                height: parent.height
                radius: Theme.barRadius
                visible: root.form.refusedShare > 0
                width: Math.max(2, parent.width * root.form.refusedShare)
                x: parent.width - width
            }
        }
        Words {
            Layout.fillWidth: true
            elide: Text.ElideNone
            text: root.form.previewText
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text3
            text: root.form.hitsText
            visible: text !== ""
            font.pixelSize: Theme.secondary
        }
    }
}
