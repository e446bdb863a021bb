// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Capstan
import Capstan.App

// How the window looks; in force at once, but for the language.
SettingsSection {
    id: root

    required property SettingsModel settings

    SettingLine {
        first: true
        name: qsTr("Light or dark")

        SegmentedControl {
            choices: [qsTr("As the system"), qsTr("Light"), qsTr("Dark")]
            current: root.settings.scheme
            name: qsTr("Light or dark")
            objectName: "scheme"

            onChosen: index => root.settings.chooseScheme(index)
        }
    }
    SettingLine {
        name: qsTr("Size of text")

        SegmentedControl {
            choices: [qsTr("Small"), qsTr("Normal"), qsTr("Large"), qsTr("Largest")]
            current: root.settings.textSize
            name: qsTr("Size of text")
            objectName: "textSize"

            onChosen: index => root.settings.chooseTextSize(index)
        }
    }
    SettingLine {
        name: qsTr("Language")
        note: qsTr("Also of numbers, amounts and dates; from the next start on")

        ChoiceButton {
            choices: root.settings.languages
            current: root.settings.language
            implicitWidth: 190
            name: qsTr("Language")
            objectName: "language"

            onChosen: index => root.settings.chooseLanguage(index)
        }
    }
    CurrencyLine {
        settings: root.settings
    }
    SettingLine {
        name: qsTr("Motion")
        note: qsTr("With less of it nothing slides or fades, and nothing is lost")

        SegmentedControl {
            choices: [qsTr("As the system"), qsTr("Less"), qsTr("All")]
            current: root.settings.motion
            name: qsTr("Motion")
            objectName: "motion"

            onChosen: index => root.settings.chooseMotion(index)
        }
    }
}
