// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Says what was done and offers to take it back, for ten seconds.
Rectangle {
    id: root

    required property string text

    signal undoWanted()

    function show() {
        root.visible = true;
        timer.restart();
    }
    function hide() {
        root.visible = false;
        timer.stop();
    }

    color: Theme.colors.raised
    implicitHeight: 46
    implicitWidth: row.implicitWidth + 28
    radius: Theme.noticeRadius
    visible: false
    width: Math.min(implicitWidth, root.parent ? root.parent.width - 40 : 0) // a model's name may be long
    border {
        width: 1
        color: Theme.colors.buttonLine
    }

    Accessible.role: Accessible.Notification
    Accessible.name: root.text

    RowLayout {
        id: row

        anchors {
            fill: parent
            leftMargin: 14
            rightMargin: 14
        }
        spacing: 12

        Glyph {
            color: Theme.colors.accent
            implicitHeight: 16
            implicitWidth: 16
            name: "check"
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            elide: Text.ElideMiddle
            text: root.text
        }
        ActionButton {
            glyph: "undo"
            keys: qsTr("Ctrl Z")
            text: qsTr("Undo")

            onClicked: {
                root.hide();
                root.undoWanted();
            }
        }
    }
    Timer {
        id: timer

        interval: Theme.toastTime
        onTriggered: root.visible = false
    }
}
