// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// Quitting while calls run asks what becomes of them; closing a window that no tray can keep asks
// whether the proxy is to stop.
Dialog {
    id: root

    required property Shell shell
    readonly property bool closing: root.shell ? root.shell.closing : false
    readonly property bool anyRunning: root.shell ? root.shell.anyRunning : false

    title: qsTr("Quit Capstan?")
    text: root.shell ? root.shell.quitQuestion : ""

    ActionButton {
        focus: root.closing
        kind: ActionButton.Kind.Primary
        objectName: "minimise"
        text: qsTr("Minimise and go on")
        visible: root.closing

        onClicked: {
            root.close();
            root.shell.minimise();
        }
    }
    ActionButton {
        focus: !root.closing
        kind: root.closing ? ActionButton.Kind.Normal : ActionButton.Kind.Primary
        objectName: "quit"
        text: root.anyRunning ? qsTr("Let them finish, then quit") : qsTr("Stop the proxy and quit")

        onClicked: {
            root.close();
            root.shell.confirmQuit(false);
        }
    }
    ActionButton {
        kind: ActionButton.Kind.Danger
        text: qsTr("Cut them and quit")
        visible: root.anyRunning

        onClicked: {
            root.close();
            root.shell.confirmQuit(true);
        }
    }
    ActionButton {
        text: qsTr("Keep running")
        visible: !root.closing

        onClicked: root.close()
    }
}
