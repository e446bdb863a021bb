// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What nobody is told of, and until when: each can be taken away, and more be added.
Dialog {
    id: root

    required property MuteDesk desk

    title: qsTr("Mute alerts")
    text: qsTr("Crossings are kept all the same; nobody is told of them meanwhile.")

    form: [
        ListView {
            id: list

            objectName: "mutes"

            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 4 * 44)
            activeFocusOnTab: list.count > 0
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            highlightMoveDuration: 0 // by default an invisible highlight is animated
            highlightResizeDuration: 0
            model: root.desk
            visible: root.desk.count > 0

            Accessible.role: Accessible.List
            Accessible.name: qsTr("What is muted")
            Keys.onDeletePressed: {
                if (list.currentItem) {
                    (list.currentItem as MuteLine).unmuteWanted();
                }
            }

            delegate: MuteLine {
                hasFocus: list.activeFocus && ListView.isCurrentItem
                width: list.width

                onUnmuteWanted: root.desk.unmute(row.key)
            }

            ScrollMark {
                target: list
            }
        },
        RowLayout {
            Layout.fillWidth: true
            spacing: 10

            FilterChip {
                id: which

                Layout.fillHeight: true
                Layout.maximumWidth: 210
                anyText: qsTr("Every budget")
                filter: root.desk.budget
            }
            ChoiceButton {
                Layout.fillWidth: true
                choices: root.desk.choices
                current: root.desk.choice
                name: qsTr("Until when")

                onChosen: index => root.desk.choice = index
            }
        },
        CalmField {
            objectName: "muteUntil"

            Layout.fillWidth: true
            name: qsTr("Mute until")
            placeholderText: "2026-11-21 08:30"
            text: root.desk.until
            visible: root.desk.typed

            onAccepted: root.desk.mute()
            onTextEdited: root.desk.until = text
        },
        Words {
            Layout.fillWidth: true
            color: Theme.colors.over
            elide: Text.ElideNone
            text: root.desk.errorText
            visible: text !== ""
            wrapMode: Text.Wrap

            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    ]

    ActionButton {
        objectName: "muteNow"

        kind: ActionButton.Kind.Primary
        text: qsTr("Mute")

        onClicked: root.desk.mute()
    }
    ActionButton {
        focus: true
        text: qsTr("Close")

        onClicked: root.close()
    }
}
