// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Capstan
import Capstan.App

// Anything by its name: pages and actions, settings, tenants, keys, models, requests.
T.Popup {
    id: root

    required property FindModel find

    function take(row: int) {
        root.close();
        root.find.choose(row);
    }

    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    focus: true
    height: column.implicitHeight + 20
    modal: true
    padding: 10
    width: Math.min(520, T.Overlay.overlay ? T.Overlay.overlay.width - 80 : 520)
    x: T.Overlay.overlay ? (T.Overlay.overlay.width - width) / 2 : 0
    y: 80

    Component.onCompleted: root.find.sections = SettingsSections.names
    onAboutToShow: {
        root.find.look();
        field.clear();
        list.currentIndex = 0;
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

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

    ColumnLayout {
        id: column

        spacing: 8
        width: root.availableWidth

        FilterField {
            id: field

            aim: list.currentItem
            objectName: "findField"

            Layout.fillWidth: true
            placeholderText: qsTr("Find a tenant, key, model, request id, setting or action")

            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onEscapePressed: root.close()
            Keys.onReturnPressed: root.take(list.currentIndex)
            Keys.onUpPressed: list.decrementCurrentIndex()
            onTextChanged: {
                root.find.text = text;
                list.currentIndex = 0;
            }
        }
        ListView {
            id: list

            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 340)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            highlightMoveDuration: 0
            highlightResizeDuration: 0
            model: root.find

            Accessible.role: Accessible.List
            Accessible.name: qsTr("Found")

            delegate: Rectangle {
                id: entry

                required property findHit row
                required property int index

                color: entry.index === list.currentIndex ? Theme.colors.selected
                                                         : hover.hovered ? Theme.colors.hover : "transparent"
                height: 34
                radius: Theme.controlRadius
                width: list.width

                Accessible.role: Accessible.ListItem
                Accessible.name: entry.row.title + ", " + entry.row.kind
                Accessible.onPressAction: root.take(entry.index)

                HoverHandler {
                    id: hover
                }
                TapHandler {
                    onTapped: root.take(entry.index)
                }
                RowLayout {
                    anchors {
                        fill: parent
                        leftMargin: 10
                        rightMargin: 10
                    }
                    spacing: 10

                    Glyph {
                        color: Theme.colors.text3
                        implicitHeight: 16
                        implicitWidth: 16
                        name: entry.row.glyph
                    }
                    Words {
                        Layout.fillWidth: true
                        color: Theme.colors.text
                        elide: Text.ElideMiddle
                        text: entry.row.title
                    }
                    Words {
                        color: Theme.colors.text3
                        text: entry.row.kind
                        font.pixelSize: Theme.secondary
                    }
                }
            }
        }
        Words {
            Layout.margins: 6
            color: Theme.colors.text3
            text: qsTr("Nothing is called “%1”").arg(root.find.text)
            visible: root.find.count === 0
        }
    }
}
