// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan

// All keys, under F1.
T.Popup {
    id: root

    anchors.centerIn: T.Overlay.overlay
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    focus: true
    height: Math.min(sheet.implicitHeight + 44, T.Overlay.overlay ? T.Overlay.overlay.height - 24 : 600)
    modal: true
    padding: 22
    width: 700

    T.Overlay.modal: Rectangle {
        color: Theme.colors.scrim
    }
    background: Rectangle {
        color: Theme.colors.raised
        radius: Theme.dialogRadius
        border {
            width: 1
            color: Theme.colors.buttonLine
        }
    }

    ListModel {
        id: keys

        ListElement { key: qsTr("Ctrl 1 … 7"); what: qsTr("go to a page") }
        ListElement { key: qsTr("Ctrl K"); what: qsTr("find anything") }
        ListElement { key: qsTr("Ctrl F, /"); what: qsTr("filter of the page") }
        ListElement { key: qsTr("F6"); what: qsTr("sidebar, content, inspector") }
        ListElement { key: qsTr("↑ ↓ Enter"); what: qsTr("rows, open") }
        ListElement { key: qsTr("Esc"); what: qsTr("put back, close") }
        ListElement { key: qsTr("Space"); what: qsTr("hold or follow the log; choose an alert") }
        ListElement { key: qsTr("Shift ↑ ↓"); what: qsTr("choose several alerts") }
        ListElement { key: qsTr("P"); what: qsTr("pause or resume the tenant") }
        ListElement { key: qsTr("Del"); what: qsTr("stop the running call") }
        ListElement { key: qsTr("← →"); what: qsTr("move the cap; Shift fine, Ctrl x10") }
        ListElement { key: qsTr("Home, End"); what: qsTr("cap at spent and held, old cap") }
        ListElement { key: qsTr("Ctrl N"); what: qsTr("new budget") }
        ListElement { key: qsTr("Ctrl Z"); what: qsTr("undo; with Shift redo") }
        ListElement { key: qsTr("Ctrl Shift P"); what: qsTr("pause all") }
        ListElement { key: qsTr("Ctrl W"); what: qsTr("close the window, go on counting") }
        ListElement { key: qsTr("Ctrl Q"); what: qsTr("quit") }
    }
    Flickable {
        id: flick

        anchors {
            fill: parent
            rightMargin: -14 // the mark of its scrolling stands in the margin
        }
        boundsBehavior: Flickable.StopAtBounds
        clip: interactive
        contentHeight: sheet.implicitHeight
        interactive: contentHeight > height

        ColumnLayout {
            id: sheet

            spacing: 12
            width: root.availableWidth

            Words {
                color: Theme.colors.text
                text: qsTr("Keys")
                font {
                    pixelSize: Theme.cardTitle
                    weight: Theme.strong
                }
            }
            GridLayout {
                Layout.fillWidth: true
                columnSpacing: 24
                columns: 2
                rowSpacing: 8

                Repeater {
                    model: keys

                    delegate: RowLayout {
                        id: line

                        required property string key
                        required property string what

                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                        Layout.preferredWidth: 300
                        spacing: 10

                        Accessible.role: Accessible.StaticText
                        Accessible.name: line.key + ": " + line.what

                        Words {
                            Layout.alignment: Qt.AlignTop
                            Layout.preferredWidth: 92
                            color: Theme.colors.text
                            elide: Text.ElideNone
                            text: line.key
                            font.weight: Theme.medium
                        }
                        Words {
                            Layout.fillWidth: true
                            elide: Text.ElideNone
                            text: line.what
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
            ActionButton {
                Layout.alignment: Qt.AlignRight
                focus: true
                text: qsTr("Close")

                onClicked: root.close()
            }
        }
        ScrollMark {
            target: flick
        }
    }
}
