// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan
import Capstan.App

Item {
    id: root

    height: 400
    width: 600

    Column {
        SegmentedControl {
            id: segments

            choices: ["Hour", "Day", "Month"]
            name: "Range"

            onChosen: index => current = index
        }
        ActionButton {
            id: button

            text: "Raise cap…"
        }
        NavigationItem {
            id: navigation

            badge: 2
            glyph: "alerts"
            text: "Alerts"
            width: 200
        }
        StopButton {
            id: stop
        }
        FilterField {
            id: filter

            placeholderText: "Filter tenants"
        }
        StandingChip {
            id: chip

            standing: Standing.Calm
            text: "near"
        }
    }
    Toast {
        id: toast

        text: "research: cap $20.00 → $17.50"
    }

    SignalSpy {
        id: clicked

        signalName: "clicked"
        target: button
    }
    SignalSpy {
        id: stopped

        signalName: "clicked"
        target: stop
    }
    SignalSpy {
        id: undone

        signalName: "undoWanted"
        target: toast
    }

    TestCase {
        name: "Controls"
        when: windowShown

        function init() {
            clicked.clear();
            stopped.clear();
            undone.clear();
            segments.current = 0;
            segments.choices = ["Hour", "Day", "Month"];
        }
        function test_segmentsStayWhenTheirTextsChange() {
            mouseClick(segments, 20, 14);
            const hour = segments.Window.activeFocusItem;
            compare(hour.text, "Hour");
            segments.choices = ["One hour", "Day", "Month"];
            compare(hour.text, "One hour");
            verify(hour.activeFocus);
            segments.choices = ["Hour", "Day"];
            mouseClick(segments, 20, 14);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Right); // there is no third any more
            compare(segments.current, 1);
        }
        function test_segmentsMoveWithTheArrowKeys() {
            mouseClick(segments, 20, 14);
            compare(segments.current, 0);
            keyClick(Qt.Key_Right);
            compare(segments.current, 1);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Right); // there is no fourth
            compare(segments.current, 2);
            keyClick(Qt.Key_Left);
            compare(segments.current, 1);
        }
        function test_aButtonWorksWithEnterAndSpace() {
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(button.visualFocus);
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Space);
            compare(clicked.count, 2);
        }
        function test_theNavigationSaysItsCount() {
            compare(navigation.Accessible.name, "Alerts, 2 open");
        }
        function test_stopSaysWhatItDoesOnFocus() {
            verify(!stop.awake);
            const width = stop.width;
            stop.forceActiveFocus(Qt.TabFocusReason);
            verify(stop.awake);
            verify(stop.width > width);
            keyClick(Qt.Key_Delete);
            compare(stopped.count, 1);
        }
        function test_escapeClearsTheFilter() {
            filter.forceActiveFocus();
            keyClick(Qt.Key_R);
            compare(filter.text, "r");
            keyClick(Qt.Key_Escape);
            compare(filter.text, "");
        }
        function test_aCalmTenantHasNoChip() {
            verify(!chip.visible);
            chip.standing = Standing.Near;
            verify(chip.visible);
        }
        function test_theToastOffersUndoAndGoes() {
            toast.show();
            verify(toast.visible);
            mouseClick(toast, toast.width - 40, toast.height / 2);
            compare(undone.count, 1);
            verify(!toast.visible);
        }
        function test_everyColourDiffersBetweenLightAndDark() {
            Theme.scheme = Theme.Scheme.Dark;
            const dark = Theme.colors.text;
            Theme.scheme = Theme.Scheme.Light;
            verify(!Qt.colorEqual(dark, Theme.colors.text));
            Theme.scheme = Theme.Scheme.System;
        }
        function test_reducedMotionTakesAllDurationsAway() {
            Theme.reducedMotion = true;
            compare(Theme.quick + Theme.steady + Theme.calm, 0);
            Theme.reducedMotion = false;
            verify(Theme.steady > 0);
        }
    }
}
