// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What the ledger holds now beside what a backup holds.
ColumnLayout {
    id: root

    required property LedgerRestore restore
    readonly property int figureWidth: 150

    spacing: 0

    RowLayout {
        Layout.bottomMargin: 4
        spacing: 12

        Item {
            Layout.fillWidth: true
        }
        Words {
            Layout.preferredWidth: root.figureWidth
            color: Theme.colors.text3
            horizontalAlignment: Text.AlignRight
            text: qsTr("Now")
        }
        Words {
            Layout.preferredWidth: root.figureWidth
            color: Theme.colors.text3
            horizontalAlignment: Text.AlignRight
            text: qsTr("In the backup")
        }
    }
    Lines {
        model: root.restore

        delegate: Item {
            id: line

            required property restoreRow row

            implicitHeight: 30

            Accessible.role: Accessible.Row
            Accessible.name: line.row.name + ": " + line.row.now + ", " + line.row.then

            Hairline {
                width: parent.width
            }
            RowLayout {
                anchors.fill: parent
                spacing: 12

                Words {
                    Layout.fillWidth: true
                    text: line.row.name
                }
                Figure {
                    Layout.preferredWidth: root.figureWidth
                    text: line.row.now
                }
                Figure {
                    Layout.preferredWidth: root.figureWidth
                    text: line.row.then
                }
            }
        }
    }
}
