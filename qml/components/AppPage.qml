// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// What all pages share: header with title, context and actions; notices; then the content.
FocusScope {
    id: root

    required property ControlCentre controlCentre
    required property string title
    property string context
    property bool narrow: false
    property bool tellsUnpriced: false // the page has its own word about models without a price
    default property alias content: body.data
    property alias actions: actionRow.data
    readonly property int margin: root.narrow ? 16 : 24
    // What a window of 600 leaves below header and notice; 0 for a page that scrolls by itself.
    property int leastHeight: 472

    property bool hasFilter: false

    // The filter, and what stands beside the rows, of pages that have them.
    function focusFilter() {
    }
    function focusInspector() {
    }
    // What F6 comes to; pages with rows go to them.
    function focusRows() {
        root.forceActiveFocus(Qt.TabFocusReason);
        root.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason);
    }

    Accessible.role: Accessible.Pane
    Accessible.name: root.title

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Item {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.headerHeight

            RowLayout {
                anchors {
                    fill: parent
                    leftMargin: root.margin
                    rightMargin: root.margin
                }
                spacing: 12

                Words {
                    id: heading

                    color: Theme.colors.text
                    elide: Text.ElideNone
                    text: root.title
                    font {
                        pixelSize: Theme.pageTitle
                        weight: Theme.strong
                    }
                }
                Words {
                    Layout.alignment: Qt.AlignBaseline
                    Layout.fillWidth: true
                    color: Theme.colors.text3
                    text: root.narrow ? "" : root.context
                }
                Words {
                    Layout.alignment: Qt.AlignBaseline
                    color: Theme.colors.text2
                    text: root.controlCentre.currencyNote
                    visible: text !== ""
                    font.pixelSize: Theme.secondary
                }
                Row {
                    id: actionRow

                    spacing: 8
                }
            }
            Hairline {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
        NoticeBar {
            Layout.fillWidth: true
            Layout.leftMargin: root.margin
            Layout.rightMargin: root.margin
            Layout.topMargin: 16
            notices: root.controlCentre.notices
            visible: notices.present && !(root.tellsUnpriced && notices.kind === Notices.Unpriced)
        }
        Item {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.widestPage + 2 * root.margin

            // In a lower window the page stays as high as it must be, and is scrolled.
            Flickable {
                id: scroll

                anchors.fill: parent
                boundsBehavior: Flickable.StopAtBounds
                clip: interactive
                contentHeight: Math.max(height, root.leastHeight)
                interactive: contentHeight > height

                Item {
                    id: body

                    height: scroll.contentHeight
                    width: scroll.width - 2 * root.margin
                    x: root.margin
                }
                ScrollMark {
                    target: scroll
                }
            }
        }
    }
}
