// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// Models and what they cost; those without a price first.
Card {
    id: root

    required property PriceListModel prices

    signal clearFilterWanted()

    function focusRows() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        PriceTableHead {
            Layout.fillWidth: true
        }
        Hairline {}
        ListView {
            id: list

            objectName: "priceTable"

            Layout.fillHeight: true
            Layout.fillWidth: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            currentIndex: -1
            highlightMoveDuration: 0 // by default an invisible highlight is animated
            highlightResizeDuration: 0
            model: root.prices

            Accessible.role: Accessible.Table
            Accessible.name: qsTr("Models and prices")
            Keys.onReturnPressed: root.prices.choose(list.currentIndex)
            Keys.onEscapePressed: root.prices.editor.clear()
            onActiveFocusChanged: {
                if (activeFocus && currentIndex < 0) {
                    currentIndex = 0;
                }
            }

            delegate: PriceTableRow {
                required property int index

                hasFocus: list.activeFocus && index === list.currentIndex
                selected: row.model === root.prices.editor.model
                width: ListView.view.width

                onPressed: {
                    list.currentIndex = index;
                    root.prices.choose(index);
                }
            }

            ScrollMark {
                target: list
            }
            ListStateNote {
                anchors.fill: parent
                action: root.prices.filter !== "" ? qsTr("Clear filter") : ""
                text: root.prices.filter !== "" ? qsTr("No model matches “%1”").arg(root.prices.filter)
                                                : qsTr("No upstream has listed a model yet.")
                visible: root.prices.count === 0

                onActed: root.clearFilterWanted()
            }
        }
        Hairline {}
        Words {
            Layout.bottomMargin: 10
            Layout.fillWidth: true
            Layout.leftMargin: 16
            Layout.rightMargin: 16
            Layout.topMargin: 10
            color: root.prices.errorText !== "" ? Theme.colors.over : Theme.colors.text3
            text: root.prices.errorText !== "" ? qsTr("What they cost today is not known: %1").arg(root.prices.errorText)
                                               : (root.prices.bookText + " " + qsTr("Yours wins over configured, configured over imported, imported over shipped. A price of 0.00 is a real price: the caps stay on.")).trim()
            wrapMode: Text.Wrap
            font.pixelSize: Theme.caption
        }
    }
}
