// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// One request in the log: fixed columns, so that nothing jumps when figures arrive.
Item {
    id: root

    required property activityLine row
    property bool narrow: false
    property bool selected: false
    property bool hasFocus: false
    property bool showsTenant: true

    signal pressed()

    implicitHeight: 34

    Accessible.role: Accessible.Row
    Accessible.name: root.row.spoken
    Accessible.selected: root.selected
    Accessible.onPressAction: root.pressed()

    Rectangle {
        anchors.fill: parent
        color: root.selected ? Theme.colors.selected : hover.hovered ? Theme.colors.hover : "transparent"

        Rectangle {
            color: Theme.colors.accent
            height: parent.height
            visible: root.selected
            width: 3
        }
        FocusRing {
            anchors.margins: 1
            around: 0
            visible: root.hasFocus
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: root.pressed()
    }
    RowLayout {
        anchors {
            fill: parent
            leftMargin: 16
            rightMargin: 16
        }
        spacing: 8

        Words {
            Layout.preferredWidth: 80
            elide: Text.ElideNone
            text: root.row.time
        }
        Row {
            Layout.preferredWidth: 96
            spacing: 5

            Glyph {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.inkOfTone(root.row.tone)
                height: 14
                name: root.row.glyph
                width: 14
            }
            Words {
                color: Theme.inkOfTone(root.row.tone)
                text: root.row.outcome
                width: 78
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.preferredWidth: 90
            color: Theme.colors.text
            elide: Text.ElideMiddle
            text: root.showsTenant ? root.row.tenant : root.row.who
            font.weight: Theme.medium
        }
        Words {
            Layout.fillWidth: true
            Layout.preferredWidth: 90
            color: Theme.colors.text3
            elide: Text.ElideMiddle
            text: root.row.model
            visible: !root.narrow
        }
        Figure {
            Layout.preferredWidth: 88
            color: Theme.colors.text2
            text: root.row.tokens
            visible: !root.narrow
            font.weight: Theme.regular
        }
        Figure {
            Layout.preferredWidth: 46
            color: Theme.colors.text2
            text: root.row.total
            font.weight: Theme.regular
        }
        Figure {
            Layout.preferredWidth: 62
            text: root.row.cost
        }
    }
}
