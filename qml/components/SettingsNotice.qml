// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What of the settings is not in force yet, or was not done, and what helps.
Rectangle {
    id: root

    required property SettingsModel settings
    readonly property bool failed: root.settings.errorText !== ""

    color: root.failed ? Theme.colors.overSoft : Theme.colors.nearSoft
    implicitHeight: row.implicitHeight + 18
    radius: Theme.noticeRadius
    visible: words.text !== ""
    border {
        width: 1
        color: root.failed ? Theme.colors.over : Theme.colors.near
    }

    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    RowLayout {
        id: row

        anchors {
            left: parent.left
            leftMargin: 16
            right: parent.right
            rightMargin: 12
            verticalCenter: parent.verticalCenter
        }
        spacing: 12

        Glyph {
            color: root.failed ? Theme.colors.over : Theme.colors.near
            implicitHeight: 16
            implicitWidth: 16
            name: "warning"
        }
        Words {
            id: words

            Layout.fillWidth: true
            color: Theme.colors.text
            elide: Text.ElideNone
            text: root.failed ? root.settings.errorText : root.settings.restartText
            wrapMode: Text.Wrap
        }
        ActionButton {
            kind: ActionButton.Kind.Primary
            objectName: "restartProxy"
            text: root.failed ? qsTr("Dismiss") : qsTr("Start it again now")

            onClicked: root.failed ? root.settings.clearError() : root.settings.restartNow()
        }
    }
}
