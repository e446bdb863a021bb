// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// The emergency brake asks one thing: what becomes of the calls that run.
Dialog {
    id: root

    required property ControlCentre controlCentre

    readonly property bool anyRunning: root.controlCentre.running.count > 0

    title: qsTr("Pause all tenants?")
    text: root.controlCentre.running.pauseQuestion

    ActionButton {
        focus: true
        kind: ActionButton.Kind.Primary
        text: root.anyRunning ? qsTr("Let them finish") : qsTr("Pause all")

        onClicked: {
            root.controlCentre.pauseAll(true, false);
            root.close();
        }
    }
    ActionButton {
        kind: ActionButton.Kind.Danger
        text: qsTr("Cut them now")
        visible: root.anyRunning

        onClicked: {
            root.controlCentre.pauseAll(true, true);
            root.close();
        }
    }
    ActionButton {
        text: qsTr("Leave them running")

        onClicked: root.close()
    }
}
