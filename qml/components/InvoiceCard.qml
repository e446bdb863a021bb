// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A tenant's month, or other days, as an invoice: to save, and to close for good.
Card {
    id: root

    required property InvoiceDesk desk

    signal focusWanted()

    implicitHeight: column.implicitHeight + 2 * Theme.cardPadding

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Invoice")

    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            margins: Theme.cardPadding
        }
        spacing: 10
        y: Theme.cardPadding

        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            ChipFlow {
                Layout.minimumWidth: 200

                FilterChip {
                    filter: root.desk.tenant
                    objectName: "invoiceTenant"
                }
                FilterChip {
                    filter: root.desk.month
                    objectName: "invoiceDays"

                    onRangeWanted: days.open()

                    RangeMenu {
                        id: days

                        days: true
                        filter: root.desk.month
                    }
                }
                FilterChip {
                    filter: root.desk.zone
                }
                FilterChip {
                    filter: root.desk.closedOnes
                    objectName: "closedInvoices"
                    visible: root.desk.closedOnes.choices.length > 0
                }
            }
            Words {
                color: Theme.colors.text
                horizontalAlignment: Text.AlignRight
                text: root.desk.title
                font.weight: Theme.strong
            }
            Figure {
                text: root.desk.payable
                visible: root.desk.ready
                font.pixelSize: Theme.tileFigure
            }
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text2
            elide: Text.ElideNone
            text: root.desk.summary
            visible: text !== ""
            wrapMode: Text.Wrap
        }
        ConsequenceLine {
            glyph: "warning"
            ink: Theme.colors.near
            text: root.desk.closingText
            visible: text !== ""
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.over
            elide: Text.ElideNone
            text: root.desk.errorText
            visible: text !== ""
            wrapMode: Text.Wrap

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 8
            visible: root.desk.ready

            Words {
                text: qsTr("Mark-up in percent")
            }
            CalmField {
                Layout.preferredWidth: 90
                name: qsTr("Mark-up in percent, below zero for a discount")
                objectName: "markup"
                text: root.desk.percent

                onAccepted: root.desk.keepTerms()
                onTextEdited: root.desk.percent = text
            }
            ActionButton {
                enabled: root.desk.termsReady
                objectName: "keepTerms"
                text: qsTr("Change terms")
                tip: enabled ? "" : qsTr("These terms are in force")

                onClicked: root.desk.keepTerms()
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                elide: Text.ElideNone
                objectName: "termsText"
                text: root.desk.termsText
                wrapMode: Text.Wrap
            }
        }
        ChipFlow {
            ActionButton {
                enabled: root.desk.ready
                text: qsTr("Save PDF")
                tip: qsTr("Save this invoice to send it")

                onClicked: root.desk.savePdf()
            }
            ActionButton {
                enabled: root.desk.ready
                text: qsTr("Save lines")
                tip: qsTr("Save this invoice's lines for a spreadsheet")

                onClicked: root.desk.saveCsv()
            }
            ActionButton {
                enabled: root.desk.ready
                objectName: "invoiceJson"
                text: qsTr("Save JSON")
                tip: qsTr("Save this invoice for a program")

                onClicked: root.desk.saveJson()
            }
            ActionButton {
                enabled: root.desk.ready
                text: qsTr("Save text")
                tip: qsTr("Save this invoice's lines as a table of plain text")

                onClicked: root.desk.saveTable()
            }
            ActionButton {
                enabled: root.desk.closable
                objectName: "closeInvoice"
                text: qsTr("Close invoice…")
                tip: root.desk.closable ? qsTr("Give this invoice its number")
                                        : qsTr("A period can be closed once, when it is over")
                visible: !root.desk.asking

                onClicked: root.desk.askToClose()
            }
            ActionButton {
                kind: ActionButton.Kind.Primary
                objectName: "closeForGood"
                text: qsTr("Close for good")
                tip: qsTr("Later corrections stand on the next invoice")
                visible: root.desk.asking

                onClicked: root.desk.close()
            }
            ActionButton {
                text: qsTr("Keep open")
                visible: root.desk.asking

                onClicked: root.desk.keepOpen()
            }
            ActionButton {
                text: qsTr("All as FOCUS")
                tip: qsTr("Every tenant's charges in the columns that FinOps tools read")

                onClicked: root.focusWanted()
            }
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text2
            elide: Text.ElideMiddle
            text: root.desk.savedText
            visible: text !== ""
            font.pixelSize: Theme.secondary
        }
    }
}
