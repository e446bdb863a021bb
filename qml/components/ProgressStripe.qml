// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan

// Something takes longer than a second and nobody knows how long: what, and the way out.
RowLayout {
    id: root

    required property string text

    signal cancelled()

    spacing: 12

    Words {
        color: Theme.colors.text
        elide: Text.ElideNone
        text: root.text
    }
    Rectangle {
        id: track

        Layout.fillWidth: true
        clip: true
        color: Theme.colors.track
        implicitHeight: 8
        radius: Theme.barRadius

        Accessible.role: Accessible.ProgressBar
        Accessible.name: root.text

        Rectangle {
            id: runner

            readonly property bool still: Theme.reducedMotion

            color: Theme.colors.accent
            height: parent.height
            radius: Theme.barRadius
            width: parent.width * 0.3
            x: runner.still ? parent.width * 0.35 : 0

            NumberAnimation on x {
                duration: 1400
                from: -track.width * 0.3
                loops: Animation.Infinite
                running: root.visible && !runner.still
                to: track.width
            }
        }
    }
    ActionButton {
        keys: qsTr("Esc")
        text: qsTr("Cancel")

        onClicked: root.cancelled()
    }
}
