// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// When the owner is told: the marks of one budget, edited in place.
Card {
    id: root

    required property AlertRules rules

    implicitHeight: column.implicitHeight + 2 * Theme.cardPadding

    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            margins: Theme.cardPadding
            verticalCenter: parent.verticalCenter
        }
        spacing: 10

        Words {
            color: Theme.colors.text
            text: qsTr("When to tell me")
            font.weight: Theme.strong
        }
        ChoiceButton {
            Layout.fillWidth: true
            choices: root.rules.budgets
            current: Math.max(0, root.rules.current)
            name: qsTr("Budget")
            visible: root.rules.budgets.length > 0

            onChosen: index => root.rules.current = index
        }
        CalmField {
            id: field

            Layout.fillWidth: true
            enabled: root.rules.current >= 0
            name: qsTr("Marks, in percent of the limit")
            placeholderText: qsTr("none: at the cap only")
            text: root.rules.marks
            visible: root.rules.budgets.length > 0

            Keys.onEnterPressed: root.rules.save()
            Keys.onEscapePressed: root.rules.putBack()
            Keys.onReturnPressed: root.rules.save()
            onTextEdited: root.rules.marks = text
        }
        Words {
            Layout.fillWidth: true
            color: root.rules.errorText !== "" ? Theme.colors.over : Theme.colors.text3
            elide: Text.ElideNone
            text: root.rules.errorText !== "" ? root.rules.errorText : root.rules.summary
            wrapMode: Text.Wrap
            font.pixelSize: Theme.secondary

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        Row {
            Layout.alignment: Qt.AlignRight
            spacing: 8
            visible: root.rules.edited

            ActionButton {
                text: qsTr("Put back")

                onClicked: root.rules.putBack()
            }
            ActionButton {
                kind: ActionButton.Kind.Primary
                text: qsTr("Save")

                onClicked: root.rules.save()
            }
        }
    }
}
