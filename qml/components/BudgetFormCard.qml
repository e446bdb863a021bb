// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A budget, new or changed: for whom, how much, per what, at the cap; and what it would have refused.
Card {
    id: root

    required property BudgetForm form

    Accessible.role: Accessible.Form
    Accessible.name: title.text

    function focusAmount() {
        amount.forceActiveFocus(Qt.TabFocusReason);
    }

    component Question: Words {
        Layout.preferredWidth: 92
        elide: Text.ElideNone
    }

    Flickable {
        id: flick

        anchors {
            bottom: line.top
            left: parent.left
            right: parent.right
            top: parent.top
        }
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.implicitHeight + 32

        ColumnLayout {
            id: column

            spacing: 12
            width: flick.width - 36
            x: 18
            y: 16

            Words {
                id: title

                color: Theme.colors.text
                text: root.form.changing ? qsTr("Change a budget") : qsTr("New budget")
                font {
                    pixelSize: Theme.cardTitle + 1
                    weight: Theme.strong
                }
            }
            RowLayout {
                spacing: 8

                Question {
                    text: qsTr("For whom")
                }
                ChoiceButton {
                    choices: root.form.dimensions
                    current: root.form.dimension
                    name: qsTr("For whom")
                    objectName: "budgetDimension"

                    onChosen: index => root.form.dimension = index
                }
                CalmField {
                    Layout.fillWidth: true
                    name: qsTr("Name of that one")
                    objectName: "budgetValue"
                    placeholderText: root.form.valueHint
                    text: root.form.value
                    visible: root.form.dimension > 0

                    onTextEdited: root.form.value = text
                }
                NamesButton {
                    known: root.form.known
                    name: qsTr("Name of that one")
                    objectName: "knownValues"
                    visible: root.form.hasKnown

                    onChosen: text => root.form.value = text
                }
            }
            RowLayout {
                spacing: 8

                Question {
                    text: qsTr("How much")
                }
                CalmField {
                    id: amount

                    objectName: "budgetAmount"

                    Layout.fillWidth: true
                    name: qsTr("How much")
                    placeholderText: root.form.unit === 0 ? root.form.amountHint : qsTr("100,000")
                    text: root.form.amount

                    Keys.onReturnPressed: root.form.enter()
                    onTextEdited: root.form.amount = text
                }
                ChoiceButton {
                    choices: root.form.units
                    current: root.form.unit
                    name: qsTr("Counted in")
                    objectName: "budgetUnit"

                    onChosen: index => root.form.unit = index
                }
            }
            BudgetWindowFields {
                Layout.fillWidth: true
                form: root.form
            }
            RowLayout {
                spacing: 8

                Question {
                    text: qsTr("Warn at, %")
                }
                CalmField {
                    Layout.fillWidth: true
                    name: qsTr("Soft marks in per cent of the cap")
                    objectName: "budgetMarks"
                    placeholderText: qsTr("no warning")
                    text: root.form.marks

                    onTextEdited: root.form.marks = text
                }
            }
            RowLayout {
                spacing: 8

                Question {
                    text: qsTr("At the cap")
                }
                SegmentedControl {
                    choices: root.form.endings
                    current: root.form.ending
                    name: qsTr("At the cap")

                    onChosen: index => root.form.ending = index
                }
            }
            RowLayout {
                spacing: 8
                visible: root.form.ending !== BudgetForm.Refuse

                Question {
                    text: root.form.ending === BudgetForm.Wait ? qsTr("At most, s") : qsTr("Use instead")
                }
                CalmField {
                    Layout.fillWidth: true
                    name: qsTr("Longest wait in seconds")
                    text: root.form.waitSeconds
                    visible: root.form.ending === BudgetForm.Wait

                    onTextEdited: root.form.waitSeconds = text
                }
                CalmField {
                    Layout.fillWidth: true
                    name: qsTr("Model to use instead")
                    placeholderText: qsTr("a cheaper model")
                    text: root.form.substitute
                    visible: root.form.ending === BudgetForm.Downgrade

                    onTextEdited: root.form.substitute = text
                }
            }
            RowLayout {
                spacing: 8

                Question {
                    text: qsTr("Mode")
                }
                SegmentedControl {
                    choices: [qsTr("enforce"), qsTr("only count")]
                    current: root.form.auditOnly ? 1 : 0
                    name: qsTr("Mode")

                    onChosen: index => root.form.auditOnly = index === 1
                }
            }
            RowLayout {
                spacing: 8

                Question {
                    text: qsTr("Name")
                }
                CalmField {
                    Layout.fillWidth: true
                    name: qsTr("Name of the budget")
                    objectName: "budgetName"
                    placeholderText: qsTr("for people; may be empty")
                    text: root.form.name

                    onTextEdited: root.form.name = text
                }
            }
            ActionButton {
                Layout.leftMargin: -leftPadding
                kind: ActionButton.Kind.Quiet
                objectName: "moreOptions"
                text: root.form.options.unfolded ? qsTr("Fewer options") : qsTr("More options…")

                onClicked: root.form.options.unfolded = !root.form.options.unfolded
            }
            BudgetOptionFields {
                Layout.fillWidth: true
                options: root.form.options
                visible: root.form.options.unfolded
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.over
                elide: Text.ElideNone
                text: root.form.errorText
                visible: text !== ""
                wrapMode: Text.Wrap

                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
            BudgetPreview {
                Layout.fillWidth: true
                form: root.form
                visible: root.form.sentence !== ""
            }
        }
        ScrollMark {
            target: flick
        }
    }
    // Always in sight, however long the form is.
    Hairline {
        id: line

        anchors.bottom: told.visible ? told.top : footer.top
        anchors.bottomMargin: 12
        width: parent.width
    }
    // What it would have refused, while the form hides it.
    Words {
        id: told

        anchors {
            bottom: footer.top
            bottomMargin: 8
            left: footer.left
            right: footer.right
        }
        color: root.form.past.refusedShare > 0 ? Theme.colors.over : Theme.colors.text2
        elide: Text.ElideNone
        text: root.form.past.text
        visible: text !== "" && !flick.atYEnd
        wrapMode: Text.Wrap
    }
    RowLayout {
        id: footer

        anchors {
            bottom: parent.bottom
            bottomMargin: 12
            left: parent.left
            leftMargin: 18
            right: parent.right
            rightMargin: 18
        }
        spacing: 8

        Item {
            Layout.fillWidth: true
        }
        ActionButton {
            text: qsTr("Leave it")

            onClicked: root.form.close()
        }
        ActionButton {
            enabled: root.form.canSave
            kind: root.form.cuts ? ActionButton.Kind.Danger : ActionButton.Kind.Primary
            objectName: "saveBudget"
            text: root.form.saveText
            tip: root.form.saveTip

            onClicked: root.form.save()
        }
    }
}
