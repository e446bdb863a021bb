// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

// Why a step of the first run does not go on.
Words {
    Layout.fillWidth: true
    color: Theme.colors.over
    elide: Text.ElideNone
    visible: text !== ""
    wrapMode: Text.Wrap

    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
}
