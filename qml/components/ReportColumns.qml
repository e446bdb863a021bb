// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Capstan
import Capstan.App

// Columns in the order of time, with both axes.
Item {
    id: root

    required property ReportChart chart
    required property int chosen

    signal pointed(int place)

    readonly property int axisWidth: 58

    component AxisWords: Words {
        color: Theme.colors.text3
        elide: Text.ElideNone
        font.pixelSize: Theme.caption
    }

    Repeater {
        model: root.chart.ticks

        delegate: AxisWords {
            required property string modelData
            required property int index

            horizontalAlignment: Text.AlignRight
            text: modelData
            width: root.axisWidth - 8
            y: columns.y + columns.height * (1 - index / (root.chart.ticks.length - 1)) - height / 2
        }
    }
    ColumnChart {
        id: columns

        bandOpacity: Theme.colors.bandOpacity
        chosen: root.chosen
        chosenColor: Theme.colors.text
        fillColor: Theme.colors.accent
        gridColor: Theme.colors.line
        height: root.height - y - 20
        report: root.chart
        width: root.width - x
        x: root.axisWidth
        y: 8

        HoverHandler {
            onPointChanged: {
                const place = columns.columnAt(point.position.x);
                if (hovered && place >= 0) {
                    root.pointed(place);
                }
            }
        }
    }
    // Below the one that is looked at, which its colour alone must not tell.
    Rectangle {
        readonly property real step: columns.width / Math.max(1, root.chart.count)

        color: Theme.colors.text
        height: 3
        radius: 1
        visible: root.chosen >= 0 && root.chosen < root.chart.count
        width: Math.max(3, Math.min(step - 2, 40))
        x: columns.x + (root.chosen + 0.5) * step - width / 2
        y: columns.y + columns.height + 1
    }
    Repeater {
        model: root.chart.dates

        delegate: AxisWords {
            required property string modelData
            required property int index

            readonly property real middle: root.axisWidth + columns.width * root.chart.datesAt[index]

            text: modelData
            x: Math.min(root.width - width, Math.max(0, middle - width / 2))
            y: root.height - height
        }
    }
}
