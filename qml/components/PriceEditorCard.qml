// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// One's own price of the chosen model, judged while it is typed.
Card {
    id: root

    required property PriceEditor editor
    required property PricePast past
    property bool narrow: false
    property bool unfolded: false // what few models have, too

    readonly property bool busy: root.editor.model !== "" || root.editor.fresh

    implicitHeight: root.busy ? column.implicitHeight + 32 : 120

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Price of %1").arg(root.editor.model)

    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            margins: 16
            right: parent.right
            top: parent.top
        }
        spacing: 10
        visible: root.busy

        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            ActionButton {
                glyph: "back"
                tip: qsTr("Back to the list")
                visible: root.narrow

                onClicked: root.editor.clear()
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                elide: Text.ElideMiddle
                text: root.editor.fresh ? qsTr("New price") : root.editor.model
                font {
                    pixelSize: Theme.cardTitle
                    weight: Theme.strong
                }
            }
            Chip {
                text: qsTr("yours")
                visible: root.editor.own
            }
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.accent
            objectName: "changingPrice"
            text: root.editor.changingText
            visible: text !== ""
        }
        PriceField {
            Layout.fillWidth: true
            figure: false
            money: false
            name: qsTr("Model")
            unit: ""
            value: root.editor.name
            visible: root.editor.fresh

            onEdited: text => root.editor.name = text
        }
        PriceField {
            Layout.fillWidth: true
            name: qsTr("Input")
            value: root.editor.input

            onEdited: text => root.editor.input = text
        }
        PriceField {
            Layout.fillWidth: true
            name: qsTr("Cached input")
            value: root.editor.cached

            onEdited: text => root.editor.cached = text
        }
        PriceField {
            Layout.fillWidth: true
            name: qsTr("Output")
            value: root.editor.output

            onEdited: text => root.editor.output = text
        }
        ActionButton {
            Layout.leftMargin: -leftPadding
            kind: ActionButton.Kind.Quiet
            objectName: "moreOfThePrice"
            text: root.unfolded ? qsTr("Less") : qsTr("Cache write, fee, long prompts, source…")

            onClicked: root.unfolded = !root.unfolded
        }
        PriceField {
            Layout.fillWidth: true
            name: qsTr("Cache write")
            value: root.editor.cacheWrite
            visible: root.unfolded

            onEdited: text => root.editor.cacheWrite = text
        }
        PriceField {
            Layout.fillWidth: true
            name: qsTr("Fee")
            unit: qsTr("per request")
            value: root.editor.perRequest
            visible: root.unfolded

            onEdited: text => root.editor.perRequest = text
        }
        PriceField {
            Layout.fillWidth: true
            name: qsTr("Audio")
            unit: qsTr("per minute")
            value: root.editor.audioMinute
            visible: root.unfolded

            onEdited: text => root.editor.audioMinute = text
        }
        PriceTiers {
            Layout.fillWidth: true
            tiers: root.editor.tiers
            visible: root.unfolded || root.editor.tiers.count > 0
        }
        PriceField {
            Layout.fillWidth: true
            figure: false
            money: false
            name: qsTr("Valid from")
            unit: qsTr("a day; empty: now")
            value: root.editor.validFrom
            visible: root.unfolded || root.editor.changingText !== ""

            onEdited: text => root.editor.validFrom = text
        }
        PriceField {
            Layout.fillWidth: true
            figure: false
            money: false
            name: qsTr("Source")
            objectName: "priceSource"
            unit: qsTr("empty: this window")
            value: root.editor.source
            visible: root.unfolded || root.editor.source !== ""

            onEdited: text => root.editor.source = text
        }
        PriceField {
            Layout.fillWidth: true
            figure: false
            money: false
            name: qsTr("Read on")
            objectName: "priceSourceDay"
            unit: qsTr("a day; empty: today")
            value: root.editor.sourceDay
            visible: root.unfolded || root.editor.source !== ""

            onEdited: text => root.editor.sourceDay = text
        }
        Rectangle {
            readonly property bool wrong: root.editor.errorText !== ""

            Layout.fillWidth: true
            color: wrong ? Theme.colors.overSoft : Theme.colors.nearSoft
            implicitHeight: judgement.implicitHeight + 20
            radius: Theme.noticeRadius
            visible: judgement.text !== ""
            border {
                width: 1
                color: wrong ? Theme.colors.over : Theme.colors.near
            }

            RowLayout {
                anchors {
                    fill: parent
                    margins: 10
                }
                spacing: 8

                Glyph {
                    Layout.alignment: Qt.AlignTop
                    color: root.editor.errorText !== "" ? Theme.colors.over : Theme.colors.near
                    implicitHeight: 16
                    implicitWidth: 16
                    name: "warning"
                }
                Words {
                    id: judgement

                    Layout.fillWidth: true
                    color: Theme.colors.text
                    elide: Text.ElideNone
                    text: root.editor.errorText !== "" ? root.editor.errorText : root.editor.doubtText
                    wrapMode: Text.Wrap

                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }
            }
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text3
            elide: Text.ElideNone
            text: root.editor.exampleText
            visible: text !== ""
            font.pixelSize: Theme.secondary
        }
        PricePastLines {
            Layout.fillWidth: true
            past: root.past
            visible: root.past.text !== ""
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            Item {
                Layout.fillWidth: true
            }
            ActionButton {
                kind: ActionButton.Kind.Quiet
                objectName: "removeOwnPrice"
                text: qsTr("Remove my price…")
                visible: root.editor.own

                onClicked: root.editor.askRemoval()
            }
            ActionButton {
                enabled: root.editor.canSave
                kind: ActionButton.Kind.Primary
                objectName: "savePrice"
                text: root.editor.doubtText !== "" ? qsTr("Save anyway") : qsTr("Save")
                tip: root.editor.canSave ? "" : qsTr("Nothing was changed, or a price cannot be read")

                onClicked: root.editor.save()
            }
        }
        OwnPrices {
            Layout.fillWidth: true
            editor: root.editor
            visible: root.editor.ownPrices.count > 0
        }
    }
    Words {
        anchors.centerIn: parent
        color: Theme.colors.text3
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Select a model to see and change its price")
        visible: !root.busy
        width: parent.width - 60
        wrapMode: Text.Wrap
    }
}
