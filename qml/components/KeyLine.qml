// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A virtual key: what it is called, how it ends, when it was used, and what can be done with it.
RowLayout {
    id: root

    required property keyRow row

    signal editWanted()
    signal revokeWanted()

    spacing: 6

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Words {
            Layout.fillWidth: true
            color: root.row.active ? Theme.colors.text : Theme.colors.text3
            elide: Text.ElideMiddle
            text: root.row.name
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text3
            text: root.row.limits
            visible: text !== ""
            font.pixelSize: Theme.caption
        }
    }
    Words {
        color: Theme.colors.text3
        elide: Text.ElideNone
        text: root.row.hint
        font {
            family: Theme.monospace
            pixelSize: Theme.caption
            preferShaping: false
        }
    }
    Words {
        Layout.preferredWidth: 100
        color: Theme.colors.text3
        horizontalAlignment: Text.AlignRight
        text: root.row.used
        font.pixelSize: Theme.secondary
    }
    ActionButton {
        enabled: !root.row.revoked
        glyph: "edit"
        kind: ActionButton.Kind.Quiet
        tip: root.row.revoked ? qsTr("%1 is revoked").arg(root.row.name)
                              : qsTr("Rename or limit %1").arg(root.row.name)

        onClicked: root.editWanted()
    }
    ActionButton {
        enabled: !root.row.revoked
        glyph: "remove"
        kind: ActionButton.Kind.Quiet
        objectName: "revoke " + root.row.name
        tip: root.row.revoked ? qsTr("%1 is revoked").arg(root.row.name) : qsTr("Revoke %1…").arg(root.row.name)

        onClicked: root.revokeWanted()
    }
}
