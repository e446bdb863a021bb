// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan

// Filled while a model server answers, a hollow ring while it does not; always beside a word.
Rectangle {
    id: root

    required property bool up

    color: root.up ? Theme.colors.accent : "transparent"
    implicitHeight: 8
    implicitWidth: 8
    radius: 4
    border {
        width: root.up ? 0 : 2
        color: Theme.colors.over
    }
}
