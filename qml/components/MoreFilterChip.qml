// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// A filter that is asked for rarely: there while it is set, or while one chooses.
FilterChip {
    id: root

    required property MoreFilters more

    property bool asked: false

    function ask() {
        root.asked = true;
        placed.start();
    }

    visible: root.filter.active || root.asked

    onLookedAway: root.asked = false
    onLooked: root.more.look(root.filter)
    onRangeWanted: typed.open()

    Timer {
        id: placed

        interval: 0 // it takes its place in the row first

        onTriggered: root.openMenu()
    }
    TypedFilterMenu {
        id: typed

        filter: root.filter

        onClosed: root.asked = false
    }
}
