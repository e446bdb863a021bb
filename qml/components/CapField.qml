// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan
import Capstan.App

// The cap as text: "17.5", "+2", "−10%". Follows the post while nobody types.
T.TextField {
    id: root

    objectName: "capField"

    required property CapEditor editor

    property bool typing: false

    color: Theme.colors.text
    implicitHeight: 38
    implicitWidth: 122
    leftPadding: 12
    rightPadding: 8
    renderType: Theme.renderType
    selectByMouse: true
    selectedTextColor: Theme.colors.accentInk
    selectionColor: Theme.colors.accent
    verticalAlignment: TextInput.AlignVCenter
    font {
        family: Theme.family
        pixelSize: Theme.pageTitle
        weight: Theme.medium
    }

    Accessible.name: qsTr("Cap")
    Accessible.description: root.editor.errorText

    Keys.onEscapePressed: event => {
        event.accepted = root.typing || root.editor.editing;
        root.typing = false;
        root.editor.putBack();
    }
    onAccepted: {
        root.typing = false;
        root.editor.commit();
    }
    onActiveFocusChanged: {
        root.typing = false;
        if (root.activeFocus) {
            root.selectAll();
        }
    }
    onTextEdited: {
        root.typing = true;
        root.editor.type(root.text);
    }

    Binding {
        property: "text"
        restoreMode: Binding.RestoreNone
        target: root
        value: root.editor.capText
        when: !root.typing
    }

    background: Rectangle {
        color: Theme.colors.window
        radius: Theme.controlRadius
        border {
            width: root.activeFocus ? 2 : 1
            color: root.editor.errorText !== "" ? Theme.colors.over
                                                : root.activeFocus ? Theme.colors.accent : Theme.colors.control
        }
    }
}
