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

    signal pageWanted(int index)
    signal filterWanted()
    signal areaWanted(bool content)
    signal pauseAllWanted()

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
        onActivated: {
            if (root.controlCentre.pausedAll) {
                root.controlCentre.pauseAll(false, false);
            } else {
                root.pauseAllWanted();
            }
        }
    }
    Shortcut {
        sequence: "F6"
        onActivated: {
            root.area = root.area === 0 && root.page === 1 && root.controlCentre.tenant.selected ? 1 : 0;
            root.areaWanted(root.area === 1);
        }
    }
}
