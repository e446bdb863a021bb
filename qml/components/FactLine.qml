// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

// A name and its value on one line.
RowLayout {
    id: root

    required property string name
    required property string text

    Layout.fillWidth: true
    spacing: 8

    Accessible.role: Accessible.StaticText
    Accessible.name: root.name + " " + root.text

    Words {
        Layout.fillWidth: true
        text: root.name
    }
    Figure {
        text: root.text
    }
}
