// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick
import Capstan.App

// The whole look. No other file names a colour, a size of type or a duration.
QtObject {
    id: root

    enum Scheme { System, Light, Dark }

    property int scheme: Theme.Scheme.System
    property bool reducedMotion: false
    property real devicePixelRatio: 1

    readonly property bool dark: root.scheme === Theme.Scheme.System
                                 ? root.systemPalette.window.hslLightness < 0.5
                                 : root.scheme === Theme.Scheme.Dark
    readonly property ColorSet colors: root.dark ? root.darkColors : root.lightColors

    // Type: clean sans families whose default digits are tabular.
    // Chinese has signs of its own for what Japanese writes with the same characters.
    readonly property list<string> families: Qt.locale().name.startsWith("zh") ? ["Noto Sans CJK SC", "Source Han Sans SC"] : ["Roboto", "Noto Sans"]
    readonly property string family: root.firstInstalled(root.families, root.systemFont.font.family)
    readonly property string monospace: root.firstInstalled(["JetBrains Mono", "DejaVu Sans Mono"], "monospace")
    property int base: 13 // of running text; the setting of its size changes it
    readonly property int gaugeFigure: root.base + 14
    readonly property int tileFigure: root.base + 11
    readonly property int pageTitle: root.base + 7
    readonly property int cardTitle: root.base + 3
    readonly property int body: root.base
    readonly property int secondary: root.base - 1
    readonly property int caption: root.base - 2
    readonly property int regular: Font.Normal
    readonly property int medium: Font.Medium
    readonly property int strong: Font.Bold
    readonly property int renderType: root.devicePixelRatio === 1 ? Text.NativeRendering : Text.QtRendering

    // Shape.
    readonly property int barRadius: 3
    readonly property int controlRadius: 6
    readonly property int noticeRadius: 8
    readonly property int cardRadius: 10
    readonly property int dialogRadius: 12
    readonly property int gap: 12
    readonly property int cardPadding: 16
    readonly property int headerHeight: 56
    readonly property int navigationHeight: 36
    readonly property int buttonHeight: 30
    readonly property int inputHeight: 34
    readonly property int rowHeight: 36
    readonly property int tallRowHeight: 52
    readonly property int target: 26
    readonly property int foldWidth: 960 // at it (full HD at 200 %) and below: rail, one column
    readonly property int widestPage: 1560

    // Motion, in milliseconds.
    readonly property int quick: root.reducedMotion ? 0 : 90
    readonly property int steady: root.reducedMotion ? 0 : 150
    readonly property int calm: root.reducedMotion ? 0 : 200
    readonly property int tipDelay: 500
    readonly property int toastTime: 10000
    readonly property int copiedTime: 2000

    readonly property SystemPalette systemPalette: SystemPalette {}
    readonly property FontMetrics systemFont: FontMetrics {}

    component ColorSet: QtObject {
        required property color window
        required property color sidebar
        required property color surface
        required property color raised
        required property color hover
        required property color selected
        required property color navigation // the page one is on
        required property color navigationLine
        required property color track
        required property color well
        required property color wellOn
        required property color line
        required property color buttonLine
        required property color control
        required property color text
        required property color text2
        required property color text3
        required property color accent
        required property color accentInk
        required property color accentSoft
        required property color near
        required property color nearSoft
        required property color nearFill
        required property color over
        required property color overSoft
        required property color paused
        required property color pausedSoft
        required property color scrim
        required property real bandOpacity
        required property list<color> series
    }

    readonly property ColorSet darkColors: ColorSet {
        window: "#14181B"
        sidebar: "#0F1214"
        surface: "#1B2024"
        raised: "#242B30"
        hover: "#1F262B"
        selected: "#222C30"
        navigation: "#222C30"
        navigationLine: "#222C30"
        track: "#2F383E"
        well: "#12161A"
        wellOn: "#2D363C"
        line: "#2B3339"
        buttonLine: "#3A444B"
        control: "#6B7780"
        text: "#E9EDEF"
        text2: "#B3BDC3"
        text3: "#929DA4"
        accent: "#45BDA9"
        accentInk: "#04211C"
        accentSoft: "#15322E"
        near: "#E8AE48"
        nearSoft: "#32280F"
        nearFill: "#E8AE48"
        over: "#F58A63"
        overSoft: "#3B211A"
        paused: "#9DB0F0"
        pausedSoft: "#222A45"
        scrim: "#99000000"
        bandOpacity: 0.46
        series: ["#56B4E9", "#2FB98E", "#D38BB3", "#E5D95C", "#5C8FE0", "#6C777E"]
    }

    readonly property ColorSet lightColors: ColorSet {
        window: "#F4F6F6"
        sidebar: "#EAEDED"
        surface: "#FFFFFF"
        raised: "#FFFFFF"
        hover: "#F0F3F3"
        selected: "#E9F3F1"
        navigation: "#FFFFFF"
        navigationLine: "#DDE2E3"
        track: "#E1E6E7"
        well: "#EAEEEE"
        wellOn: "#FFFFFF"
        line: "#DDE2E3"
        buttonLine: "#C3CBCE"
        control: "#7B868D"
        text: "#14191B"
        text2: "#465157"
        text3: "#5C676E"
        accent: "#0A7467"
        accentInk: "#FFFFFF"
        accentSoft: "#DDF1ED"
        near: "#855600"
        nearSoft: "#FCF1D8"
        nearFill: "#B26E00"
        over: "#B0360F"
        overSoft: "#FCE7DF"
        paused: "#3F55A6"
        pausedSoft: "#E6EAF8"
        scrim: "#66101315"
        bandOpacity: 0.42
        series: ["#1F86C0", "#00805D", "#B0558A", "#9C8A00", "#1F4FA3", "#3C474D"]
    }

    // Of a bar or gauge in that state.
    function fillOf(standing: int) : color {
        switch (standing) {
        case Standing.Near:
            return root.colors.nearFill;
        case Standing.Full:
            return root.colors.over;
        case Standing.Paused:
            return root.colors.paused;
        }
        return root.colors.accent;
    }
    // Of the word that goes with the state.
    function inkOf(standing: int) : color {
        switch (standing) {
        case Standing.Near:
            return root.colors.near;
        case Standing.Full:
            return root.colors.over;
        case Standing.Paused:
            return root.colors.paused;
        }
        return root.colors.text3;
    }
    // Of a word and its sign.
    function inkOfTone(tone: int) : color {
        switch (tone) {
        case Tone.Good:
            return root.colors.accent;
        case Tone.Near:
            return root.colors.near;
        case Tone.Over:
            return root.colors.over;
        }
        return root.colors.text2;
    }
    function firstInstalled(families: list<string>, otherwise: string) : string {
        const installed = Qt.fontFamilies();
        for (const family of families) {
            if (installed.includes(family)) {
                return family;
            }
        }
        return otherwise;
    }
}
