// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// What a MenuPopup shows.
ColumnLayout {
    id: root

    // Each time before it is shown, and once it is.
    function prepare() {
    }
    function focusFirst() {
        root.forceActiveFocus(Qt.PopupFocusReason);
    }

    spacing: 8
}
