// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan

// A price in dollars, or an amount with another sign, with the unit beside it that cannot be mistaken.
RowLayout {
    id: root

    required property string name
    required property string value
    property string spoken: root.name // where fields of one name are told apart
    property string unit: qsTr("per million tokens")
    property bool money: true
    property string sign: "$"
    property bool figure: true

    signal edited(string text)

    spacing: 8

    TextMetrics {
        id: signMetrics

        text: root.sign
        font {
            family: Theme.family
            pixelSize: Theme.body
        }
    }
    Words {
        Layout.preferredWidth: 92
        text: root.name
    }
    T.TextField {
        id: field

        Layout.fillWidth: true
        Layout.preferredWidth: 110
        color: Theme.colors.text
        horizontalAlignment: root.figure ? Text.AlignRight : Text.AlignLeft
        implicitHeight: Theme.inputHeight
        leftPadding: root.money ? Math.ceil(signMetrics.advanceWidth) + 16 : 10
        renderType: Theme.renderType
        rightPadding: 10
        selectByMouse: true
        selectedTextColor: Theme.colors.accentInk
        selectionColor: Theme.colors.accent
        verticalAlignment: TextInput.AlignVCenter
        font {
            family: Theme.family
            pixelSize: Theme.body
            weight: root.figure ? Theme.strong : Theme.regular
        }

        Accessible.name: root.unit === "" ? root.spoken : root.spoken + ", " + root.unit
        onActiveFocusChanged: {
            if (activeFocus) {
                selectAll();
            }
        }
        onTextEdited: root.edited(text)

        Binding {
            property: "text"
            restoreMode: Binding.RestoreNone
            target: field
            value: root.value
        }

        background: Rectangle {
            color: Theme.colors.window
            radius: Theme.controlRadius
            border {
                width: field.activeFocus ? 2 : 1
                color: field.activeFocus ? Theme.colors.accent : Theme.colors.control
            }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colors.text3
                text: root.sign
                visible: root.money
                x: 10
            }
        }
    }
    Words {
        Layout.preferredWidth: 100 // the fields stand in one column
        color: Theme.colors.text3
        elide: Text.ElideNone
        text: root.unit
        visible: root.unit !== ""
        font.pixelSize: Theme.secondary
    }
}
