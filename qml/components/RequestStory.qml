// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// One request from its attribution to its cost.
Card {
    id: root

    required property StoryModel story
    property bool narrow: false

    signal copyWanted(string text)
    signal tenantWanted(string name)

    readonly property storyTexts texts: root.story.texts

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Story of the request")

    ColumnLayout {
        anchors {
            fill: parent
            margins: 16
        }
        spacing: 8
        visible: root.story.present

        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            ActionButton {
                glyph: "back"
                tip: qsTr("Back to the list")
                visible: root.narrow

                onClicked: root.story.clear()
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                text: root.texts.title
                font {
                    pixelSize: Theme.cardTitle
                    weight: Theme.strong
                }
            }
            Figure {
                objectName: "storyCost"

                text: root.texts.cost
                font.pixelSize: Theme.cardTitle + 1

                HoverHandler {
                    id: costHover
                }
                Tip {
                    text: root.texts.exact
                    visible: costHover.hovered && root.texts.exact !== ""
                }
            }
        }
        // Anchored: a layout told of both texts while it is hidden would keep the places of the former.
        Item {
            Layout.fillWidth: true
            implicitHeight: origin.implicitHeight

            Words {
                anchors {
                    baseline: origin.baseline
                    left: parent.left
                    right: origin.left
                    rightMargin: 8
                }
                color: Theme.colors.text3
                elide: Text.ElideMiddle
                text: root.texts.id
                font {
                    family: Theme.monospace
                    pixelSize: Theme.caption
                    preferShaping: false
                }
            }
            Words {
                id: origin

                anchors.right: parent.right
                color: Theme.colors.text3
                elide: Text.ElideNone
                text: root.texts.origin
                font.pixelSize: Theme.secondary
            }
        }
        CorrectionCard {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: implicitHeight
            Layout.minimumHeight: Math.min(implicitHeight, 140)
            editor: root.story.correction
            visible: root.story.correction.available
        }
        ListView {
            id: lines

            readonly property int gutter: 12 // for the scroll mark

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: 60
            Layout.rightMargin: -lines.gutter
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            currentIndex: -1
            highlightMoveDuration: 0
            highlightResizeDuration: 0
            model: root.story

            Accessible.role: Accessible.List
            Accessible.name: qsTr("What happened")
            Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + 40))
            Keys.onUpPressed: contentY = Math.max(0, contentY - 40)

            delegate: StoryEntry {
                width: ListView.view.width - lines.gutter
            }

            FocusRing {
                anchors.margins: 0 // inside, where nothing clips it
                around: 0
                parent: lines
                visible: lines.activeFocus
            }
            ScrollMark {
                target: lines
            }
            ListStateNote {
                anchors.fill: parent
                text: root.story.errorText
                visible: root.story.errorText !== ""
            }
        }
        ChipFlow {
            ActionButton {
                text: qsTr("Open the budget")
                visible: root.texts.tenant !== ""

                onClicked: root.tenantWanted(root.texts.tenant)
            }
            CopyButton {
                text: qsTr("Copy as text")

                onCopyWanted: root.copyWanted(root.story.asText())
            }
        }
    }
    Words {
        anchors.centerIn: parent
        color: Theme.colors.text3
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Select a request to read its whole story")
        visible: !root.story.present
        width: parent.width - 80
        wrapMode: Text.Wrap
    }
}
