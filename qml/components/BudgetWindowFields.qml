// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Over what a budget that is being written counts: a calendar's window in a zone, or a rolling one.
ColumnLayout {
    id: root

    required property BudgetForm form

    spacing: 12

    RowLayout {
        spacing: 8

        Words {
            Layout.preferredWidth: 92
            elide: Text.ElideNone
            text: qsTr("Per")
        }
        ChoiceButton {
            choices: root.form.windows
            current: root.form.window
            name: qsTr("Per what")
            objectName: "budgetWindow"

            onChosen: index => root.form.window = index
        }
        CalmField {
            Layout.fillWidth: true
            name: qsTr("Length of the rolling window")
            objectName: "budgetLength"
            placeholderText: qsTr("90m, 24h, 7d")
            text: root.form.length
            visible: root.form.rolling

            onTextEdited: root.form.length = text
        }
        Words {
            elide: Text.ElideNone
            text: qsTr("from")
            visible: root.form.weekly
        }
        ChoiceButton {
            Layout.fillWidth: true
            choices: root.form.weekDays
            current: root.form.weekStart
            name: qsTr("First day of the week")
            objectName: "budgetWeekStart"
            visible: root.form.weekly

            onChosen: index => root.form.weekStart = index
        }
    }
    RowLayout {
        spacing: 8
        visible: root.form.calendar

        Words {
            Layout.preferredWidth: 92
            elide: Text.ElideNone
            text: qsTr("Time zone")
        }
        CalmField {
            Layout.fillWidth: true
            name: qsTr("Time zone of the window")
            objectName: "budgetZone"
            placeholderText: root.form.zoneHint
            text: root.form.zone

            onTextEdited: root.form.zone = text
        }
    }
}
