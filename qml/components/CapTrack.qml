// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Capstan
import Capstan.App

// The cap as a post on a round scale: drag it, or move it with the arrow keys. Shift is fine,
// Ctrl ten times as far; Enter applies, Esc puts back.
Item {
    id: root

    required property CapEditor editor

    readonly property real barTop: 26
    readonly property real barHeight: 20

    implicitHeight: 98

    function strideOf(modifiers: int) : int {
        return modifiers & Qt.ShiftModifier ? CapEditor.Fine
                                            : modifiers & Qt.ControlModifier ? CapEditor.Coarse : CapEditor.Normal;
    }

    SpendBar {
        y: root.barTop - 4
        width: parent.width
        height: root.barHeight + 15
        crossedColor: Theme.colors.nearFill
        figures: root.editor.bar
        fillColor: Theme.fillOf(root.editor.bar.standing)
        markColor: Theme.colors.text3
        showsPost: false
        thickness: root.barHeight
        trackColor: Theme.colors.track
    }
    // The cap as it is, while another one is held.
    Column {
        spacing: 3
        visible: root.editor.editing && root.editor.oldPost >= 0
        x: root.editor.oldPost * root.width - 1
        y: root.barTop - 3

        Repeater {
            model: 5

            delegate: Rectangle {
                required property int index

                width: 2
                height: 3
                color: Theme.colors.text3
            }
        }
    }
    // Where a raise lifts it to: dashed, because it falls back by itself.
    Column {
        spacing: 3
        visible: root.editor.raisedPost >= 0
        x: root.editor.raisedPost * root.width - 2
        y: root.barTop - 4

        Repeater {
            model: 4

            delegate: Rectangle {
                required property int index

                width: 4
                height: 5
                color: Theme.colors.accent
            }
        }
    }
    Glyph {
        color: Theme.colors.accent
        implicitHeight: 14
        implicitWidth: 14
        name: "clock"
        visible: root.editor.raisedPost >= 0
        x: root.editor.raisedPost * root.width - 7
        y: root.barTop - 20
    }
    Repeater {
        id: labels

        model: root.editor.scaleLabels

        delegate: Figure {
            required property string modelData
            required property int index
            readonly property int last: labels.count - 1

            x: index === 0 ? 0 : index === last ? root.width - implicitWidth
                                                : root.width * index / last - implicitWidth / 2
            y: root.barTop + root.barHeight + 16
            color: Theme.colors.text3
            text: modelData
            font {
                pixelSize: Theme.caption
                weight: Theme.regular
            }
        }
    }
    // Below this line running calls are cut.
    Rectangle {
        x: root.editor.committedAt * root.width - 0.5
        y: root.barTop + root.barHeight + 2
        width: 1
        height: 44
        color: Theme.colors.over
        visible: root.editor.showsCommitted
    }
    Words {
        readonly property real line: root.editor.committedAt * root.width

        x: line > root.width / 2 ? line - implicitWidth - 6 : line + 6
        y: root.barTop + root.barHeight + 32
        color: Theme.colors.over
        elide: Text.ElideNone
        text: root.editor.committedText
        visible: root.editor.showsCommitted
        font.pixelSize: Theme.caption
    }
    Item {
        id: handle

        objectName: "capHandle" // tests take hold of it

        readonly property color ink: root.editor.direction === CapEditor.Cutting ? Theme.colors.over : Theme.colors.text

        x: root.editor.post * root.width - width / 2
        y: root.barTop + root.barHeight / 2 - height / 2
        width: 34
        height: 34
        activeFocusOnTab: true

        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("Cap, %1").arg(root.editor.capText)
        Accessible.focusable: true
        Accessible.onIncreaseAction: root.editor.step(1, CapEditor.Normal)
        Accessible.onDecreaseAction: root.editor.step(-1, CapEditor.Normal)

        Keys.onLeftPressed: event => root.editor.step(-1, root.strideOf(event.modifiers))
        Keys.onRightPressed: event => root.editor.step(1, root.strideOf(event.modifiers))
        Keys.onReturnPressed: root.editor.commit()
        Keys.onEnterPressed: root.editor.commit()
        Keys.onEscapePressed: event => {
            event.accepted = root.editor.editing;
            root.editor.putBack();
        }
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
                event.accepted = true;
                if (event.key === Qt.Key_Home) {
                    root.editor.toCommitted();
                } else {
                    root.editor.toOld();
                }
            }
        }

        Rectangle {
            anchors.centerIn: parent
            color: "transparent"
            height: 34
            radius: 17
            visible: handle.activeFocus || drag.pressed || drag.containsMouse
            width: 34
            border {
                width: 2
                color: handle.activeFocus || drag.pressed ? Theme.colors.accent : Theme.colors.control
            }
        }
        Rectangle {
            anchors.centerIn: parent
            color: handle.ink
            height: root.barHeight + 8
            opacity: root.editor.pending ? 0.5 : 1
            width: 4

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                color: handle.ink
                height: 4
                width: 14
            }
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.colors.text
            height: 20
            radius: Theme.controlRadius
            visible: root.editor.editing && !root.editor.creating
            width: bubble.implicitWidth + 14
            y: -22

            Figure {
                id: bubble

                anchors.centerIn: parent
                color: Theme.colors.window
                text: root.editor.capText
                font.pixelSize: Theme.secondary
            }
        }
    }
    MouseArea {
        id: drag

        property real grip: 0

        x: handle.x
        y: handle.y
        width: handle.width
        height: handle.height
        cursorShape: Qt.SizeHorCursor
        hoverEnabled: true
        preventStealing: true

        onPressed: mouse => {
            grip = mouse.x - width / 2;
            handle.forceActiveFocus(Qt.MouseFocusReason);
            root.editor.beginDrag();
        }
        onPositionChanged: mouse => {
            if (pressed) {
                const at = mapToItem(root, mouse.x - grip, 0).x;
                root.editor.dragTo(at / root.width, root.strideOf(mouse.modifiers));
            }
        }
        onReleased: root.editor.endDrag()
        onCanceled: root.editor.putBack()
    }
}
