// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// The selected tenant, or budget: state, its cap to drag, what else binds it.
Card {
    id: root

    required property TenantDetail tenant
    property bool narrow: false

    readonly property tenantTexts texts: root.tenant.texts

    function pauseOrResume() {
        if (root.texts.isBudget) {
            return;
        }
        if (root.texts.paused) {
            root.tenant.resume();
        } else {
            pauseDialog.open();
        }
    }

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Inspector")

    Flickable {
        id: flick

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.implicitHeight + 32

        ColumnLayout {
            id: column

            spacing: 12
            width: flick.width - 36
            x: 18
            y: 14

            RowLayout {
                Layout.fillWidth: true
                spacing: 10

                Item {
                    Layout.fillWidth: true
                    implicitHeight: Theme.buttonHeight

                    // Outside the layout, which forgets items that come to light on a hidden page.
                    ActionButton {
                        id: back

                        glyph: "back"
                        tip: qsTr("Back to the list")
                        visible: root.narrow

                        onClicked: root.tenant.clear()
                    }
                    Words {
                        id: title

                        objectName: "inspectorTitle"

                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.colors.text
                        elide: Text.ElideMiddle
                        text: root.texts.title
                        width: Math.min(implicitWidth, parent.width - x - chip.width - 10)
                        x: root.narrow ? back.width + 12 : 0
                        font {
                            pixelSize: Theme.cardTitle + 1
                            weight: Theme.strong
                        }

                        HoverHandler {
                            id: titleHover
                        }
                        Tip {
                            text: root.texts.titleTip
                            visible: titleHover.hovered && text !== ""
                        }
                    }
                    StandingChip {
                        id: chip

                        anchors.verticalCenter: parent.verticalCenter
                        standing: root.texts.standing
                        text: root.texts.standingWord
                        x: title.x + title.width + 10
                    }
                }
                ActionButton {
                    glyph: root.texts.paused ? "play" : "pause"
                    text: root.texts.paused ? qsTr("Resume") : qsTr("Pause")
                    visible: !root.texts.isAll && !root.texts.isBudget

                    onClicked: root.pauseOrResume()
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Words {
                    Layout.fillWidth: true
                    text: root.texts.spentLine
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.colors.text3
                    text: root.texts.capLine
                }
                RowLayout {
                    Layout.fillWidth: true
                    Layout.leftMargin: -4 // their words begin where those above do
                    spacing: 10
                    visible: root.tenant.editable || root.texts.hasCap

                    ActionButton {
                        enabled: root.tenant.editable
                        kind: ActionButton.Kind.Quiet
                        objectName: "editBudget"
                        text: qsTr("Edit…")
                        tip: root.texts.fixedText
                        visible: root.texts.hasCap

                        onClicked: root.tenant.edit()
                    }
                    ActionButton {
                        kind: ActionButton.Kind.Quiet
                        text: qsTr("Reset…")
                        visible: root.texts.hasCap

                        onClicked: resetDialog.open()
                    }
                    ActionButton {
                        kind: ActionButton.Kind.Quiet
                        text: root.texts.isBudget ? qsTr("Remove") : qsTr("Remove cap")
                        visible: root.texts.hasCap

                        onClicked: root.tenant.removeCap()
                    }
                    ActionButton {
                        kind: ActionButton.Kind.Quiet
                        text: qsTr("Leave it")
                        visible: root.tenant.editable && !root.texts.hasCap

                        onClicked: root.tenant.abandonCap()
                    }
                }
                Words {
                    Layout.fillWidth: true
                    elide: Text.ElideNone
                    text: root.texts.fixedText
                    visible: text !== ""
                    wrapMode: Text.Wrap
                }
            }
            CapEditorView {
                Layout.fillWidth: true
                editor: root.tenant.editor
                past: root.tenant.past
                visible: root.tenant.editable
            }
            RaiseCard {
                Layout.fillWidth: true
                cap: root.tenant.raise
                visible: root.texts.hasCap && !root.tenant.editor.editing
            }
            ActionButton {
                glyph: "plus"
                kind: ActionButton.Kind.Primary
                text: qsTr("Set a daily cap")
                visible: !root.tenant.editable && !root.texts.hasCap

                onClicked: root.tenant.setCap()
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: 7
                visible: root.texts.hasCap && !root.tenant.editor.editing

                Glyph {
                    color: Theme.colors.text3
                    implicitHeight: 16
                    implicitWidth: 16
                    name: "clock"
                }
                Words {
                    Layout.fillWidth: true
                    text: root.texts.forecast
                }
            }
            Words {
                Layout.topMargin: 8
                color: Theme.colors.text
                text: root.texts.isBudget ? qsTr("Its other counters, the fullest first")
                                          : root.texts.isAll ? qsTr("Other budgets of all tenants")
                                                             : qsTr("Other budgets that bind %1").arg(root.texts.title)
                visible: others.count > 0
                Layout.fillWidth: true
                font.weight: Theme.strong
            }
            Lines {
                id: others

                model: root.tenant.others
                spacing: 12

                delegate: BindingLine {
                    required property int index

                    tip: root.texts.isBudget ? qsTr("Show this counter") : qsTr("Change this cap")

                    onEditWanted: root.tenant.editOther(index)
                }
            }
            KeySection {
                Layout.fillWidth: true
                Layout.topMargin: 8
                keys: root.tenant.keys
                tenant: root.texts.name
                visible: !root.texts.isBudget
            }
        }
        ScrollMark {
            target: flick
        }
    }
    PauseDialog {
        id: pauseDialog

        tenant: root.tenant
    }
    Dialog {
        id: resetDialog

        text: root.texts.resetQuestion
        title: qsTr("Count %1 from zero?").arg(root.texts.title)

        ActionButton {
            focus: true
            text: qsTr("Leave it")

            onClicked: resetDialog.close()
        }
        ActionButton {
            kind: ActionButton.Kind.Danger
            text: qsTr("Reset")

            onClicked: {
                root.tenant.resetCap();
                resetDialog.close();
            }
        }
    }
}
