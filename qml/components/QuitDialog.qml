// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// Quitting while calls run asks what becomes of them.
Dialog {
    id: root

    required property Shell shell

    title: qsTr("Quit Capstan?")
    text: root.shell ? root.shell.quitQuestion : ""

    ActionButton {
        focus: true
        kind: ActionButton.Kind.Primary
        text: qsTr("Let them finish, then quit")

        onClicked: {
            root.close();
            root.shell.confirmQuit(false);
        }
    }
    ActionButton {
        kind: ActionButton.Kind.Danger
        text: qsTr("Cut them and quit")

        onClicked: {
            root.close();
            root.shell.confirmQuit(true);
        }
    }
    ActionButton {
        text: qsTr("Keep running")

        onClicked: root.close()
    }
}
