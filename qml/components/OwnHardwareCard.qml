// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What a token costs on a machine of one's own: measured, and worked out.
Card {
    id: root

    required property OwnHardwareModel machine

    signal copyWanted(string text)

    implicitHeight: column.implicitHeight + 2 * Theme.cardPadding

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Own hardware")

    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            margins: Theme.cardPadding
        }
        spacing: 8
        y: Theme.cardPadding

        Words {
            color: Theme.colors.text
            text: qsTr("Own GPU")
            font.weight: Theme.strong
        }
        RowLayout {
            Layout.fillWidth: true
            visible: root.machine.known

            Figure {
                text: root.machine.measuredText
                font.pixelSize: Theme.tileFigure
            }
            Words {
                Layout.alignment: Qt.AlignBaseline
                Layout.fillWidth: true
                color: Theme.colors.text3
                text: qsTr("per million tokens, measured on %1").arg(root.machine.place)
            }
        }
        Words {
            Layout.fillWidth: true
            elide: Text.ElideNone
            text: root.machine.loadText
            visible: root.machine.known
            wrapMode: Text.Wrap
            font.pixelSize: Theme.secondary
        }
        Hairline {
            visible: root.machine.known
        }
        PriceField {
            Layout.fillWidth: true
            name: qsTr("Purchase")
            unit: qsTr("dollars")
            value: root.machine.purchase

            onEdited: text => root.machine.purchase = text
        }
        PriceField {
            Layout.fillWidth: true
            money: false
            name: qsTr("Written off")
            unit: qsTr("months")
            value: root.machine.months

            onEdited: text => root.machine.months = text
        }
        PriceField {
            Layout.fillWidth: true
            money: false
            name: qsTr("Power")
            unit: qsTr("watts")
            value: root.machine.watts

            onEdited: text => root.machine.watts = text
        }
        PriceField {
            Layout.fillWidth: true
            name: qsTr("Electricity")
            unit: qsTr("per kWh")
            value: root.machine.kilowattHour

            onEdited: text => root.machine.kilowattHour = text
        }
        PriceField {
            Layout.fillWidth: true
            money: false
            name: qsTr("Speed")
            unit: qsTr("tokens/s, all")
            value: root.machine.tokensPerSecond

            onEdited: text => root.machine.tokensPerSecond = text
        }
        RowLayout {
            Layout.fillWidth: true
            visible: root.machine.errorText === ""

            Figure {
                objectName: "hardwareResult"

                text: root.machine.resultText
                font.pixelSize: Theme.pageTitle
            }
            Words {
                Layout.alignment: Qt.AlignBaseline
                Layout.fillWidth: true
                color: Theme.colors.text3
                text: qsTr("per million tokens · %1").arg(root.machine.hourText)
                font.pixelSize: Theme.secondary
            }
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.over
            elide: Text.ElideNone
            text: root.machine.errorText
            visible: text !== ""
            wrapMode: Text.Wrap

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        ActionButton {
            enabled: root.machine.errorText === ""
            text: qsTr("Copy for capstan.yaml")
            tip: root.machine.errorText !== "" ? root.machine.errorText
                                               : qsTr("With these lines Capstan measures the price")

            onClicked: root.copyWanted(root.machine.configurationText)
        }
    }
}
