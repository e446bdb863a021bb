// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What the owner should read now, one at a time; pushes the page down, never covers it.
Rectangle {
    id: root

    required property Notices notices

    readonly property noticeTexts texts: root.notices.texts
    readonly property bool grave: root.notices.kind <= Notices.UpstreamDown
    readonly property bool paused: root.notices.kind === Notices.Paused
    readonly property color ink: root.grave ? Theme.colors.over : root.paused ? Theme.colors.paused : Theme.colors.near

    color: root.grave ? Theme.colors.overSoft : root.paused ? Theme.colors.pausedSoft : Theme.colors.nearSoft
    implicitHeight: row.implicitHeight + 20
    radius: Theme.noticeRadius
    visible: root.notices.present
    border {
        width: 1
        color: root.ink
    }

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.texts.title + " " + root.texts.text

    RowLayout {
        id: row

        anchors {
            left: parent.left
            leftMargin: 16
            right: parent.right
            rightMargin: 12
            verticalCenter: parent.verticalCenter
        }
        spacing: 12

        Glyph {
            color: root.ink
            name: root.paused ? "pause" : root.grave ? "over" : "warning"
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                text: root.texts.title
                wrapMode: Text.Wrap
                font.weight: Theme.strong
            }
            Words {
                Layout.fillWidth: true
                text: root.texts.text
                visible: text !== ""
                wrapMode: Text.Wrap
                font.pixelSize: Theme.secondary
            }
        }
        Words {
            color: Theme.colors.text3
            elide: Text.ElideNone
            text: root.texts.more
            visible: text !== ""
            font.pixelSize: Theme.secondary
        }
        ActionButton {
            kind: root.paused ? ActionButton.Kind.Normal : ActionButton.Kind.Primary
            text: root.texts.action
            visible: root.texts.action !== ""

            onClicked: root.notices.act()
        }
        ActionButton {
            text: qsTr("Dismiss")
            visible: root.texts.dismissible

            onClicked: root.notices.dismiss()
        }
    }
}
