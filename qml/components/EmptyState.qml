// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Shapes
import Capstan

// Spend that stops at the post, one sentence, and what to copy.
Card {
    id: root

    required property string title
    required property string text
    required property string code

    signal copyWanted(string text)

    implicitHeight: column.implicitHeight + 64

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        spacing: 12
        width: Math.min(parent.width - 48, 520)

        Shape {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: 12
            implicitHeight: 54
            implicitWidth: 120

            ShapePath {
                fillColor: "transparent"
                strokeColor: Theme.colors.accent
                strokeWidth: 2.4
                PathSvg { path: "M0 50 H44 C62 50 58 14 75 14" }
            }
            ShapePath {
                fillColor: Theme.colors.accent
                strokeColor: "transparent"
                PathSvg { path: "M79 14 a4 4 0 1 1 -8 0 a4 4 0 1 1 8 0" }
            }
            ShapePath {
                dashPattern: [2, 2]
                fillColor: "transparent"
                strokeColor: Theme.colors.text3
                strokeStyle: ShapePath.DashLine
                strokeWidth: 1.6
                PathSvg { path: "M48 50 H118" }
            }
            ShapePath {
                fillColor: Theme.colors.text
                strokeColor: "transparent"
                PathSvg { path: "M90 2 h16 v4 h-6 v48 h-4 v-48 h-6 z" }
            }
        }
        Words {
            Layout.alignment: Qt.AlignHCenter
            color: Theme.colors.text
            elide: Text.ElideNone
            text: root.title
            font {
                pixelSize: Theme.pageTitle
                weight: Theme.strong
            }
        }
        Words {
            Layout.fillWidth: true
            elide: Text.ElideNone
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.2
            text: root.text
            wrapMode: Text.Wrap
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: 4
            color: Theme.colors.window
            implicitHeight: 54
            radius: Theme.noticeRadius
            border {
                width: 1
                color: Theme.colors.line
            }

            RowLayout {
                anchors {
                    fill: parent
                    leftMargin: 16
                    rightMargin: 12
                }

                TextEdit {
                    Layout.fillWidth: true
                    color: Theme.colors.text
                    readOnly: true
                    renderType: Theme.renderType
                    selectByMouse: true
                    selectedTextColor: Theme.colors.accentInk
                    selectionColor: Theme.colors.accent
                    text: root.code
                    font {
                        family: Theme.monospace
                        pixelSize: Theme.body
                        preferShaping: false
                    }

                    Accessible.name: root.code
                }
                ActionButton {
                    id: copy

                    glyph: copied.running ? "check" : "copy"
                    text: copied.running ? qsTr("Copied") : qsTr("Copy")

                    onClicked: {
                        root.copyWanted(root.code);
                        copied.restart();
                    }

                    Timer {
                        id: copied

                        interval: Theme.copiedTime
                    }
                }
            }
        }
    }
}
