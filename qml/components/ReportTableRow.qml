// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Capstan

Item {
    id: root

    required property list<string> cells
    required property list<real> widths
    required property string spoken
    required property list<bool> figures // stand right
    property int gap: 18
    property bool hasFocus: false

    signal pressed()

    implicitHeight: 34

    Accessible.role: Accessible.Row
    Accessible.name: root.spoken

    Rectangle {
        anchors.fill: parent
        color: hover.hovered ? Theme.colors.hover : "transparent"

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
    Row {
        height: parent.height
        spacing: root.gap
        x: 16

        Repeater {
            model: root.cells

            delegate: Words {
                required property string modelData
                required property int index

                readonly property bool figure: root.figures[index] ?? false

                color: figure ? Theme.colors.text : Theme.colors.text2
                elide: figure ? Text.ElideNone : Text.ElideMiddle
                height: root.height
                horizontalAlignment: figure ? Text.AlignRight : Text.AlignLeft
                text: modelData === "" ? "–" : modelData
                width: root.widths[index] ?? 0
            }
        }
    }
}
