// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// In which currency amounts are shown: its code, its rate, the date of that; in force at once.
SettingLine {
    id: root

    required property SettingsModel settings
    readonly property settingTexts texts: root.settings.texts

    function change() {
        root.settings.setCurrency(code.text, rate.text, date.text);
    }

    name: qsTr("Currency")
    note: root.texts.currencyNote

    CalmField {
        id: code

        name: qsTr("Code of the currency")
        objectName: "currencyCode"
        placeholderText: qsTr("EUR")
        text: root.texts.currency
        width: 64

        onAccepted: root.change()
    }
    CalmField {
        id: rate

        name: qsTr("Units of it per US dollar")
        objectName: "currencyRate"
        placeholderText: "0.92"
        text: root.texts.unitsPerDollar
        width: 90

        onAccepted: root.change()
    }
    CalmField {
        id: date

        name: qsTr("Date of the rate")
        objectName: "currencyDate"
        placeholderText: "2026-11-02"
        text: root.texts.rateDate
        width: 100

        onAccepted: root.change()
    }
    ActionButton {
        anchors.verticalCenter: parent.verticalCenter
        enabled: code.text !== root.texts.currency || rate.text !== root.texts.unitsPerDollar || date.text !== root.texts.rateDate
        objectName: "changeCurrency"
        text: qsTr("Change")

        onClicked: root.change()
    }
}
