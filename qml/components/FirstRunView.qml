// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// From nothing to the first metered call; covers the window while it is open.
Rectangle {
    id: root

    required property FirstRun firstRun

    color: Theme.colors.window
    visible: root.firstRun.open

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("First run")

    // Nothing below is to be clicked or scrolled through.
    MouseArea {
        acceptedButtons: Qt.AllButtons
        anchors.fill: parent
        hoverEnabled: true

        onWheel: wheel => wheel.accepted = true
    }
    Flickable {
        id: flick

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.implicitHeight + 56

        // The open step stands below those that are done, and shall be seen.
        onContentHeightChanged: {
            if (root.firstRun && root.firstRun.step >= FirstRun.Tenant) {
                flick.contentY = Math.max(0, flick.contentHeight - flick.height);
            }
        }

        ColumnLayout {
            id: column

            spacing: 12
            width: Math.min(flick.width - 48, 760)
            x: (flick.width - width) / 2
            y: 28

            RowLayout {
                Layout.bottomMargin: 8
                Layout.fillWidth: true
                spacing: 10

                Glyph {
                    color: Theme.colors.accent
                    implicitHeight: 32
                    implicitWidth: 32
                    name: "capstan"
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.colors.text
                    text: "Capstan"
                    font {
                        pixelSize: Theme.cardTitle + 2
                        weight: Theme.strong
                    }
                }
                ActionButton {
                    kind: ActionButton.Kind.Quiet
                    objectName: "skipFirstRun"
                    text: qsTr("Skip, I will set it up myself")
                    visible: !root.firstRun.arrived

                    onClicked: root.firstRun.leave()
                }
            }
            Words {
                color: Theme.colors.text
                text: qsTr("Your first metered call")
                font {
                    pixelSize: Theme.pageTitle + 4
                    weight: Theme.strong
                }
            }
            Words {
                Layout.bottomMargin: 8
                Layout.fillWidth: true
                elide: Text.ElideNone
                text: root.firstRun.progress
                wrapMode: Text.Wrap
            }
            FirstRunServer {
                firstRun: root.firstRun
            }
            FirstRunPrices {
                firstRun: root.firstRun
            }
            FirstRunTenant {
                firstRun: root.firstRun
            }
            FirstRunProgram {
                firstRun: root.firstRun
            }
            Words {
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: 8
                color: Theme.colors.text3
                text: qsTr("You can close this window. Capstan keeps counting.")
                font.pixelSize: Theme.secondary
            }
        }
        ScrollMark {
            target: flick
        }
    }
}
