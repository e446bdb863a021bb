// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// Where programs reach Capstan, and what they need for it.
SettingsSection {
    id: root

    required property SettingsModel settings
    readonly property settingTexts texts: root.settings.texts
    readonly property bool free: root.texts.addressLock === ""

    note: qsTr("Programs call %1 now.").arg(root.texts.url)

    SettingLine {
        first: true
        name: qsTr("Address and port")
        note: root.free ? root.texts.addressNote : root.texts.addressNote + " · " + root.texts.addressLock

        CalmField {
            id: address

            enabled: root.free
            name: qsTr("Address")
            objectName: "listenAddress"
            text: root.texts.address
            width: 120

            onAccepted: root.settings.setListen(address.text, port.text)
        }
        CalmField {
            id: port

            enabled: root.free
            name: qsTr("Port")
            objectName: "listenPort"
            text: root.texts.port
            width: 70

            onAccepted: root.settings.setListen(address.text, port.text)
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            enabled: root.free && (address.text !== root.texts.address || port.text !== root.texts.port)
            text: qsTr("Change")
            tip: enabled ? qsTr("In force after the proxy is started again") : root.texts.addressLock

            onClicked: root.settings.setListen(address.text, port.text)
        }
    }
    SettingLine {
        name: qsTr("Every call needs a virtual key")
        note: root.texts.requireKeysLock !== "" ? root.texts.requireKeysLock
                                                : qsTr("Without it, programs on this computer may call without one")

        SwitchControl {
            anchors.verticalCenter: parent.verticalCenter
            enabled: root.texts.requireKeysLock === ""
            name: qsTr("Every call needs a virtual key")
            objectName: "requireKeys"
            on: root.texts.requireKeys
            tip: root.texts.requireKeysLock

            onClicked: root.settings.setRequireKeys(!on)
        }
    }
}
