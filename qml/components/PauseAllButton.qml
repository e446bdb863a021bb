// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// On every page: stops all spending, or lets it go on.
ActionButton {
    id: root

    required property ControlCentre controlCentre

    glyph: root.controlCentre.pausedAll ? "play" : "pause"
    text: root.controlCentre.pausedAll ? qsTr("Resume all") : qsTr("Pause all")
    tip: qsTr("Ctrl Shift P")

    function ask() {
        if (root.controlCentre.pausedAll) {
            root.controlCentre.pauseAll(false, false);
        } else {
            dialog.open();
        }
    }

    onClicked: root.ask()

    PauseAllDialog {
        id: dialog

        controlCentre: root.controlCentre
    }
}
