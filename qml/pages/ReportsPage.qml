// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// The five questions and the others: chart, table, file.
AppPage {
    id: root

    readonly property ReportsModel reports: root.controlCentre.reports

    function focusFilter() {
        filters.takeFocus();
    }
    function focusInspector() {
        rows.focusRows();
    }
    function focusRows() {
        if (root.narrow) {
            choice.forceActiveFocus(Qt.TabFocusReason);
        } else {
            list.focusRows();
        }
    }

    context: root.reports.questions[root.reports.current]
    // An invoice leaves the rows below it what they had without it; the page scrolls then.
    leastHeight: root.reports.invoices.shown ? 640 : 472
    hasFilter: true
    title: qsTr("Reports")

    Keys.onEscapePressed: {
        root.reports.cancel();
        root.reports.saving.cancel();
    }

    Component.onCompleted: root.reports.shown = root.visible
    onVisibleChanged: {
        // A page is shown and hidden while the window is made and taken down, too.
        if (root.reports) {
            root.reports.shown = root.visible;
        }
    }

    actions: [
        ActionButton {
            objectName: "askForPolicy"
            text: qsTr("Try a policy…")
            tip: qsTr("What a policy in a file would have refused, or moved to a cheaper model")

            onClicked: policyDialog.ask()
        },
        ActionButton {
            text: root.reports.invoices.shown ? qsTr("Hide invoice") : qsTr("Invoice")
            tip: qsTr("A tenant's month, to send and to close")

            onClicked: root.reports.invoices.shown = !root.reports.invoices.shown
        },
        ActionButton {
            enabled: root.reports.answered && !root.reports.busy && !root.reports.saving.busy
            text: qsTr("Save CSV")
            tip: qsTr("Save the rows for a spreadsheet")

            onClicked: root.reports.saveCsv()
        },
        ActionButton {
            enabled: root.reports.answered && !root.reports.busy && !root.reports.saving.busy
            text: qsTr("Save JSON")
            tip: qsTr("Save the rows for a program")

            onClicked: root.reports.saveJson()
        }
    ]

    LogDialog {
        id: logDialog

        reports: root.reports
    }
    PolicyDialog {
        id: policyDialog

        trial: root.reports.policy
    }
    RowLayout {
        spacing: 14
        anchors {
            fill: parent
            bottomMargin: 16
            topMargin: 16
        }

        ReportList {
            id: list

            Layout.fillHeight: true
            Layout.preferredWidth: 244
            reports: root.reports
            visible: !root.narrow
        }
        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.gap

            ChoiceButton {
                id: choice

                Layout.fillWidth: true
                choices: root.reports.titles
                current: root.reports.current
                name: qsTr("Report")
                visible: root.narrow

                onChosen: index => root.reports.current = index
            }
            InvoiceCard {
                Layout.fillWidth: true
                Layout.preferredHeight: implicitHeight
                desk: root.reports.invoices
                visible: root.reports.invoices.shown

                onFocusWanted: root.reports.choose("focus")
            }
            ReportFilters {
                id: filters

                reports: root.reports

                onLogWanted: logDialog.ask()
            }
            ProgressStripe {
                Layout.fillWidth: true
                text: qsTr("Adding up…")
                visible: root.reports.slow

                onCancelled: root.reports.cancel()
            }
            ProgressStripe {
                Layout.fillWidth: true
                text: root.reports.saving.progressText
                visible: root.reports.saving.slow

                onCancelled: root.reports.saving.cancel()
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: 12
                visible: root.reports.errorText !== "" && rows.table.count > 0 // else in their place

                Glyph {
                    color: Theme.colors.near
                    implicitHeight: 16
                    implicitWidth: 16
                    name: "warning"
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.colors.text
                    elide: Text.ElideNone
                    text: root.reports.errorText
                    wrapMode: Text.Wrap
                }
                ActionButton {
                    text: qsTr("Try again")

                    onClicked: root.reports.run()
                }
            }
            ReportChartCard {
                Layout.fillWidth: true
                Layout.preferredHeight: implicitHeight
                chart: root.reports.chart
                faded: root.reports.busy || root.reports.errorText !== ""
                narrow: root.narrow
                // An invoice leaves room for one of the two: for the rows.
                visible: root.reports.answered && root.reports.chart.count > 0 && !root.reports.invoices.shown
            }
            ReportTableCard {
                id: rows

                Layout.fillHeight: true
                Layout.fillWidth: true
                emptyAction: root.reports.errorText !== "" ? qsTr("Try again")
                             : root.reports.answered && root.reports.filtered ? qsTr("Clear filters") : ""
                emptyText: root.reports.errorText !== "" ? root.reports.errorText
                           : root.reports.slow ? "" // the stripe says it
                           : !root.reports.answered ? qsTr("Adding up…")
                           : root.reports.filtered ? qsTr("No call matches these filters.")
                                                   : qsTr("Nothing to report in this time.")
                faded: root.reports.busy || root.reports.errorText !== ""
                table: root.reports.table

                onEmptyActed: {
                    if (root.reports.errorText !== "") {
                        root.reports.run();
                    } else {
                        root.reports.clearFilters();
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: 12

                Words {
                    color: Theme.colors.text3
                    elide: Text.ElideNone
                    text: root.reports.stateText
                    font.pixelSize: Theme.secondary
                }
                Words {
                    Layout.fillWidth: true
                    color: root.reports.saving.failed ? Theme.colors.text : Theme.colors.text2
                    elide: root.reports.saving.failed ? Text.ElideNone : Text.ElideMiddle
                    horizontalAlignment: Text.AlignRight
                    text: root.reports.saving.text
                    font.pixelSize: Theme.secondary
                }
            }
        }
    }
}
