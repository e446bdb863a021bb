// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

// The unit stands over its three columns.
Item {
    id: root

    property bool narrow: false

    implicitHeight: 50

    component Head: Words {
        Layout.alignment: Qt.AlignBottom
        Layout.bottomMargin: 8
        color: Theme.colors.text3
        elide: Text.ElideNone
        font.pixelSize: Theme.secondary
    }

    RowLayout {
        id: row

        anchors {
            fill: parent
            leftMargin: 16
            rightMargin: 16
        }
        spacing: 10

        Head {
            Layout.fillWidth: true
            Layout.preferredWidth: 130
            text: qsTr("Model")
        }
        Item {
            Layout.fillHeight: true
            Layout.preferredWidth: 3 * 66 + 20

            Words {
                color: Theme.colors.text2
                elide: Text.ElideNone
                horizontalAlignment: Text.AlignRight
                text: qsTr("$ per million tokens")
                width: parent.width
                y: 4
                font {
                    pixelSize: Theme.secondary
                    weight: Theme.medium
                }
            }
            Hairline {
                color: Theme.colors.control
                width: parent.width
                y: 23
            }
            Row {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 8
                spacing: 10

                Repeater {
                    model: [qsTr("Input"), qsTr("Cached"), qsTr("Output")]

                    delegate: Words {
                        required property string modelData

                        color: Theme.colors.text3
                        elide: Text.ElideNone
                        horizontalAlignment: Text.AlignRight
                        text: modelData
                        width: 66
                        font.pixelSize: Theme.secondary
                    }
                }
            }
        }
        Head {
            Layout.fillWidth: true
            Layout.leftMargin: 10 // from figures that stand right to words that stand left
            Layout.maximumWidth: 190
            Layout.minimumWidth: 112
            Layout.preferredWidth: 176
            text: qsTr("Price from")
        }
        Head {
            Layout.preferredWidth: 70
            horizontalAlignment: Text.AlignRight
            text: qsTr("Today")
        }
    }
}
