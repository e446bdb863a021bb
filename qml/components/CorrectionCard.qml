// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What a call really used that was charged at its bound after a crash.
Rectangle {
    id: root

    required property CorrectionEditor editor
    property bool unfolded: false // kinds of tokens that few calls have

    color: Theme.colors.nearSoft
    implicitHeight: column.implicitHeight + 24
    radius: Theme.noticeRadius
    border {
        width: 1
        color: Theme.colors.near
    }

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Correct this request")

    // In a low window all kinds of tokens are more than there is room for.
    Flickable {
        id: flick

        anchors {
            fill: parent
            margins: 12
            leftMargin: 5 // a quiet button, and the ring around it, stand out by as much
            rightMargin: 6
        }
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.implicitHeight
        interactive: contentHeight > height

        ColumnLayout {
            id: column

            spacing: 8
            width: flick.width - 17 // beside the mark of the scroll
            x: 7

            ChoiceButton {
                Layout.fillWidth: true
                choices: root.editor.attempts
                current: root.editor.attempt
                name: qsTr("Which attempt to correct")
                objectName: "correctedAttempt"
                visible: root.editor.attempts.length > 1

                onChosen: index => root.editor.attempt = index
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                elide: Text.ElideNone
                text: root.editor.chargedText
                wrapMode: Text.Wrap
            }
            PriceField {
                Layout.fillWidth: true
                money: false
                name: qsTr("Prompt")
                unit: qsTr("tokens")
                value: root.editor.input

                onEdited: text => root.editor.input = text
            }
            PriceField {
                Layout.fillWidth: true
                money: false
                name: qsTr("Answer")
                unit: qsTr("tokens")
                value: root.editor.output

                onEdited: text => root.editor.output = text
            }
            ActionButton {
                Layout.leftMargin: -leftPadding
                kind: ActionButton.Kind.Quiet
                objectName: "moreOfTheCorrection"
                text: root.unfolded ? qsTr("Less") : qsTr("Cached, cache write, reasoning…")

                onClicked: root.unfolded = !root.unfolded
            }
            PriceField {
                Layout.fillWidth: true
                money: false
                name: qsTr("Cached")
                unit: qsTr("tokens")
                value: root.editor.cached
                visible: root.unfolded

                onEdited: text => root.editor.cached = text
            }
            PriceField {
                Layout.fillWidth: true
                money: false
                name: qsTr("Cache write")
                unit: qsTr("tokens")
                value: root.editor.cacheWrite
                visible: root.unfolded

                onEdited: text => root.editor.cacheWrite = text
            }
            PriceField {
                Layout.fillWidth: true
                money: false
                name: qsTr("Reasoning")
                unit: qsTr("of the answer")
                value: root.editor.reasoning
                visible: root.unfolded

                onEdited: text => root.editor.reasoning = text
            }
            PriceField {
                Layout.fillWidth: true
                name: qsTr("Cost")
                unit: qsTr("empty: by counts")
                value: root.editor.cost

                onEdited: text => root.editor.cost = text
            }
            PriceField {
                Layout.fillWidth: true
                money: false
                name: qsTr("Reason")
                unit: ""
                value: root.editor.reason

                onEdited: text => root.editor.reason = text
            }
            PriceField {
                Layout.fillWidth: true
                figure: false
                money: false
                name: qsTr("By", "who corrects a call")
                objectName: "correctedBy"
                unit: qsTr("empty: the owner")
                value: root.editor.by

                onEdited: text => root.editor.by = text
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                elide: Text.ElideNone
                objectName: "correctedBudgets"
                text: root.editor.budgetText
                visible: text !== ""
                wrapMode: Text.Wrap
                font.pixelSize: Theme.secondary
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: 8

                Words {
                    Layout.fillWidth: true
                    color: root.editor.errorText !== "" ? Theme.colors.text : Theme.colors.text2
                    elide: Text.ElideNone
                    text: root.editor.errorText !== "" ? root.editor.errorText : root.editor.costText
                    wrapMode: Text.Wrap

                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }
                ActionButton {
                    enabled: root.editor.canSave
                    kind: ActionButton.Kind.Primary
                    objectName: "saveCorrection"
                    text: qsTr("Correct")

                    onClicked: root.editor.save()
                }
            }
        }
        ScrollMark {
            target: flick
        }
    }
}
