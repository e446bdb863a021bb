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
        id: title

        required property TenantListModel tenants
        required property int column

        descending: title.tenants.descending
        sorted: title.tenants.column === title.column

        onClicked: title.tenants.sortBy(title.column)
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
            tenants: root.tenants
            text: qsTr("Tenant")
        }
        Title {
            Layout.fillWidth: true
            Layout.minimumWidth: 80
            Layout.preferredWidth: 130
            column: TenantListModel.Share
            tenants: root.tenants
            text: qsTr("Today")
        }
        Title {
            Layout.preferredWidth: 66
            column: TenantListModel.Settled
            figure: true
            tenants: root.tenants
            text: qsTr("Settled")
        }
        Title {
            Layout.preferredWidth: 52
            column: TenantListModel.Held
            figure: true
            tenants: root.tenants
            text: qsTr("Held")
            visible: !root.narrow
        }
        Title {
            Layout.preferredWidth: 66
            column: TenantListModel.Cap
            figure: true
            tenants: root.tenants
            text: qsTr("Cap")
        }
        Title {
            Layout.preferredWidth: 64
            column: TenantListModel.Burn
            figure: true
            tenants: root.tenants
            text: qsTr("Burn")
            visible: !root.narrow
        }
    }
}
