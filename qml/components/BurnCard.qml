// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// The burn of the last minutes, hours or days, stacked by tenant or model, with its legend and
// what happened meanwhile.
Card {
    id: root

    required property BurnHistory burn
    property bool narrow: false

    property bool pinned: false

    function step(samples: int) {
        root.pinned = true;
        root.burn.moveProbe(samples);
    }
    function release() {
        root.pinned = false;
        root.burn.clearProbe();
    }

    readonly property int chartHeight: root.narrow ? 116 : 168

    implicitHeight: root.narrow ? 196 : 262

    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Total burn, all tenants, %1").arg(root.burn.nowText)

    RowLayout {
        id: head

        anchors {
            left: parent.left
            right: parent.right
            margins: Theme.cardPadding
        }
        spacing: 10
        y: root.narrow ? 8 : 12

        Figure {
            text: root.burn.nowText
            font.pixelSize: root.narrow ? Theme.pageTitle : Theme.tileFigure
        }
        Words {
            Layout.alignment: Qt.AlignBaseline
            Layout.fillWidth: true
            color: Theme.colors.text3
            text: root.burn.errorText !== "" ? root.burn.errorText : qsTr("total burn, all tenants")
        }
        SegmentedControl {
            objectName: "burnRange"

            choices: [qsTr("5 min"), qsTr("Hour"), qsTr("Day"), qsTr("30 days")]
            current: root.burn.range
            name: qsTr("How far back")

            onChosen: index => root.burn.range = index
        }
        SegmentedControl {
            objectName: "burnSplit"

            choices: [qsTr("Tenants"), qsTr("Models")]
            current: root.burn.split
            name: qsTr("Stacked by")

            onChosen: index => root.burn.split = index
        }
    }
    Item {
        id: plot

        anchors {
            left: parent.left
            leftMargin: Theme.cardPadding + 34
            right: legend.left
            rightMargin: 28
            bottom: parent.bottom
            bottomMargin: 30
        }
        height: root.chartHeight
        activeFocusOnTab: true
        objectName: "burnPlot"

        Accessible.role: Accessible.Chart
        Accessible.name: root.burn.probeText === "" ? qsTr("Burn over time, now %1").arg(root.burn.nowText)
                                                    : qsTr("Burn at %1: %2").arg(root.burn.probeText).arg(root.burn.totalRate)
        Keys.onEscapePressed: root.release()
        Keys.onDownPressed: root.burn.movePointed(1)
        Keys.onUpPressed: root.burn.movePointed(-1)
        Keys.onLeftPressed: event => root.step(event.modifiers & Qt.ShiftModifier ? -10 : -1)
        Keys.onRightPressed: event => root.step(event.modifiers & Qt.ShiftModifier ? 10 : 1)
        onActiveFocusChanged: {
            if (!activeFocus) {
                root.release();
            }
        }

        Repeater {
            model: root.burn.scaleLabels

            delegate: Figure {
                required property string modelData
                required property int index

                x: -8 - implicitWidth
                y: plot.height * (1 - index / Math.max(1, root.burn.scaleLabels.length - 1)) - height / 2
                color: Theme.colors.text3
                text: modelData
                font {
                    pixelSize: Theme.caption
                    weight: Theme.regular
                }
            }
        }
        BurnChart {
            anchors.fill: parent
            bandOpacity: Theme.colors.bandOpacity
            colors: Theme.colors.series
            gridColor: Theme.colors.line
            history: root.burn
            pointed: root.burn.pointed
        }
        Repeater {
            model: root.burn.timeLabels

            delegate: Words {
                required property string modelData
                required property int index

                x: index === 0 ? 0 : index === 5 ? plot.width - implicitWidth
                                                 : plot.width * index / 5 - implicitWidth / 2
                y: plot.height + 5
                color: Theme.colors.text3
                elide: Text.ElideNone
                text: modelData
                font.pixelSize: Theme.caption
            }
        }
        Repeater {
            model: root.burn.events

            delegate: Rectangle {
                id: mark

                required property burnEvent row
                readonly property bool isLate: mark.row.place > 0.7

                x: Math.round(plot.width * mark.row.place)
                width: 1
                height: plot.height
                color: mark.row.warns ? Theme.colors.over : Theme.colors.text3

                Accessible.role: Accessible.StaticText
                Accessible.name: mark.row.text

                Words {
                    x: mark.isLate ? -width - 4 : 4
                    width: Math.min(implicitWidth, plot.width * 0.3)
                    color: mark.row.warns ? Theme.colors.over : Theme.colors.text2
                    text: mark.row.text
                    font.pixelSize: Theme.caption
                }
            }
        }
        // The moment that is looked at: a line, and its time on the axis.
        Rectangle {
            color: Theme.colors.text
            height: parent.height
            visible: root.burn.probeAt >= 0
            width: 1
            x: Math.round(parent.width * root.burn.probeAt)

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.top: parent.bottom
                anchors.topMargin: 2
                color: Theme.colors.text
                height: 20
                radius: Theme.controlRadius
                width: moment.implicitWidth + 16

                Figure {
                    id: moment

                    anchors.centerIn: parent
                    color: Theme.colors.window
                    text: root.burn.probeText
                    font.pixelSize: Theme.caption
                }
            }
        }
        HoverHandler {
            id: probeHover

            onHoveredChanged: {
                if (!hovered && !root.pinned) {
                    root.burn.clearProbe();
                }
            }
            onPointChanged: {
                if (hovered && !root.pinned) {
                    root.burn.probe(point.position.x / plot.width, 1 - point.position.y / plot.height);
                }
            }
        }
        TapHandler {
            onTapped: event => {
                root.pinned = !root.pinned;
                root.burn.probe(event.position.x / plot.width, 1 - event.position.y / plot.height);
            }
        }
        FocusRing {
            visible: plot.activeFocus
        }
        Words {
            anchors.centerIn: parent
            color: Theme.colors.text3
            text: root.burn.emptyText
            visible: root.burn.scaleLabels.length === 0
        }
    }
    ColumnLayout {
        id: legend

        anchors {
            right: parent.right
            rightMargin: Theme.cardPadding
            top: plot.top
            topMargin: root.narrow ? -10 : -2
        }
        spacing: root.narrow ? 3 : 5
        width: root.narrow ? 168 : 222

        RowLayout {
            Layout.fillWidth: true
            visible: !root.narrow

            Words {
                Layout.fillWidth: true
                color: Theme.colors.text3
                text: root.burn.probeText === "" ? qsTr("Now") : qsTr("At %1").arg(root.burn.probeText)
                font.pixelSize: Theme.secondary
            }
            Words {
                color: Theme.colors.text3
                text: root.burn.unitText
                font.pixelSize: Theme.secondary
            }
        }
        Lines {
            model: root.burn
            spacing: legend.spacing

            delegate: BurnLegendLine {
                burn: root.burn
            }
        }
        Hairline {}
        RowLayout {
            Layout.fillWidth: true

            Words {
                Layout.fillWidth: true
                Layout.leftMargin: 18
                color: Theme.colors.text
                text: qsTr("Total")
                font.weight: Theme.strong
            }
            Figure {
                text: root.burn.totalText
            }
        }
    }
}
