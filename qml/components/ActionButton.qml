// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Capstan

T.Button {
    id: root

    enum Kind { Normal, Primary, Danger, Quiet }

    property int kind: ActionButton.Kind.Normal
    property string glyph
    property string keys // shown beside the words, for people who learn it here
    property string tip

    readonly property color ink: {
        if (!root.enabled) {
            return Theme.colors.text3;
        }
        switch (root.kind) {
        case ActionButton.Kind.Primary:
            return Theme.colors.accentInk;
        case ActionButton.Kind.Danger:
            return Theme.colors.over;
        case ActionButton.Kind.Quiet:
            return Theme.colors.accent;
        }
        return Theme.colors.text;
    }

    implicitWidth: Math.ceil(implicitContentWidth) + leftPadding + rightPadding
    implicitHeight: Theme.buttonHeight
    leftPadding: root.kind === ActionButton.Kind.Quiet ? 4 : 12
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.name: root.text !== "" ? root.text : root.tip
    Accessible.description: root.tip
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.controlRadius
        color: {
            if (root.kind === ActionButton.Kind.Quiet || !root.enabled) {
                return root.hovered && root.enabled ? Theme.colors.hover : "transparent";
            }
            if (root.kind === ActionButton.Kind.Primary) {
                return root.down ? Qt.darker(Theme.colors.accent, 1.15)
                                 : root.hovered ? Qt.lighter(Theme.colors.accent, 1.08) : Theme.colors.accent;
            }
            if (root.kind === ActionButton.Kind.Danger) {
                return Theme.colors.overSoft;
            }
            return root.down ? Theme.colors.track : root.hovered ? Theme.colors.hover : Theme.colors.raised;
        }
        border {
            width: root.kind === ActionButton.Kind.Quiet || root.kind === ActionButton.Kind.Primary && root.enabled ? 0 : 1
            color: root.kind === ActionButton.Kind.Danger && root.enabled ? Theme.colors.over : Theme.colors.buttonLine
        }

        FocusRing {
            visible: root.visualFocus
        }
    }
    contentItem: ButtonFace {
        faint: root.kind === ActionButton.Kind.Primary ? root.ink : Theme.colors.text3
        glyph: root.glyph
        ink: root.ink
        keys: root.keys
        text: root.text
    }

    Tip {
        text: root.tip
        visible: (root.hovered || root.visualFocus) && root.tip !== ""
    }
}
