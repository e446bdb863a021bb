// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan
import Capstan.Sample

Item {
    id: root

    height: 800
    width: 1070

    SettingsPage {
        id: page

        anchors.fill: parent
        controlCentre: SampleSettings.centre
    }

    TestCase {
        name: "SettingsPage"
        when: windowShown

        function seen(name: string, below: Item): Item {
            for (let i = 0; i < below.children.length; ++i) {
                const child = below.children[i];
                if (child.visible) {
                    const found = child.objectName === name ? child : seen(name, child);
                    if (found) {
                        return found;
                    }
                }
            }
            return null;
        }
        // On the page, or in a dialog above it.
        function item(name: string): Item {
            let top = root;
            while (top.parent) {
                top = top.parent;
            }
            return seen(name, top);
        }
        function press(name: string) {
            tryVerify(() => item(name) !== null, 5000, name);
            item(name).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
        }
        function init() {
            SampleSettings.reset();
        }

        function test_triesAnUpstream() {
            press("test vllm");
            compare(SampleSettings.wish, "test vllm");
            verify(!item("test vllm").enabled);
        }
        function test_triesADestination() {
            press("test collector");
            compare(SampleSettings.wish, "test collector");
            verify(!item("test collector").enabled);
        }
        function test_comparesAllPlaces() {
            press("compareAll");
            compare(SampleSettings.wish, "compare");
            verify(!item("compareAll").enabled); // one at a time
            SampleSettings.takeReconciliation(0);
            tryVerify(() => item("compareAll").enabled);
            compare(item("place The ledger's entries").note, "$12.345678901 in 34 calls");
            verify(!item("place The ledger's entries").grave);
            SampleSettings.takeReconciliation(1);
            compare(item("place The ledger's entries").note, "$12.345678902 in 34 calls");
            verify(item("place The ledger's entries").grave);
        }
        function test_keepsAnotherPort() {
            const port = item("listenPort");
            port.forceActiveFocus();
            port.selectAll();
            keyClick("7");
            keyClick("1");
            keyClick("0");
            keyClick("0");
            keyClick(Qt.Key_Return);
            compare(SampleSettings.wish, "keep port 7100");
            press("restartProxy");
            compare(SampleSettings.wish, "restart");
        }
        function test_takesASecretAndShowsItNowhere() {
            press("set admin-token");
            tryVerify(() => item("secretField") !== null);
            const field = item("secretField");
            compare(field.echoMode, TextInput.Password);
            keyClick("x");
            keyClick("y");
            press("keepSecret");
            compare(SampleSettings.wish, "set admin-token xy");
            tryVerify(() => item("secretField") === null);
            compare(field.text, "");
        }
        function test_asksBeforeASecretIsRemoved() {
            press("remove helicone-api-key");
            tryVerify(() => item("removeSecret") !== null);
            compare(SampleSettings.wish, "");
            press("removeSecret");
            compare(SampleSettings.wish, "remove helicone-api-key");
        }
        function test_tellsTheWayOutOfALockedKeychain() {
            compare(item("askKeychain"), null);
            SampleSettings.lockKeychain();
            tryVerify(() => item("askKeychain") !== null);
        }
        function test_wantsToStartAtLogin() {
            press("startAtLogin");
            compare(SampleSettings.wish, "login 1");
        }
        function test_changesTheLookWithTheArrowKeys() {
            const scheme = item("scheme");
            compare(scheme.current, 0);
            scheme.chosen(2);
            compare(SampleSettings.centre.settings.scheme, 2);
            compare(scheme.current, 2);
        }
        function test_addsAnUpstream() {
            press("addUpstream");
            tryVerify(() => item("upstreamName") !== null);
            item("upstreamName").text = "second";
            item("upstreamAddress").text = "nowhere";
            press("saveUpstream");
            verify(SampleSettings.centre.settings.errorText !== "");
            verify(item("upstreamName") !== null); // stays until it is right
            item("upstreamAddress").text = "http://a:1";
            press("saveUpstream");
            tryVerify(() => item("upstreamName") === null);
            tryVerify(() => item("test second") !== null);
        }
        function test_asksBeforeAnUpstreamIsRemovedAndTakesItBack() {
            verify(SampleSettings.centre.settings.saveUpstream("second", "http://a:1"));
            tryVerify(() => item("edit second") !== null);
            press("edit second");
            tryVerify(() => item("removeUpstream") !== null);
            press("removeUpstream");
            verify(item("test second") !== null); // only asked so far
            press("removeUpstream");
            tryVerify(() => item("test second") === null);
            SampleSettings.centre.undo();
            tryVerify(() => item("test second") !== null);
        }
        function test_foldsItsListOfSections() {
            page.narrow = true;
            root.width = 740;
            tryVerify(() => item("test vllm") !== null);
            page.narrow = false;
            root.width = 1070;
        }
    }
}
