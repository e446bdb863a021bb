// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What a time of the past would have cost at the price that is typed.
ColumnLayout {
    id: root

    required property PricePast past

    spacing: 6

    ChoiceButton {
        Layout.preferredWidth: 150
        choices: root.past.ranges
        current: root.past.range
        name: qsTr("What it would have cost")
        objectName: "pastRange"

        onChosen: index => root.past.range = index
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8
        visible: root.past.typed

        CalmField {
            Layout.fillWidth: true
            name: qsTr("From when")
            objectName: "pastFrom"
            placeholderText: "2026-11-01"
            text: root.past.from

            onTextEdited: root.past.from = text
        }
        CalmField {
            Layout.fillWidth: true
            name: qsTr("Until when")
            objectName: "pastTo"
            placeholderText: qsTr("until now")
            text: root.past.to

            onTextEdited: root.past.to = text
        }
    }
    Words {
        Layout.fillWidth: true
        color: Theme.colors.text
        elide: Text.ElideNone
        objectName: "pricePast"
        text: root.past.text
        wrapMode: Text.Wrap
        font.pixelSize: Theme.secondary
    }
}
