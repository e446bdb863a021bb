// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Where the owner is told: this desktop, and a chat.
Card {
    id: root

    required property AlertCentre alerts

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
            text: qsTr("On this desktop")
            font.weight: Theme.strong
        }
        CalmSwitch {
            Layout.fillWidth: true
            checked: root.alerts.notify
            text: qsTr("Notifications")

            onToggled: root.alerts.notify = checked
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text3
            elide: Text.ElideNone
            text: qsTr("Crossings, an upstream that goes or comes back, and destinations that need you.")
            wrapMode: Text.Wrap
            font.pixelSize: Theme.secondary
        }
        Hairline {
            Layout.fillWidth: true
            Layout.topMargin: 2
        }
        RowLayout {
            Layout.fillWidth: true

            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                text: qsTr("Webhook")
                font.weight: Theme.strong
            }
            Chip {
                glyph: root.alerts.webhookTroubled ? "warning" : root.alerts.webhookSet ? "check" : ""
                ink: root.alerts.webhookTroubled ? Theme.colors.near : Theme.colors.text2
                paper: root.alerts.webhookTroubled ? Theme.colors.nearSoft : Theme.colors.well
                text: root.alerts.webhookTroubled ? qsTr("waits") : root.alerts.webhookSet ? qsTr("set") : qsTr("not set")
            }
        }
        Words {
            Layout.fillWidth: true
            color: root.alerts.webhookTroubled ? Theme.colors.over : Theme.colors.text3
            elide: Text.ElideNone
            text: root.alerts.webhookText
            wrapMode: Text.Wrap
            font.pixelSize: Theme.secondary
        }
        Words {
            Layout.fillWidth: true
            elide: Text.ElideNone
            text: root.alerts.testText
            visible: text !== ""
            wrapMode: Text.Wrap
            font.pixelSize: Theme.secondary

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        ActionButton {
            Layout.alignment: Qt.AlignRight
            enabled: !root.alerts.testing && root.alerts.webhookSet
            text: root.alerts.testing ? qsTr("Sending…") : qsTr("Send a test")

            onClicked: root.alerts.testWebhook()
        }
    }
}
