// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Capstan
import Capstan.App
import Capstan.Sample

Item {
    id: root

    readonly property FirstRun run: SampleSettings.centre.firstRun

    height: 800
    width: 1000

    FirstRunView {
        id: view

        anchors.fill: parent
        firstRun: root.run
    }

    TestCase {
        name: "FirstRunView"
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
        function press(name: string) {
            tryVerify(() => seen(name, view) !== null, 5000, name);
            seen(name, view).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
        }

        function test_leadsThroughItsFourSteps() {
            verify(!view.visible);
            root.run.begin();
            verify(view.visible);
            SampleSettings.findServer();
            press("useServer0");
            SampleSettings.takeServer();
            compare(root.run.step, FirstRun.Prices);
            compare(root.run.unpriced, "new-model");
            press("usePrices");
            compare(root.run.step, FirstRun.Tenant);
            const name = seen("tenantName", view);
            name.forceActiveFocus();
            name.selectAll();
            keyClick("t");
            press("makeTenant");
            compare(root.run.tenant, "t");
            SampleSettings.takeKey();
            compare(root.run.step, FirstRun.Program);
            tryVerify(() => seen("codeText", view) !== null);
            verify(seen("codeText", view).text.includes("sk-cap-first"));
            root.run.codeKind = 3;
            verify(seen("codeText", view).text.startsWith("export OPENAI_BASE_URL="));
            root.run.leave();
            verify(!view.visible);
        }
        function test_canBeSkipped() {
            root.run.begin();
            press("skipFirstRun");
            verify(!root.run.open);
        }
    }
}
