// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan

// An amount, a rate, a count: stands right and is never shortened.
Text {
    color: Theme.colors.text
    horizontalAlignment: Text.AlignRight
    renderType: Theme.renderType
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    font {
        family: Theme.family
        pixelSize: Theme.body
        weight: Theme.strong
    }
}
