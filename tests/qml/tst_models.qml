// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan
import Capstan.App
import Capstan.Sample

PageCase {
    id: root

    name: "Models"

    page: PricesPage {
        controlCentre: Sample.centre
    }

    function test_showsTheModelWithoutAPrice() {
        verify(root.shows("mistral-small-3 has no price"));
        root.press("Set a price");
        compare(Sample.centre.prices.editor.model, "mistral-small-3");
        Sample.centre.prices.editor.clear();
    }
    // $1.00 an hour of write-off, and 1 kW at $0.50: $1.50 for 3.6 million tokens.
    function test_worksOutThePriceOfAMachine() {
        const machine = Sample.centre.ownHardware;
        machine.purchase = "26280";
        machine.watts = "1000";
        machine.kilowattHour = "0.50";
        machine.tokensPerSecond = "1000";
        compare(findChild(root.shown, "hardwareResult").text, "$0.42");
        machine.watts = "many";
        tryVerify(() => root.shows("The power is a whole number of watts."));
        machine.watts = "900";
    }
}
