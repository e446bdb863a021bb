// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// One's own price goes: what holds then, and whom it touches.
Dialog {
    id: root

    required property PriceRemoval removal

    text: root.removal.text
    title: root.removal.title

    onClosed: root.removal.leave()

    Connections {
        target: root.removal

        function onChanged() {
            root.visible = root.removal.asking;
        }
    }

    ActionButton {
        kind: ActionButton.Kind.Danger
        objectName: "removePrice"
        text: qsTr("Remove")

        onClicked: root.removal.confirm()
    }
    ActionButton {
        focus: true
        text: qsTr("Leave it")

        onClicked: root.close()
    }
}
