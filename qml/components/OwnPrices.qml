// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// All prices that a person set for a model: to come, in force, and those that held before.
ColumnLayout {
    id: root

    required property PriceEditor editor

    spacing: 6

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Your prices")

    Hairline {}
    Words {
        Layout.fillWidth: true
        color: Theme.colors.text3
        text: qsTr("Your prices")
        font.pixelSize: Theme.secondary
    }
    Lines {
        model: root.editor.ownPrices
        spacing: 6

        delegate: OwnPriceLine {
            required property int index

            onChangeWanted: root.editor.change(index)
            onRemovalWanted: root.editor.askRemovalOf(index)
        }
    }
}
