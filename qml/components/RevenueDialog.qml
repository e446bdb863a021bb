// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What a call of each feature brings in; the report behind it tells at once what is left of it.
Dialog {
    id: root

    required property CallRevenues revenues

    title: qsTr("Revenue per call")
    text: qsTr("What a call brings in, in dollars. The report adds what is left of it, the margin; nothing of it is kept.")

    form: [
        Lines {
            model: root.revenues
            spacing: 6

            delegate: RowLayout {
                id: line

                required property string feature
                required property string amount
                required property int index

                spacing: 6

                CalmField {
                    Layout.fillWidth: true
                    name: qsTr("Feature")
                    objectName: "revenueFeature" + line.index
                    placeholderText: qsTr("a feature")
                    text: line.feature

                    onTextEdited: root.revenues.setFeature(line.index, text)
                }
                CalmField {
                    Layout.preferredWidth: 130
                    name: qsTr("Revenue of a call of %1, in dollars").arg(line.feature)
                    objectName: "revenueAmount" + line.index
                    placeholderText: qsTr("$ per call")
                    text: line.amount

                    onTextEdited: root.revenues.setAmount(line.index, text)
                }
                ActionButton {
                    glyph: "remove"
                    kind: ActionButton.Kind.Quiet
                    tip: qsTr("Take this feature away")

                    onClicked: root.revenues.remove(line.index)
                }
            }
        },
        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            FilterChip {
                anyText: qsTr("Choose a feature")
                filter: root.revenues.known
                objectName: "revenueKnown"
            }
            ActionButton {
                glyph: "plus"
                objectName: "addRevenue"
                text: qsTr("Name one")

                onClicked: root.revenues.add()
            }
        },
        RowLayout {
            Layout.fillWidth: true
            spacing: 6

            Words {
                Layout.fillWidth: true
                text: root.revenues.count === 0 ? qsTr("Every call") : qsTr("Every other call")
            }
            CalmField {
                Layout.preferredWidth: 130
                Layout.rightMargin: root.revenues.count === 0 ? 0 : 30 // below the amounts
                name: qsTr("Revenue of a call of any other feature, in dollars")
                objectName: "revenueOthers"
                placeholderText: qsTr("$ per call")
                text: root.revenues.others

                onTextEdited: root.revenues.others = text
            }
        },
        Words {
            Layout.fillWidth: true
            color: Theme.colors.over
            elide: Text.ElideNone
            text: root.revenues.errorText
            visible: text !== ""
            wrapMode: Text.Wrap

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    ]

    ActionButton {
        focus: true
        text: qsTr("Close")

        onClicked: root.close()
    }
}
