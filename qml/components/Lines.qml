// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// What a model lists, one below the other, all as wide as this. To be used within a layout instead of
// a Repeater: Qt 6.4's layouts still hold what a Repeater has deleted, and crash on it when they are
// given another width before their next polish (QQuickLayout::geometryChange asks nothing first).
Column {
    id: root

    property alias count: repeater.count
    property alias delegate: repeater.delegate
    property alias model: repeater.model

    Layout.fillWidth: true
    visible: repeater.count > 0

    Repeater {
        id: repeater

        onItemAdded: (index, item) => item.width = Qt.binding(() => root.width)
    }
}
