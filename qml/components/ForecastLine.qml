// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// One sentence about how long the money lasts; its icon says whether to look.
RowLayout {
    id: root

    required property spendCard card
    property int size: Theme.body

    readonly property bool full: root.card.standing === Standing.Full

    spacing: 7

    Glyph {
        Layout.alignment: Qt.AlignTop
        color: root.full ? Theme.colors.over : root.card.forecastWarns ? Theme.colors.near : Theme.colors.accent
        implicitHeight: 16
        implicitWidth: 16
        name: root.full ? "over" : root.card.forecastWarns ? "clock" : "check"
        visible: root.card.hasPace
    }
    Words {
        Layout.fillWidth: true
        color: root.card.hasPace && root.card.hasCap ? Theme.colors.text : Theme.colors.text3
        elide: Text.ElideNone
        text: root.card.forecast
        wrapMode: Text.Wrap
        font.pixelSize: root.size
    }
}
