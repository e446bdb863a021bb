// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Swatch, word, figure: the same signs as in the gauge.
RowLayout {
    id: root

    required property string name
    required property string text
    property int sign: SpendSwatch.Solid
    property color ink: Theme.colors.accent
    property color figureInk: Theme.colors.text

    Layout.fillWidth: true
    spacing: 8

    Accessible.role: Accessible.StaticText
    Accessible.name: root.name + " " + root.text

    SpendSwatch {
        color: root.ink
        sign: root.sign
    }
    Words {
        Layout.fillWidth: true
        text: root.name
    }
    Figure {
        color: root.figureInk
        text: root.text
    }
}
