// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan
import Capstan.App

T.TextField {
    id: root

    property Item aim // what Return takes

    color: Theme.colors.text
    implicitHeight: Theme.inputHeight - 4
    implicitWidth: 200
    leftPadding: 34
    rightPadding: 10
    placeholderTextColor: Theme.colors.text3
    renderType: Theme.renderType
    selectByMouse: true
    selectedTextColor: Theme.colors.accentInk
    selectionColor: Theme.colors.accent
    verticalAlignment: TextInput.AlignVCenter
    font {
        family: Theme.family
        pixelSize: Theme.body
    }

    Accessible.name: root.placeholderText
    Keys.onEscapePressed: root.clear()

    background: Rectangle {
        color: Theme.colors.window
        radius: Theme.controlRadius
        border {
            width: 1
            color: Theme.colors.control
        }

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.text3
            height: 16
            name: "search"
            width: 16
            x: 10
        }
        FocusRing {
            visible: root.activeFocus
        }
    }

    Words {
        anchors.verticalCenter: parent.verticalCenter
        color: root.placeholderTextColor
        text: root.placeholderText
        visible: root.text === ""
        x: root.leftPadding
    }
}
