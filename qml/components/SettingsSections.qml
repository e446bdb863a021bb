// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

// What the sections of the settings are called: on their page, which is made when it is first shown,
// and where one finds them by name before that.
QtObject {
    readonly property list<string> names: [qsTr("Upstreams"), qsTr("Credentials"), qsTr("Listening"),
        qsTr("Privacy"), qsTr("Keeping data"), qsTr("One number"), qsTr("Import"), qsTr("Appearance"), qsTr("Starting")]
}
