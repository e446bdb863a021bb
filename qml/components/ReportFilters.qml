// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Capstan
import Capstan.App

// Which calls a report is of, and by what it adds them up.
ChipFlow {
    id: root

    required property ReportsModel reports

    signal logWanted() // which one is to be asked for

    function takeFocus() {
        rangeChip.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    ChoiceButton {
        objectName: "reportSource"

        choices: root.reports.sources
        current: root.reports.log === "" ? 0 : 1
        implicitHeight: Theme.buttonHeight - 2
        implicitWidth: 160
        name: qsTr("Calls of")

        onChosen: index => {
            if (index === 0) {
                root.reports.closeLog();
            } else {
                root.logWanted();
            }
        }
    }
    FilterChip {
        id: rangeChip

        filter: root.reports.range
        objectName: "reportTime"
        visible: root.reports.hasRange

        onRangeWanted: span.open()

        RangeMenu {
            id: span

            filter: root.reports.range
        }
    }
    FilterChip {
        filter: root.reports.period
        visible: root.reports.hasPeriod
    }
    FilterChip {
        filter: root.reports.group
        objectName: "reportGroup"
        visible: root.reports.hasGroup
    }
    FilterChip {
        filter: root.reports.tenant
        visible: root.reports.log === ""
    }
    FilterChip {
        filter: root.reports.model
        visible: root.reports.log === ""
    }
    FilterChip {
        filter: root.reports.tag
        visible: root.reports.hasTag

        onLooked: root.reports.lookAtTags()
    }
    Repeater {
        id: others

        model: root.reports.more.chips

        delegate: MoreFilterChip {
            required property ActivityFilterChip modelData

            filter: modelData
            more: root.reports.more
            objectName: "filter " + modelData.name
        }
    }
    MoreFiltersButton {
        objectName: "moreReportFilters"

        more: root.reports.more
        visible: root.reports.log === ""

        onWanted: place => (others.itemAt(place) as MoreFilterChip).ask()
    }
    CalmField {
        height: Theme.buttonHeight - 2
        name: root.reports.amountName
        placeholderText: root.reports.amountName
        text: root.reports.amount
        visible: root.reports.amountName !== ""
        width: 160

        onTextEdited: root.reports.amount = text
    }
    ActionButton {
        implicitHeight: Theme.buttonHeight - 2
        objectName: "reportRevenue"
        text: root.reports.revenues.text
        tip: qsTr("What a call of each feature brings in, so that the report tells the margin")
        visible: root.reports.hasRevenue

        onClicked: revenueDialog.open()

        RevenueDialog {
            id: revenueDialog

            revenues: root.reports.revenues
        }
    }
    Words {
        color: Theme.colors.over
        elide: Text.ElideNone
        height: Theme.buttonHeight - 2
        text: root.reports.amountError
        visible: text !== ""
    }
}
