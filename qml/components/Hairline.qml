// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

Rectangle {
    Layout.fillWidth: true
    Layout.preferredHeight: 1
    implicitHeight: 1
    color: Theme.colors.line
}
