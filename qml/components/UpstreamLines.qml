// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Each model server on two lines: its name and output, then its load, or since when it is down.
ListView {
    id: root

    required property UpstreamList upstreams

    objectName: "upstreamLines"

    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0 // by default an invisible highlight is animated
    highlightResizeDuration: 0
    interactive: contentHeight > height
    clip: interactive
    model: root.upstreams

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Upstreams")

    delegate: Item {
        id: line

        required property upstreamTexts row

        activeFocusOnTab: root.interactive // to bring into view what is not
        height: column.implicitHeight + 8
        width: ListView.view.width

        Accessible.role: Accessible.ListItem
        Accessible.name: line.row.name + ", " + line.row.figures + (line.row.rate !== "" ? ", " + line.row.rate : "")

        FocusRing {
            anchors.margins: -2
            visible: line.activeFocus
        }
        ColumnLayout {
            id: column

            anchors {
                left: parent.left
                right: parent.right
                rightMargin: root.interactive ? 6 : 0
                verticalCenter: parent.verticalCenter
            }
            spacing: 1

            RowLayout {
                spacing: 7

                UpstreamDot {
                    up: line.row.reachable
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.colors.text
                    elide: Text.ElideMiddle
                    text: line.row.name
                    font {
                        pixelSize: Theme.secondary
                        weight: Theme.medium
                    }
                }
                Figure {
                    text: line.row.rate
                    font.pixelSize: Theme.secondary
                }
            }
            Words {
                Layout.fillWidth: true
                Layout.leftMargin: 15
                color: line.row.reachable ? Theme.colors.text3 : Theme.colors.over
                maximumLineCount: 2
                text: line.row.figures
                wrapMode: Text.Wrap
                font.pixelSize: Theme.caption
            }
        }
    }

    ScrollMark {
        anchors.rightMargin: 0
        target: root
    }
}
