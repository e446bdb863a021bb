// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// Spent solid, held striped, soft marks below, the cap a post. Exact figures in the window's tip.
Item {
    id: root

    required property barFigures figures
    property real thickness: 8
    property bool showsMarks: true
    property bool showsPost: true
    property bool stop: false // of Tab; where it stands in no row that is one

    readonly property string inWords: root.figures.description

    implicitHeight: root.thickness + (root.showsPost ? 4 : 0) + (root.showsMarks ? 11 : root.showsPost ? 4 : 0)
    implicitWidth: 120
    activeFocusOnTab: root.stop

    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.figures.description
    Accessible.readOnly: true

    SpendBar {
        y: root.showsPost ? 0 : -4
        width: root.width
        height: root.thickness + 15
        crossedColor: Theme.colors.nearFill
        figures: root.figures
        fillColor: Theme.fillOf(root.figures.standing)
        markColor: Theme.colors.text3
        postColor: root.figures.standing === Standing.Full ? Theme.colors.over : Theme.colors.text
        showsMarks: root.showsMarks
        showsPost: root.showsPost
        thickness: root.thickness
        trackColor: Theme.colors.track
    }
    FocusRing {
        visible: root.activeFocus
    }
}
