// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What the model server says of itself.
ColumnLayout {
    id: root

    required property upstreamTexts texts

    spacing: 8

    RowLayout {
        Layout.bottomMargin: 4
        Layout.fillWidth: true

        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            text: qsTr("Upstream")
            font.weight: Theme.strong
        }
        Chip {
            glyph: root.texts.reachable ? "check" : "over"
            ink: root.texts.reachable ? Theme.colors.accent : Theme.colors.over
            paper: root.texts.reachable ? Theme.colors.accentSoft : Theme.colors.overSoft
            text: root.texts.reachable ? root.texts.state : qsTr("down")
            visible: root.texts.place !== ""
        }
    }
    FactLine {
        name: qsTr("Running")
        text: root.texts.running
    }
    FactLine {
        name: qsTr("Waiting")
        text: root.texts.waiting
    }
    FactLine {
        name: qsTr("KV cache")
        text: root.texts.cache
    }
    FactLine {
        name: qsTr("Output")
        text: root.texts.output
    }
    Item {
        Layout.fillHeight: true
    }
    Words {
        Layout.fillWidth: true
        color: Theme.colors.text3
        text: root.texts.reachable || root.texts.place === "" ? root.texts.name : root.texts.state
        font.pixelSize: Theme.secondary
    }
}
