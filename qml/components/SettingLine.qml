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
    RowLayout {
        anchors {
            fill: parent
            leftMargin: 18
            rightMargin: 16
        }
        spacing: 10

        ColumnLayout {
            id: texts

            Layout.fillWidth: true
            spacing: 2

            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                elide: Text.ElideMiddle
                text: root.name
                font.weight: Theme.medium
            }
            Words {
                Layout.fillWidth: true
                color: root.grave ? Theme.colors.over : Theme.colors.text2
                elide: Text.ElideNone
                text: root.note
                visible: text !== ""
                wrapMode: Text.Wrap
                font.pixelSize: Theme.secondary
            }
        }
        Row {
            id: row

            Layout.alignment: Qt.AlignVCenter
            spacing: 8
        }
    }
}
