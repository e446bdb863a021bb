// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What few budgets need to say; under each option what comes of it.
ColumnLayout {
    id: root

    required property BudgetOptions options

    spacing: 10

    component Question: Words {
        Layout.preferredWidth: 92
        elide: Text.ElideNone
        wrapMode: Text.Wrap
    }
    component Outcome: Words {
        Layout.fillWidth: true
        Layout.leftMargin: 100
        color: Theme.colors.text3
        elide: Text.ElideNone
        visible: text !== ""
        wrapMode: Text.Wrap
        font.pixelSize: Theme.secondary
    }

    RowLayout {
        spacing: 8

        Question {
            text: qsTr("Id")
        }
        CalmField {
            Layout.fillWidth: true
            name: qsTr("Id of the budget")
            objectName: "budgetId"
            placeholderText: root.options.idHint
            readOnly: !root.options.idOpen
            text: root.options.id

            onTextEdited: root.options.id = text
        }
    }
    Outcome {
        text: root.options.idOpen ? qsTr("Commands and the API call the budget so, for good.")
                                  : qsTr("Commands and the API call the budget so.")
    }
    RowLayout {
        spacing: 8

        Question {
            text: qsTr("Cap at, %")
        }
        CalmField {
            Layout.fillWidth: true
            name: qsTr("Where the cap stands, in per cent of the amount")
            objectName: "budgetHardMark"
            placeholderText: "100"
            text: root.options.hardMark

            onTextEdited: root.options.hardMark = text
        }
    }
    Outcome {
        text: root.options.hardMarkText
    }
    RowLayout {
        spacing: 8

        Question {
            text: qsTr("Long answers")
        }
        SegmentedControl {
            choices: [qsTr("shorten"), qsTr("do not run")]
            current: root.options.clamp ? 0 : 1
            name: qsTr("Calls that may cost more than is left")

            onChosen: index => root.options.clamp = index === 0
        }
    }
    Outcome {
        text: root.options.clampText
    }
    RowLayout {
        spacing: 8
        visible: root.options.ofEach

        Question {
            text: qsTr("Own budgets")
        }
        SegmentedControl {
            choices: [qsTr("bind as well"), qsTr("go before")]
            current: root.options.yields ? 1 : 0
            name: qsTr("Budgets of one by name")

            onChosen: index => root.options.yields = index === 1
        }
    }
    Outcome {
        text: root.options.yieldsText
        visible: root.options.ofEach
    }
    RowLayout {
        spacing: 8

        Question {
            text: qsTr("Without tools")
        }
        CalmField {
            Layout.fillWidth: true
            name: qsTr("Tools that are taken away from the first warning on")
            objectName: "budgetTools"
            placeholderText: qsTr("web_search, code")
            text: root.options.tools

            onTextEdited: root.options.tools = text
        }
    }
    Outcome {
        text: root.options.toolsText
    }
    RowLayout {
        spacing: 8

        Question {
            text: qsTr("Cheaper models")
        }
        ActionButton {
            glyph: "plus"
            objectName: "addDowngrade"
            text: qsTr("Name one")

            onClicked: root.options.downgrades.add()
        }
    }
    Lines {
        model: root.options.downgrades
        spacing: 6

        delegate: RowLayout {
            id: line

            required property string from
            required property string to
            required property int index

            spacing: 6

            CalmField {
                Layout.fillWidth: true
                name: qsTr("Models that are asked for")
                objectName: "downgradeFrom" + line.index
                placeholderText: qsTr("models, or *")
                text: line.from

                onTextEdited: root.options.downgrades.setFrom(line.index, text)
            }
            Words {
                //: between two models: calls to the first go to the second
                text: qsTr("go to")
            }
            CalmField {
                Layout.fillWidth: true
                name: qsTr("Model to use instead")
                objectName: "downgradeTo" + line.index
                placeholderText: qsTr("a cheaper model")
                text: line.to

                onTextEdited: root.options.downgrades.setTo(line.index, text)
            }
            ActionButton {
                glyph: "remove"
                kind: ActionButton.Kind.Quiet
                tip: qsTr("Leave this model as it is")

                onClicked: root.options.downgrades.remove(line.index)
            }
        }
    }
    Outcome {
        text: root.options.downgradesText
    }
}
