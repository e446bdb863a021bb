// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Takes the prices of a list that others keep.
Dialog {
    id: root

    required property PriceListModel prices

    function ask() {
        root.prices.clearImport();
        root.open();
        file.forceActiveFocus(Qt.PopupFocusReason);
    }

    text: qsTr("A JSON file in LiteLLM's format. Its prices go before those shipped, and after yours; they replace what was imported before.")
    title: qsTr("Import prices")

    form: ColumnLayout {
        Layout.fillWidth: true
        spacing: 10

        CalmField {
            id: file

            Layout.fillWidth: true
            name: qsTr("File")
            objectName: "importFile"
            placeholderText: "/home/…/model_prices_and_context_window.json"

            onAccepted: root.prices.importFile(text)
        }
        Words {
            Layout.fillWidth: true
            color: root.prices && root.prices.importFailed ? Theme.colors.over : Theme.colors.text2
            elide: Text.ElideNone
            text: root.prices ? root.prices.importText : ""
            visible: text !== ""
            wrapMode: Text.Wrap

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }

    ActionButton {
        enabled: file.text !== ""
        kind: ActionButton.Kind.Primary
        objectName: "importPrices"
        text: qsTr("Import")
        tip: file.text === "" ? qsTr("Nothing was typed") : ""

        onClicked: root.prices.importFile(file.text)
    }
    ActionButton {
        text: qsTr("Close")

        onClicked: root.close()
    }
}
