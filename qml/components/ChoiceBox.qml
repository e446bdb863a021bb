// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan

// Whether a row is chosen. It shows what is so; a click only asks.
T.CheckBox {
    id: root

    required property string name
    property bool on: false

    checkState: root.on ? Qt.Checked : Qt.Unchecked
    focusPolicy: Qt.StrongFocus
    implicitHeight: Theme.target
    implicitWidth: Theme.target
    nextCheckState: () => root.checkState

    Accessible.name: root.name
    Accessible.checkable: true
    Accessible.checked: root.on

    contentItem: Item {}
    indicator: CheckSquare {
        anchors.centerIn: parent
        hasFocus: root.visualFocus
        on: root.on
    }
}
