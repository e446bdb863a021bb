// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan.App

// The keys that work on every page.
Item {
    id: root

    required property ControlCentre controlCentre
    required property Shell shell
    required property int page

    property int area: 0
    readonly property bool typing: Window.activeFocusItem instanceof TextInput
                                   || Window.activeFocusItem instanceof TextEdit

    signal pageWanted(int index)
    signal filterWanted()
    signal areaWanted(int area) // 0 sidebar, 1 content, 2 inspector
    signal pauseAllWanted()
    signal findWanted()
    signal keysWanted()
    signal newWanted()
    signal pauseTenantWanted()

    Shortcut {
        sequence: "Ctrl+1"
        onActivated: root.pageWanted(0)
    }
    Shortcut {
        sequence: "Ctrl+2"
        onActivated: root.pageWanted(1)
    }
    Shortcut {
        sequence: "Ctrl+3"
        onActivated: root.pageWanted(2)
    }
    Shortcut {
        sequence: "Ctrl+4"
        onActivated: root.pageWanted(3)
    }
    Shortcut {
        sequence: "Ctrl+5"
        onActivated: root.pageWanted(4)
    }
    Shortcut {
        sequence: "Ctrl+6"
        onActivated: root.pageWanted(5)
    }
    Shortcut {
        sequence: "Ctrl+7"
        onActivated: root.pageWanted(6)
    }
    Shortcut {
        sequence: "Ctrl+K"
        onActivated: root.findWanted()
    }
    Shortcut {
        sequence: "F1"
        onActivated: root.keysWanted()
    }
    Shortcut {
        sequence: "Ctrl+N"
        onActivated: root.newWanted()
    }
    // Letters without Ctrl belong to a field that has the focus.
    Shortcut {
        enabled: !root.typing
        sequence: "/"
        onActivated: root.filterWanted()
    }
    Shortcut {
        enabled: !root.typing && root.page === 1 && root.controlCentre.tenant.selected
        sequence: "P"
        onActivated: root.pauseTenantWanted()
    }
    Shortcut {
        sequence: "Ctrl+W"
        onActivated: root.shell.closeWindow()
    }
    Shortcut {
        sequence: "Ctrl+Q"
        onActivated: root.shell.quit()
    }
    Shortcut {
        sequence: "Ctrl+F"
        onActivated: root.filterWanted()
    }
    Shortcut {
        sequence: "Ctrl+Z"
        onActivated: root.controlCentre.undo()
    }
    Shortcut {
        sequence: "Ctrl+Shift+Z"
        onActivated: root.controlCentre.redo()
    }
    Shortcut {
        sequence: "Ctrl+Shift+P"
        onActivated: root.pauseAllWanted()
    }
    Shortcut {
        sequence: "F6"
        onActivated: {
            root.area = (root.area + 1) % 3;
            root.areaWanted(root.area);
        }
    }
}
