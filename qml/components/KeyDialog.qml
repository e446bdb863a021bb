// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan
import Capstan.App

// Makes or changes a virtual key; a new one is shown once, and stays until it was stored.
T.Popup {
    id: root

    required property KeyForm form
    readonly property bool made: root.form.stage === KeyForm.Made

    anchors.centerIn: T.Overlay.overlay
    closePolicy: !root.made || root.form.stored ? T.Popup.CloseOnEscape : T.Popup.NoAutoClose
    focus: true
    height: Math.min(column.implicitHeight + 44, parent ? parent.height - 24 : 600)
    modal: true
    padding: 22
    visible: root.form.stage !== KeyForm.Closed
    width: 560

    onClosed: {
        if (root.form && root.form.stage !== KeyForm.Closed) {
            root.form.close();
        }
    }
    onOpened: write.takeFocus()
    onMadeChanged: {
        if (root.made) {
            shown.takeFocus();
        }
    }

    T.Overlay.modal: Rectangle {
        color: Theme.colors.scrim
    }
    background: Rectangle {
        color: Theme.colors.raised
        radius: Theme.dialogRadius
        border {
            width: 1
            color: Theme.colors.buttonLine
        }
    }

    Flickable {
        id: flick

        anchors {
            fill: parent
            margins: -4 // the ring around what stands at the edge
            rightMargin: -14 // the mark of its scrolling stands in the margin
        }
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.implicitHeight + 8

        ColumnLayout {
            id: column

            spacing: 12
            width: root.availableWidth
            x: 4
            y: 4

            RowLayout {
                Layout.fillWidth: true
                spacing: 12

                Glyph {
                    color: Theme.colors.accent
                    implicitHeight: 20
                    implicitWidth: 20
                    name: "key"
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.colors.text
                    text: root.made ? qsTr("Key for %1 created").arg(root.form.tenant)
                                    : root.form.fresh ? qsTr("New virtual key") : qsTr("Key of %1").arg(root.form.tenant)
                    font {
                        pixelSize: Theme.cardTitle
                        weight: Theme.strong
                    }
                }
            }
            KeyWriting {
                id: write

                form: root.form
                visible: !root.made
            }
            KeyShown {
                id: shown

                form: root.form
                visible: root.made
            }
        }
        ScrollMark {
            target: flick
        }
    }
}
