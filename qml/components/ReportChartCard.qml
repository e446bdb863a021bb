// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// A report as a picture: columns over time, or bars with their names and figures.
Card {
    id: root

    required property ReportChart chart
    property bool narrow: false
    property bool faded: false // of an earlier answer, while the next one is made

    property int chosen: -1

    function choose(place: int) {
        root.chosen = Math.max(0, Math.min(root.chart.count - 1, place));
    }

    activeFocusOnTab: root.chart.count > 0
    implicitHeight: root.chart.overTime ? (root.narrow ? 176 : 236) : 58 + 26 * Math.min(root.narrow ? 4 : 6, root.chart.count)
    opacity: root.faded ? 0.55 : 1

    Accessible.role: Accessible.Chart
    Accessible.name: root.chart.summary
    Accessible.description: root.chosen >= 0 ? root.chart.pointAt(root.chosen).label + ": " + root.chart.pointAt(root.chosen).text
                                             : qsTr("Arrow keys go from point to point")
    Keys.onLeftPressed: root.choose(root.chosen - 1)
    Keys.onRightPressed: root.choose(root.chosen + 1)
    Keys.onUpPressed: root.choose(root.chosen - 1)
    Keys.onDownPressed: root.choose(root.chosen + 1)

    readonly property int count: root.chart.count
    readonly property int answer: root.chart.answer

    onAnswerChanged: root.chosen = -1 // it may have as many points as the one before

    FocusRing {
        visible: root.activeFocus
    }
    ColumnLayout {
        spacing: 8
        anchors {
            fill: parent
            margins: Theme.cardPadding
        }

        RowLayout {
            spacing: 12

            Words {
                color: Theme.colors.text
                elide: Text.ElideNone
                text: root.chart.title
                font.weight: Theme.strong
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colors.text
                horizontalAlignment: Text.AlignRight
                text: {
                    const point = root.chart.pointAt(root.chosen);
                    return root.chosen >= 0 && root.count > root.chosen ? point.label + ": " + point.text : "";
                }
                font.weight: Theme.medium
            }
        }
        ReportColumns {
            Layout.fillHeight: true
            Layout.fillWidth: true
            chart: root.chart
            chosen: root.chosen
            visible: root.chart.overTime

            onPointed: place => root.chosen = place
        }
        ReportBars {
            Layout.fillHeight: true
            Layout.fillWidth: true
            chart: root.chart
            chosen: root.chosen
            visible: !root.chart.overTime

            onPointed: place => root.chosen = place
        }
    }
}
