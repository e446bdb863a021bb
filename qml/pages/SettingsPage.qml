// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What Capstan talks to, its secrets, where it listens, what it keeps and how it looks.
AppPage {
    id: root

    readonly property SettingsModel settings: root.controlCentre.settings
    readonly property list<string> names: SettingsSections.names
    readonly property list<Item> sections: [upstreams, credentials, listening, privacy, keeping, oneNumber, imports, appearance, starting]
    property int section: 0
    property int wanted: -1 // by the next frame

    signal firstRunWanted()

    function show(index: int) {
        root.section = index;
        flick.contentY = Math.max(0, Math.min(root.sections[index].y, flick.contentHeight - flick.height));
    }
    function showWithTheNextFrame(index: int) {
        root.wanted = index;
        root.update();
    }
    // While scrolling by hand, the list tells where one is.
    function lookWhereWeAre() {
        for (let i = root.sections.length - 1; i >= 0; --i) {
            if (root.sections[i].y <= flick.contentY + 40) {
                root.section = i;
                return;
            }
        }
    }

    leastHeight: 0
    title: qsTr("Settings")

    // A page that has just been made has its places with the first frame.
    Connections {
        enabled: root.wanted >= 0
        target: root.Window.window

        function onAfterAnimating() {
            root.show(root.wanted);
            root.wanted = -1;
        }
    }

    actions: [
        ActionButton {
            text: qsTr("First run…")
            tip: qsTr("Find a vLLM, make a tenant and a key, see the first call")

            onClicked: root.firstRunWanted()
        },
        ActionButton {
            glyph: "plus"
            kind: ActionButton.Kind.Primary
            objectName: "addUpstream"
            text: qsTr("Add upstream")

            onClicked: upstreamDialog.ask("", "")
        }
    ]

    RowLayout {
        anchors {
            fill: parent
            topMargin: 16
        }
        spacing: 20

        Column {
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 168
            visible: !root.narrow

            Repeater {
                model: root.names

                delegate: NavigationItem {
                    required property int index
                    required property string modelData

                    current: index === root.section
                    glyph: ""
                    text: modelData
                    width: 168

                    onClicked: root.show(index)
                }
            }
        }
        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 10

            ChoiceButton {
                Layout.preferredWidth: 220
                choices: root.names
                current: root.section
                name: qsTr("Section")
                visible: root.narrow

                onChosen: index => root.show(index)
            }
            SettingsNotice {
                Layout.fillWidth: true
                settings: root.settings
            }
            Flickable {
                id: flick

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.rightMargin: -10 // its mark stands in the margin of the page
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                contentHeight: column.implicitHeight + 24

                onMovementEnded: root.lookWhereWeAre()

                Column {
                    id: column

                    spacing: 24
                    width: flick.width - 10

                    SettingsSection {
                        id: upstreams

                        title: root.names[0]
                        width: column.width

                        Lines {
                            model: root.settings.upstreams

                            delegate: ConnectionLine {
                                changeable: true

                                onEditWanted: upstreamDialog.ask(row.name, row.address)
                                onTestWanted: root.settings.upstreams.test(index)
                            }
                        }
                        Lines {
                            model: root.settings.destinations

                            delegate: ConnectionLine {
                                first: false

                                onTestWanted: root.settings.destinations.test(index)
                            }
                        }
                    }
                    CredentialSection {
                        id: credentials

                        credentials: root.settings.credentials
                        title: root.names[1]
                        width: column.width
                    }
                    ListeningSection {
                        id: listening

                        settings: root.settings
                        title: root.names[2]
                        width: column.width
                    }
                    SettingsSection {
                        id: privacy

                        title: root.names[3]
                        width: column.width

                        SettingLine {
                            first: true
                            name: qsTr("Prompts and answers")
                            note: root.settings.texts.contentNote

                            Chip {
                                anchors.verticalCenter: parent.verticalCenter
                                glyph: root.settings.texts.contentSent ? "warning" : "check"
                                ink: root.settings.texts.contentSent ? Theme.colors.near : Theme.colors.accent
                                objectName: "contentState"
                                paper: root.settings.texts.contentSent ? Theme.colors.nearSoft : Theme.colors.accentSoft
                                text: root.settings.texts.contentState
                            }
                        }
                    }
                    KeepingSection {
                        id: keeping

                        settings: root.settings
                        title: root.names[4]
                        width: column.width

                        onRestoreWanted: restoreDialog.ask()
                    }
                    ReconcileSection {
                        id: oneNumber

                        places: root.settings.reconciliation
                        title: root.names[5]
                        width: column.width
                    }
                    ImportSection {
                        id: imports

                        settings: root.settings
                        title: root.names[6]
                        width: column.width

                        onCopyWanted: text => root.controlCentre.copyText(text)
                    }
                    AppearanceSection {
                        id: appearance

                        settings: root.settings
                        title: root.names[7]
                        width: column.width
                    }
                    StartingSection {
                        id: starting

                        settings: root.settings
                        title: root.names[8]
                        width: column.width
                    }
                }
                ScrollMark {
                    target: flick
                }
            }
        }
    }
    RestoreDialog {
        id: restoreDialog

        folder: root.settings.texts.dataFolder
        restore: root.settings.restore
    }
    UpstreamDialog {
        id: upstreamDialog

        settings: root.settings
    }
}
