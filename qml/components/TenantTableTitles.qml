// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Capstan
import Capstan.App

// The columns of the tenants; pressing one sorts by it.
Item {
    id: root

    required property TenantListModel tenants
    property bool narrow: false

    implicitHeight: 34

    component Title: ReportTableTitle {
        required property int column

        descending: root.tenants.descending
        sorted: root.tenants.column === column

        onClicked: root.tenants.sortBy(column)
    }

    RowLayout {
        anchors {
            fill: parent
            leftMargin: 16
            rightMargin: 16
        }
        spacing: 10

        Title {
            Layout.fillWidth: true
            Layout.minimumWidth: 100
            Layout.preferredWidth: 150
            column: TenantListModel.Name
            text: qsTr("Tenant")
        }
        Title {
            Layout.fillWidth: true
            Layout.minimumWidth: 80
            Layout.preferredWidth: 130
            column: TenantListModel.Share
            text: qsTr("Today")
        }
        Title {
            Layout.preferredWidth: 66
            column: TenantListModel.Settled
            figure: true
            text: qsTr("Settled")
        }
        Title {
            Layout.preferredWidth: 52
            column: TenantListModel.Held
            figure: true
            text: qsTr("Held")
            visible: !root.narrow
        }
        Title {
            Layout.preferredWidth: 66
            column: TenantListModel.Cap
            figure: true
            text: qsTr("Cap")
        }
        Title {
            Layout.preferredWidth: 64
            column: TenantListModel.Burn
            figure: true
            text: qsTr("Burn")
            visible: !root.narrow
        }
    }
}
