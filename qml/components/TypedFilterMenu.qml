// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What a filter is to be, as a person types or pastes it. Opens below the filter.
MenuPopup {
    id: root

    required property ActivityFilterChip filter

    width: 340

    MenuFace {
        id: face

        function take() {
            problem.text = root.filter.chooseRange(field.text, "");
            if (problem.text === "") {
                root.close();
            }
        }
        function prepare() {
            field.clear();
            problem.text = "";
        }
        function focusFirst() {
            field.forceActiveFocus(Qt.PopupFocusReason);
        }

        width: root.availableWidth

        CalmField {
            id: field

            objectName: "typedFilter"

            Layout.fillWidth: true
            name: root.filter.name
            placeholderText: root.filter.name

            onAccepted: face.take()
        }
        Words {
            id: problem

            Layout.fillWidth: true
            color: Theme.colors.over
            elide: Text.ElideNone
            visible: text !== ""
            wrapMode: Text.Wrap

            Accessible.role: Accessible.AlertMessage
            Accessible.name: problem.text
        }
        ActionButton {
            Layout.alignment: Qt.AlignRight
            kind: ActionButton.Kind.Primary
            text: qsTr("Show")

            onClicked: face.take()
        }
    }
}
