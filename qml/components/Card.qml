// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan

Rectangle {
    color: Theme.colors.surface
    radius: Theme.cardRadius
    border {
        width: 1
        color: Theme.colors.line
    }
}
