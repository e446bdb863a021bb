// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// From when to when, as a person types it. Opens below the filter that it belongs to.
MenuPopup {
    id: root

    required property ActivityFilterChip filter

    property bool days: false // whole ones, and no times

    width: 264

    MenuFace {
        id: face

        function take() {
            problem.text = root.filter.chooseRange(from.text, to.text);
            if (problem.text === "") {
                root.close();
            }
        }
        function prepare() {
            problem.text = "";
        }
        function focusFirst() {
            from.forceActiveFocus(Qt.PopupFocusReason);
        }

        width: root.availableWidth

        GridLayout {
            columnSpacing: 10
            columns: 2
            rowSpacing: 8

            Words {
                text: qsTr("From")
            }
            CalmField {
                id: from

                objectName: "rangeFrom"

                Layout.fillWidth: true
                name: qsTr("From when")
                placeholderText: root.days ? "2026-11-01" : "2026-11-21 08:30"

                onAccepted: face.take()
            }
            Words {
                text: qsTr("Until")
            }
            CalmField {
                id: to

                objectName: "rangeTo"

                Layout.fillWidth: true
                name: qsTr("Until when")
                placeholderText: root.days ? "2026-11-30" : qsTr("open, or 2026-11-22")

                onAccepted: face.take()
            }
            Words {
                id: problem

                objectName: "rangeProblem"

                Layout.columnSpan: 2
                Layout.fillWidth: true
                color: Theme.colors.over
                elide: Text.ElideNone
                visible: text !== ""
                wrapMode: Text.Wrap

                Accessible.role: Accessible.AlertMessage
                Accessible.name: problem.text
            }
            ActionButton {
                objectName: "rangeShow"

                Layout.alignment: Qt.AlignRight
                Layout.columnSpan: 2
                kind: ActionButton.Kind.Primary
                text: qsTr("Show")

                onClicked: face.take()
            }
        }
    }
}
