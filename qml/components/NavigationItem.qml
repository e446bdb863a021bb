// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan

// One row of the sidebar; in the rail only its icon, with the name as tooltip.
// A TabButton, as Qt 6.4 tells a screen reader a button's own role and not Accessible.role.
T.TabButton {
    id: root

    required property string glyph
    property bool rail: false
    property bool current: false
    property int badge: 0

    implicitHeight: Theme.navigationHeight
    checkable: false
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.name: root.badge > 0 ? qsTr("%1, %2 open").arg(root.text).arg(root.badge) : root.text
    Accessible.selected: root.current
    Keys.onReturnPressed: root.clicked()

    background: Rectangle {
        color: root.current ? Theme.colors.navigation : root.hovered ? Theme.colors.hover : "transparent"
        radius: Theme.noticeRadius
        border {
            width: root.current ? 1 : 0
            color: Theme.colors.navigationLine
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.accent
            height: 18
            radius: 1.5
            visible: root.current
            width: 3
        }
        FocusRing {
            around: Theme.noticeRadius
            anchors.margins: 0
            visible: root.visualFocus
        }
    }
    contentItem: NavigationFace {
        badge: root.badge
        current: root.current
        glyph: root.glyph
        rail: root.rail
        text: root.text
    }

    Tip {
        text: root.text
        visible: root.rail && (root.hovered || root.visualFocus)
        x: root.width + 8
        y: (root.height - height) / 2
    }
}
