// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What the models cost: from the price list, and for those it does not know a proposal.
FirstRunStep {
    id: root

    required property FirstRun firstRun

    current: root.firstRun.step
    detail: root.firstRun.priceDetail
    number: FirstRun.Prices
    title: root.firstRun.priceTitle

    onChangeWanted: root.firstRun.back(FirstRun.Prices)

    Words {
        Layout.fillWidth: true
        elide: Text.ElideNone
        text: root.firstRun.priceDetail
        visible: text !== ""
        wrapMode: Text.Wrap
    }
    Words {
        Layout.fillWidth: true
        elide: Text.ElideNone
        text: qsTr("No list has a price for %1. Say what its tokens shall count; you can change it at any time under Models & prices.").arg(root.firstRun.unpriced)
        visible: root.firstRun.unpriced !== ""
        wrapMode: Text.Wrap
    }
    PriceField {
        Layout.maximumWidth: 380
        name: qsTr("Input")
        value: root.firstRun.inputPrice
        visible: root.firstRun.unpriced !== ""

        onEdited: text => root.firstRun.inputPrice = text
    }
    PriceField {
        Layout.maximumWidth: 380
        name: qsTr("Output")
        value: root.firstRun.outputPrice
        visible: root.firstRun.unpriced !== ""

        onEdited: text => root.firstRun.outputPrice = text
    }
    FirstRunError {
        text: root.firstRun.errorText
    }
    ActionButton {
        kind: ActionButton.Kind.Primary
        objectName: "usePrices"
        text: qsTr("Use these prices")

        onClicked: root.firstRun.usePrices()
    }
}
