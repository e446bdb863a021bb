// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan

// A line of text in a form.
T.TextField {
    id: root

    required property string name

    color: Theme.colors.text
    implicitHeight: Theme.inputHeight
    implicitWidth: 120
    leftPadding: 10
    placeholderTextColor: Theme.colors.text3
    renderType: Theme.renderType
    rightPadding: 10
    selectByMouse: true
    selectedTextColor: Theme.colors.accentInk
    selectionColor: Theme.colors.accent
    verticalAlignment: TextInput.AlignVCenter
    font {
        family: Theme.family
        pixelSize: Theme.body
    }

    Accessible.name: root.name
    Accessible.description: root.placeholderText

    background: Rectangle {
        color: Theme.colors.window
        radius: Theme.controlRadius
        border {
            width: root.activeFocus ? 2 : 1
            color: root.activeFocus ? Theme.colors.accent : Theme.colors.control
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
