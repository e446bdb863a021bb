// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What a budget that is being written says, what comes of it at once, and what it would have refused
// in the last seven days, or over another range.
Rectangle {
    id: root

    required property BudgetForm form

    readonly property BudgetPast past: root.form.past

    color: Theme.colors.window
    implicitHeight: preview.implicitHeight + 24
    radius: Theme.noticeRadius
    border {
        width: 1
        color: root.form.cuts || root.past.refusedShare > 0 ? Theme.colors.over : Theme.colors.accent
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
        Words {
            Layout.fillWidth: true
            color: root.form.cuts ? Theme.colors.over : Theme.colors.text2
            elide: Text.ElideNone
            text: root.form.effectText
            visible: text !== ""
            wrapMode: Text.Wrap
        }
        FilterChip {
            id: range

            filter: root.past.range
            objectName: "budgetRange"

            onRangeWanted: rangeMenu.open()

            RangeMenu {
                id: rangeMenu

                filter: root.past.range
            }
        }
        Rectangle {
            Layout.fillWidth: true
            color: root.past.state === BudgetPast.Stands ? Theme.colors.accent : Theme.colors.track
            implicitHeight: 8
            radius: Theme.barRadius

            Rectangle {
                color: Theme.colors.over
                height: parent.height + 6 // its height tells it from the rest without colour
                radius: Theme.barRadius
                visible: root.past.refusedShare > 0
                width: Math.max(2, parent.width * root.past.refusedShare)
                x: parent.width - width
                y: -3
            }
        }
        Words {
            Layout.fillWidth: true
            elide: Text.ElideNone
            text: root.past.text
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text3
            text: root.past.hitsText
            visible: text !== ""
            font.pixelSize: Theme.secondary
        }
    }
}
