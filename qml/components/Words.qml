// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan

// Running text, labels, captions. May be elided: never use it for an amount.
Text {
    color: Theme.colors.text2
    elide: Text.ElideRight
    renderType: Theme.renderType
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    font {
        family: Theme.family
        pixelSize: Theme.body
    }
}
