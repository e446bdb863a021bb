// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Capstan
import Capstan.App

// The four signs of every bar.
Flow {
    spacing: 18

    component Entry: Row {
        id: entry

        required property int sign
        required property string text
        property color ink: Theme.colors.accent

        spacing: 7

        SpendSwatch {
            anchors.verticalCenter: parent.verticalCenter
            color: entry.ink
            sign: entry.sign
        }
        Words {
            color: Theme.colors.text3
            elide: Text.ElideNone
            text: entry.text
            font.pixelSize: Theme.secondary
        }
    }

    Entry {
        sign: SpendSwatch.Solid
        text: qsTr("Settled")
    }
    Entry {
        sign: SpendSwatch.Striped
        text: qsTr("Held for running calls")
    }
    Entry {
        ink: Theme.colors.text3
        sign: SpendSwatch.Mark
        text: qsTr("Soft mark")
    }
    Entry {
        ink: Theme.colors.text
        sign: SpendSwatch.Post
        text: qsTr("Hard cap")
    }
}
