// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

// What a setting is, what it means now, and at the right what changes it.
Item {
    id: root

    required property string name
    property string note
    property bool first: false
    property bool grave: false // the note says what is wrong
    default property alias controls: row.data

    Layout.fillWidth: true
    implicitHeight: Math.max(Theme.tallRowHeight + 4, texts.implicitHeight + 20)

    Hairline {
        visible: !root.first
        width: parent.width
    }
    // Anchored, not laid out: a pill that grows when its text comes must move the buttons at once, and
    // a layout that waits for those within it would find no rest where all texts wrap.
    Item {
        id: texts

        implicitHeight: title.implicitHeight + (remark.visible ? remark.implicitHeight + 2 : 0)
        anchors {
            left: parent.left
            leftMargin: 18
            right: row.left
            rightMargin: 10
            verticalCenter: parent.verticalCenter
        }

        Words {
            id: title

            color: Theme.colors.text
            elide: Text.ElideMiddle
            text: root.name
            width: parent.width
            font.weight: Theme.medium
        }
        Words {
            id: remark

            anchors.bottom: parent.bottom
            color: root.grave ? Theme.colors.over : Theme.colors.text2
            elide: Text.ElideNone
            text: root.note
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
            font.pixelSize: Theme.secondary
        }
    }
    Row {
        id: row

        spacing: 8
        anchors {
            right: parent.right
            rightMargin: 16
            verticalCenter: parent.verticalCenter
        }
    }
}
