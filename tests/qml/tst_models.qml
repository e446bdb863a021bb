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
    function type(name, text) {
        const field = findChild(root.shown, name);
        verify(field, name);
        field.children[1].forceActiveFocus(); // beside its name
        for (const key of text) {
            keyClick(key);
        }
    }
    function test_writesWhatLongPromptsCost() {
        const editor = Sample.centre.prices.editor;
        Sample.centre.prices.chooseModel("llama-3.1-8b");
        tryVerify(() => root.shows("Cache write, fee, long prompts, source…"));
        verify(!root.shows("Long prompts"));
        editor.tiers.add();
        tryVerify(() => root.shows("Long prompts")); // without being unfolded
        root.type("tierFrom0", "100000");
        root.type("tierInput0", "0.20");
        const problem = findChild(root.shown, "tierProblem0");
        verify(problem.visible); // what comes out is not said yet
        verify(!editor.canSave);
        root.type("tierOutput0", "0.40");
        verify(!problem.visible);
        verify(editor.canSave);
        // 100,000 x $0.20 + 500 x $0.40, per million: $0.02 + $0.0002
        verify(editor.exampleText.endsWith("100,000 tokens in, 500 out: $0.0202"));
        const away = findChild(root.shown, "removeTier0");
        away.forceActiveFocus();
        keyClick(Qt.Key_Return);
        compare(editor.tiers.count, 0);
        tryVerify(() => !root.shows("Long prompts"));
        editor.clear();
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
