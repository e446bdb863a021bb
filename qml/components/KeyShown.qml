// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan
import Capstan.App

// The key that was just made: shown once.
ColumnLayout {
    id: root

    required property KeyForm form
    property bool inCode: false

    function takeFocus() {
        root.inCode = false;
        copy.forceActiveFocus(Qt.TabFocusReason);
    }

    Layout.fillWidth: true
    spacing: 12

    Words {
        Layout.fillWidth: true
        elide: Text.ElideNone
        text: qsTr("Copy it now. Capstan keeps only a fingerprint and cannot show it again.")
        wrapMode: Text.Wrap
    }
    Rectangle {
        Layout.fillWidth: true
        color: Theme.colors.window
        implicitHeight: 52
        radius: Theme.noticeRadius
        visible: !root.inCode
        border {
            width: 1
            color: Theme.colors.control
        }

        RowLayout {
            anchors {
                fill: parent
                leftMargin: 16
                rightMargin: 10
            }

            TextEdit {
                Layout.fillWidth: true
                activeFocusOnTab: true
                color: Theme.colors.text
                objectName: "keyText"
                readOnly: true
                renderType: Theme.renderType
                selectByMouse: true
                selectedTextColor: Theme.colors.accentInk
                selectionColor: Theme.colors.accent
                text: root.form.keyText
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.WrapAnywhere
                font {
                    family: Theme.monospace
                    pixelSize: Theme.secondary
                    preferShaping: false
                }

                Accessible.name: qsTr("The new key")
            }
            CopyButton {
                id: copy

                kind: ActionButton.Kind.Primary
                objectName: "copyKey"
                text: qsTr("Copy")

                onCopyWanted: root.form.copyKey()
            }
        }
    }
    CodeBlock {
        Layout.fillWidth: true
        code: root.form.code
        kind: root.form.codeKind
        visible: root.inCode

        onCopyWanted: root.form.copyCode()
        onKindChosen: kind => root.form.codeKind = kind
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 6
        visible: !root.inCode

        FactLine {
            name: qsTr("Name")
            text: root.form.name === "" ? qsTr("none") : root.form.name
        }
        FactLine {
            name: qsTr("Tenant, agent")
            text: root.form.tenant + ", " + root.form.agentText
        }
        FactLine {
            name: qsTr("Models")
            text: root.form.modelsText
        }
        FactLine {
            name: qsTr("Cap of its own")
            text: root.form.capText
        }
    }
    Hairline {}
    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        T.CheckBox {
            id: stored

            Layout.fillWidth: true
            checked: root.form.stored
            focusPolicy: Qt.StrongFocus
            implicitHeight: Theme.target
            objectName: "keyStored"
            text: qsTr("I have stored the key")

            Accessible.name: text
            onToggled: root.form.stored = checked

            indicator: CheckSquare {
                anchors.verticalCenter: parent.verticalCenter
                hasFocus: stored.visualFocus
                on: stored.checked
            }
            contentItem: Words {
                leftPadding: 26
                text: stored.text
            }
        }
        ActionButton {
            text: root.inCode ? qsTr("Show the key") : qsTr("Show in code")

            onClicked: root.inCode = !root.inCode
        }
        ActionButton {
            enabled: root.form.stored
            objectName: "keyDone"
            text: qsTr("Done")
            tip: root.form.stored ? "" : qsTr("Copy the key, or say that it is stored")

            onClicked: root.form.close()
        }
    }
}
