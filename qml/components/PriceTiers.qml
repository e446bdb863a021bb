// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What long prompts cost: a row for each length from which on other rates hold, for the whole call.
ColumnLayout {
    id: root

    required property PriceTierList tiers

    spacing: 10

    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            text: qsTr("Long prompts")
            font.weight: Theme.strong
        }
        ActionButton {
            glyph: "plus"
            objectName: "addTier"
            text: qsTr("Add a row")
            tip: qsTr("Other rates from so many tokens of the prompt on")

            onClicked: root.tiers.add()
        }
    }
    Lines {
        model: root.tiers
        spacing: 14

        delegate: ColumnLayout {
            id: tier

            required property string from
            required property string input
            required property string cached
            required property string cacheWrite
            required property string output
            required property string problem
            required property int index

            spacing: 8

            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("From %1 prompt tokens on").arg(tier.from)

            // A field says of which row it is: there are as many of each as there are rows.
            component Rate: PriceField {
                Layout.fillWidth: true
                spoken: qsTr("%1 from %2 prompt tokens on").arg(name).arg(tier.from)
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: 0

                PriceField {
                    Layout.fillWidth: true
                    money: false
                    name: qsTr("From")
                    objectName: "tierFrom" + tier.index
                    unit: qsTr("prompt tokens")
                    value: tier.from

                    onEdited: text => root.tiers.setFrom(tier.index, text)
                }
                ActionButton {
                    glyph: "remove"
                    kind: ActionButton.Kind.Quiet
                    objectName: "removeTier" + tier.index
                    tip: qsTr("Remove the row from %1 prompt tokens on").arg(tier.from)

                    onClicked: root.tiers.remove(tier.index)
                }
            }
            Rate {
                name: qsTr("Input")
                objectName: "tierInput" + tier.index
                value: tier.input

                onEdited: text => root.tiers.setInput(tier.index, text)
            }
            Rate {
                name: qsTr("Cached input")
                objectName: "tierCached" + tier.index
                value: tier.cached

                onEdited: text => root.tiers.setCached(tier.index, text)
            }
            Rate {
                name: qsTr("Cache write")
                objectName: "tierCacheWrite" + tier.index
                value: tier.cacheWrite

                onEdited: text => root.tiers.setCacheWrite(tier.index, text)
            }
            Rate {
                name: qsTr("Output")
                objectName: "tierOutput" + tier.index
                value: tier.output

                onEdited: text => root.tiers.setOutput(tier.index, text)
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.over
                elide: Text.ElideNone
                objectName: "tierProblem" + tier.index
                text: tier.problem
                visible: text !== ""
                wrapMode: Text.Wrap
                font.pixelSize: Theme.secondary

                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
    }
}
