// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// Says what a pause of one tenant means before it is one, and what becomes of its calls that run.
Dialog {
    id: root

    required property TenantDetail tenant

    readonly property bool busy: root.tenant.texts.busy

    title: qsTr("Pause %1?").arg(root.tenant.texts.title)
    text: root.tenant.texts.pauseQuestion

    ActionButton {
        focus: true
        kind: ActionButton.Kind.Primary
        objectName: "pauseNow"
        text: root.busy ? qsTr("Let them finish") : qsTr("Pause")

        onClicked: {
            root.tenant.pause();
            root.close();
        }
    }
    ActionButton {
        kind: ActionButton.Kind.Danger
        text: qsTr("Cut them now")
        visible: root.busy

        onClicked: {
            root.tenant.pauseAndCut();
            root.close();
        }
    }
    ActionButton {
        text: root.busy ? qsTr("Leave them running") : qsTr("Leave it")

        onClicked: root.close()
    }
}
