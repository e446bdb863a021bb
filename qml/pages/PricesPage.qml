// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What every model costs, who says so, and which have no price at all.
AppPage {
    id: root

    signal callsWanted(string model)

    readonly property PriceListModel prices: root.controlCentre.prices
    readonly property bool editing: root.prices.editor.model !== "" || root.prices.editor.fresh

    function focusFilter() {
        filter.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function focusRows() {
        table.focusRows();
    }
    function focusInspector() {
        card.forceActiveFocus(Qt.TabFocusReason);
        card.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason);
    }

    context: root.prices.summary
    tellsUnpriced: true
    hasFilter: true
    title: qsTr("Models & prices")

    actions: [
        ActionButton {
            enabled: root.controlCentre.canUndo
            glyph: "undo"
            keys: root.narrow ? "" : qsTr("Ctrl Z")
            text: qsTr("Undo")
            tip: root.controlCentre.canUndo ? root.controlCentre.undoText : qsTr("Nothing was changed yet")

            onClicked: root.controlCentre.undo()
        },
        ActionButton {
            objectName: "askForImport"
            text: qsTr("Import…")

            onClicked: importDialog.ask()
        },
        ActionButton {
            glyph: "plus"
            kind: ActionButton.Kind.Primary
            text: qsTr("Add price")

            onClicked: root.prices.editor.begin()
        }
    ]

    ImportDialog {
        id: importDialog

        kind: qsTr("Price lists")
        pattern: "*.json"
        placeholder: "…/model_prices_and_context_window.json"
        source: root.prices.fileImport
        text: qsTr("A JSON file in LiteLLM's format. Its prices go before those shipped, and after yours; they replace what was imported before.")
        title: qsTr("Import prices")
    }

    PriceRemovalDialog {
        removal: root.prices.editor.removal
    }

    Component.onCompleted: root.prices.shown = root.visible
    onVisibleChanged: {
        // A page is shown and hidden while the window is made and taken down, too.
        if (root.prices) {
            root.prices.shown = root.visible;
        }
    }

    ColumnLayout {
        anchors {
            fill: parent
            bottomMargin: 16
            topMargin: 16
        }
        spacing: Theme.gap

        Rectangle {
            Layout.fillWidth: true
            color: Theme.colors.nearSoft
            implicitHeight: noticeRow.implicitHeight + 18
            radius: Theme.noticeRadius
            visible: root.prices.unpriced !== ""
            border {
                width: 1
                color: Theme.colors.near
            }

            Accessible.role: Accessible.AlertMessage
            Accessible.name: noticeTitle.text + " " + root.prices.unpricedText

            RowLayout {
                id: noticeRow

                anchors {
                    left: parent.left
                    leftMargin: 16
                    right: parent.right
                    rightMargin: 10
                    verticalCenter: parent.verticalCenter
                }
                spacing: 12

                Glyph {
                    color: Theme.colors.near
                    implicitHeight: 16
                    implicitWidth: 16
                    name: "warning"
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 2

                    Words {
                        id: noticeTitle

                        Layout.fillWidth: true
                        color: Theme.colors.text
                        elide: Text.ElideMiddle
                        text: qsTr("%1 has no price").arg(root.prices.unpriced)
                        font.weight: Theme.strong
                    }
                    Words {
                        Layout.fillWidth: true
                        text: root.prices.unpricedText
                        wrapMode: Text.Wrap
                        font.pixelSize: Theme.secondary
                    }
                }
                ActionButton {
                    kind: ActionButton.Kind.Primary
                    text: qsTr("Set a price")

                    onClicked: root.prices.chooseModel(root.prices.unpriced)
                }
                ActionButton {
                    text: qsTr("View calls")

                    onClicked: root.callsWanted(root.prices.unpriced)
                }
            }
        }
        RowLayout {
            id: columns

            Layout.alignment: Qt.AlignTop
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 14

            // Afterwards: within one polishing the layout would keep the place of what it hides.
            Binding {
                delayed: true
                property: "spacing"
                target: columns
                value: root.narrow ? 0 : 14
            }
            ColumnLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 666
                spacing: Theme.gap
                visible: !root.narrow || !root.editing

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    SegmentedControl {
                        choices: [qsTr("In use"), qsTr("Whole price book")]
                        current: root.prices.whole ? 1 : 0
                        name: qsTr("Which models")

                        onChosen: index => root.prices.whole = index === 1
                    }
                    FilterField {
                        id: filter

                        Layout.fillWidth: true
                        placeholderText: qsTr("Filter models")

                        Keys.onDownPressed: table.focusRows()
                        onTextChanged: root.prices.filter = text
                    }
                }
                PriceTable {
                    id: table

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    prices: root.prices

                    onClearFilterWanted: filter.clear()
                }
            }
            Flickable {
                id: aside

                Layout.fillHeight: true
                Layout.fillWidth: root.narrow
                Layout.preferredWidth: 354
                Layout.rightMargin: -10 // its mark stands in the margin of the page
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                contentHeight: cards.implicitHeight
                visible: !root.narrow || root.editing

                ColumnLayout {
                    id: cards

                    spacing: Theme.gap
                    width: aside.width - 10

                    PriceEditorCard {
                        id: card

                        Layout.fillWidth: true
                        editor: root.prices.editor
                        narrow: root.narrow
                        past: root.prices.past

                        Keys.onEscapePressed: root.prices.editor.clear()
                    }
                    OwnHardwareCard {
                        Layout.fillWidth: true
                        machine: root.controlCentre.ownHardware
                        visible: !root.narrow || !root.editing

                        onCopyWanted: text => root.controlCentre.copyText(text)
                    }
                }
                ScrollMark {
                    target: aside
                }
            }
        }
    }
}
