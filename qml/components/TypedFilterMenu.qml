// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan
import Capstan.App

// What a filter is to be, as a person types or pastes it. Opens below the filter.
T.Popup {
    id: root

    required property ActivityFilterChip filter

    function take() {
        problem.text = root.filter.chooseRange(field.text, "");
        if (problem.text === "") {
            root.close();
        }
    }

    focus: true
    height: column.implicitHeight + 2 * padding
    margins: 8
    padding: 14
    width: 340
    y: root.parent ? root.parent.height + 4 : 0

    onAboutToShow: {
        field.clear();
        problem.text = "";
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    background: Rectangle {
        color: Theme.colors.raised
        radius: Theme.noticeRadius
        border {
            width: 1
            color: Theme.colors.buttonLine
        }
    }

    ColumnLayout {
        id: column

        spacing: 8
        width: root.availableWidth

        CalmField {
            id: field

            objectName: "typedFilter"

            Layout.fillWidth: true
            name: root.filter.name
            placeholderText: root.filter.name

            onAccepted: root.take()
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

            onClicked: root.take()
        }
    }
}
