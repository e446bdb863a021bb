// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Where the models are: what was found on this computer, or an address.
FirstRunStep {
    id: root

    required property FirstRun firstRun

    current: root.firstRun.step
    detail: root.firstRun.serverDetail
    number: FirstRun.Server
    title: root.firstRun.serverTitle

    onChangeWanted: root.firstRun.back(FirstRun.Server)

    Lines {
        model: root.firstRun.servers
        spacing: 10

        delegate: RowLayout {
            id: server

            required property int index
            required property string modelData

            spacing: 10

            Glyph {
                color: Theme.colors.accent
                implicitHeight: 18
                implicitWidth: 18
                name: "server"
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                text: server.modelData
            }
            ActionButton {
                enabled: !root.firstRun.busy
                kind: ActionButton.Kind.Primary
                objectName: "useServer" + server.index
                text: qsTr("Use this")
                tip: server.modelData

                onClicked: root.firstRun.useServer(server.index)
            }
        }
    }
    Words {
        Layout.fillWidth: true
        elide: Text.ElideNone
        text: root.firstRun.searchText
        visible: text !== ""
        wrapMode: Text.Wrap
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        CalmField {
            id: address

            Layout.fillWidth: true
            name: qsTr("Address of a model server")
            objectName: "serverAddress"
            placeholderText: qsTr("Another address, as http://gpu-box:8000")

            onAccepted: root.firstRun.tryAddress(text)
        }
        ActionButton {
            enabled: address.text !== "" && !root.firstRun.searching
            objectName: "tryAddress"
            text: qsTr("Try it")

            onClicked: root.firstRun.tryAddress(address.text)
        }
        ActionButton {
            enabled: !root.firstRun.searching
            text: qsTr("Look again")

            onClicked: root.firstRun.search()
        }
    }
    FirstRunError {
        text: root.firstRun.errorText
    }
}
