// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What the model servers say of themselves: the only one in full, several on two lines each.
ColumnLayout {
    id: root

    required property UpstreamState upstream
    readonly property upstreamTexts texts: root.upstream.texts

    spacing: 8

    RowLayout {
        Layout.bottomMargin: 4
        Layout.fillWidth: true

        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            text: root.upstream.several ? qsTr("Upstreams") : qsTr("Upstream")
            font.weight: Theme.strong
        }
        Chip {
            glyph: root.upstream.allReachable ? "check" : "over"
            ink: root.upstream.allReachable ? Theme.colors.accent : Theme.colors.over
            paper: root.upstream.allReachable ? Theme.colors.accentSoft : Theme.colors.overSoft
            text: root.upstream.summary
            visible: text !== ""
        }
    }
    UpstreamLines {
        Layout.fillHeight: true
        Layout.fillWidth: true
        upstreams: root.upstream.list
        visible: root.upstream.several
    }
    FactLine {
        name: qsTr("Running")
        text: root.texts.running
        visible: !root.upstream.several
    }
    FactLine {
        name: qsTr("Waiting")
        text: root.texts.waiting
        visible: !root.upstream.several
    }
    FactLine {
        name: qsTr("KV cache")
        text: root.texts.cache
        visible: !root.upstream.several
    }
    FactLine {
        name: qsTr("Output")
        text: root.texts.output
        visible: !root.upstream.several
    }
    Item {
        Layout.fillHeight: true
        visible: !root.upstream.several
    }
    Words {
        Layout.fillWidth: true
        color: Theme.colors.text3
        text: root.texts.reachable || root.texts.place === "" ? root.texts.name : root.texts.state
        visible: !root.upstream.several
        font.pixelSize: Theme.secondary
    }
}
