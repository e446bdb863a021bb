// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A line of a request's story: a heading, a fact, or a share of the time with its bar.
Item {
    id: root

    required property storyLine row

    readonly property int indent: 26

    implicitHeight: root.row.heading ? 34 : Math.max(21, text.implicitHeight + 4) + (bar.visible ? 8 : 0)

    Accessible.role: root.row.heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: root.row.text + " " + root.row.value

    Glyph {
        color: Theme.inkOfTone(root.row.tone)
        height: 16
        name: root.row.glyph
        visible: root.row.heading
        width: 16
        y: 14
    }
    Rectangle {
        color: Theme.colors.line
        height: parent.height
        visible: !root.row.heading
        width: 1
        x: 7.5
    }
    RowLayout {
        anchors {
            left: parent.left
            leftMargin: root.indent
            right: parent.right
        }
        spacing: 8
        y: root.row.heading ? 12 : 2

        Rectangle {
            color: Theme.colors.series[Math.max(0, root.row.series)]
            implicitHeight: 10
            implicitWidth: 10
            radius: 2
            visible: root.row.series >= 0
        }
        Words {
            id: text

            Layout.fillWidth: true
            color: root.row.heading || root.row.strong ? Theme.colors.text : Theme.colors.text2
            elide: Text.ElideNone
            text: root.row.text
            wrapMode: Text.Wrap
            font.weight: root.row.heading || root.row.strong ? Theme.strong : Theme.regular
        }
        Figure {
            Layout.alignment: Qt.AlignTop
            Layout.maximumWidth: 220
            color: root.row.tone === Tone.Calm || root.row.heading ? Theme.colors.text : Theme.inkOfTone(root.row.tone)
            elide: Text.ElideMiddle
            text: root.row.value
            font.weight: root.row.strong ? Theme.strong : Theme.regular
        }
    }
    Rectangle {
        id: bar

        anchors {
            bottom: parent.bottom
            bottomMargin: 3
            left: parent.left
            leftMargin: root.indent
            right: parent.right
        }
        color: Theme.colors.track
        height: 4
        radius: 2
        visible: root.row.series >= 0

        Rectangle {
            color: Theme.colors.series[Math.max(0, root.row.series)]
            height: parent.height
            radius: 2
            width: Math.max(2, parent.width * root.row.share)
            x: Math.min(parent.width - width, parent.width * root.row.begin)
        }
    }
}
