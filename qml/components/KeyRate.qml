// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

// A line of the key dialog: how many a minute, and how many an hour.
RowLayout {
    id: root

    required property string name
    required property string minuteName
    required property string hourName
    required property string minute
    required property string hour

    signal minuteEdited(string text)
    signal hourEdited(string text)
    signal accepted()

    Layout.fillWidth: true
    spacing: 10

    component Rate: CalmField {
        id: rate

        required property string value

        Layout.fillWidth: true
        objectName: "key " + rate.name

        Binding {
            property: "text"
            restoreMode: Binding.RestoreNone
            target: rate
            value: rate.value
        }
    }

    Words {
        Layout.preferredWidth: 130
        text: root.name
    }
    Rate {
        name: root.minuteName
        placeholderText: qsTr("any a minute")
        value: root.minute

        onAccepted: root.accepted()
        onTextEdited: root.minuteEdited(text)
    }
    Rate {
        name: root.hourName
        placeholderText: qsTr("any an hour")
        value: root.hour

        onAccepted: root.accepted()
        onTextEdited: root.hourEdited(text)
    }
}
