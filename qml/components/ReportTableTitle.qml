// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan

// A column's name; pressing it sorts by the column.
T.AbstractButton {
    id: root

    property bool figure: false
    property bool sorted: false
    property bool descending: false

    implicitHeight: 34
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.ColumnHeader
    Accessible.name: !root.sorted ? root.text
                                  : root.descending ? qsTr("%1, sorted, largest first").arg(root.text)
                                                    : qsTr("%1, sorted, smallest first").arg(root.text)
    Keys.onReturnPressed: root.clicked()

    background: Item {
        FocusRing {
            anchors.margins: 2
            visible: root.visualFocus
        }
    }
    contentItem: Words {
        color: root.sorted || root.hovered ? Theme.colors.text : Theme.colors.text3
        elide: Text.ElideNone
        horizontalAlignment: root.figure ? Text.AlignRight : Text.AlignLeft
        text: root.text + (root.sorted ? (root.descending ? " ↓" : " ↑") : "")
        font {
            pixelSize: Theme.secondary
            weight: root.sorted ? Theme.medium : Theme.regular
        }
    }
}
