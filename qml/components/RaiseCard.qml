// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// More room for a while: "+$20.00 until tonight". One line while nobody writes one.
ColumnLayout {
    id: root

    required property CapRaise cap

    spacing: 8

    RowLayout {
        Layout.fillWidth: true
        spacing: 7
        visible: root.cap.raised

        Glyph {
            color: Theme.colors.accent
            implicitHeight: 16
            implicitWidth: 16
            name: "clock"
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colors.text
            elide: Text.ElideNone
            text: root.cap.raisedText
            wrapMode: Text.Wrap
        }
        ActionButton {
            objectName: "endRaise"

            kind: ActionButton.Kind.Quiet
            text: qsTr("End it now")

            onClicked: root.cap.endNow()
        }
    }
    ActionButton {
        objectName: "beginRaise"

        glyph: "clock"
        text: root.cap.raised ? qsTr("Raise otherwise…") : qsTr("Raise until…")
        visible: !root.cap.open

        onClicked: {
            root.cap.begin();
            amount.forceActiveFocus(Qt.TabFocusReason);
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8
        visible: root.cap.open

        Words {
            text: qsTr("Raise by")
        }
        CalmField {
            id: amount

            objectName: "raiseAmount"

            Layout.preferredWidth: 92
            name: qsTr("Raise by")
            text: root.cap.amountText

            Keys.onEscapePressed: root.cap.close()
            onAccepted: root.cap.commit()
            onTextEdited: root.cap.type(text)
        }
        Words {
            text: qsTr("until")
        }
        ChoiceButton {
            Layout.fillWidth: true
            choices: root.cap.ends
            current: root.cap.end
            name: qsTr("Until")
            objectName: "raiseEnd"

            onChosen: index => root.cap.chooseEnd(index)
        }
    }
    CalmField {
        Layout.fillWidth: true
        name: qsTr("Until when")
        objectName: "raiseUntil"
        placeholderText: qsTr("18:00, 3d or 2026-12-01 18:00")
        text: root.cap.untilText
        visible: root.cap.open && root.cap.choosing

        Keys.onEscapePressed: root.cap.close()
        onAccepted: root.cap.commit()
        onTextEdited: root.cap.untilText = text
    }
    Words {
        Layout.fillWidth: true
        color: root.cap.errorText !== "" ? Theme.colors.over : Theme.colors.text2
        elide: Text.ElideNone
        text: root.cap.errorText !== "" ? root.cap.errorText : root.cap.consequenceText
        visible: root.cap.open
        wrapMode: Text.Wrap

        Accessible.role: root.cap.errorText !== "" ? Accessible.AlertMessage : Accessible.StaticText
        Accessible.name: text
    }
    RowLayout {
        spacing: 8
        visible: root.cap.open

        ActionButton {
            objectName: "commitRaise"

            enabled: root.cap.consequenceText !== ""
            kind: ActionButton.Kind.Primary
            text: qsTr("Raise")
            tip: root.cap.errorText !== "" ? root.cap.errorText
                                           : root.cap.consequenceText === "" ? qsTr("Say until when first") : ""

            onClicked: root.cap.commit()
        }
        ActionButton {
            keys: qsTr("Esc")
            text: qsTr("Leave it")

            onClicked: root.cap.close()
        }
    }
}
