// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class ControlCentre;
class PolicyCare;
class PricePast;

namespace app {

class FileMaker;
class LedgerReader;
class ServiceHost;

/// Snapshots from the service to the window, wishes from the window to the service. Both live in
/// the main thread.
void connectWishes(ControlCentre &centre, ServiceHost &service);
/// Prices: set and taken away; a part of connectWishes().
void connectPrices(ControlCentre &centre, ServiceHost &service);
/// What a price that is being typed would have cost.
void connectPriceTrial(PricePast &past, LedgerReader &simulator, ServiceHost &service);
/// The policy in force and what its file would change; of a service that has started.
void connectPolicy(PolicyCare &care, ServiceHost &service);
/// Virtual keys: made, changed and revoked from the window.
void connectKeys(ControlCentre &centre, ServiceHost &service);
/// Whether all places have one number.
void connectReconciliation(ControlCentre &centre, ServiceHost &service);
/// Questions about the log from the window to the ledger, and the answers back.
void connectLedger(ControlCentre &centre, LedgerReader &reader);
/// The log as a file.
void connectLogFile(ControlCentre &centre, FileMaker &maker);
/// A report as a file, where the window does not hold all of it.
void connectReportFile(ControlCentre &centre, FileMaker &maker);
/// Reports, through a reader of their own: a long one holds up no log.
void connectReports(ControlCentre &centre, LedgerReader &reader);
/// Invoices: made by the reader, printed here, closed by the service.
void connectInvoices(ControlCentre &centre, LedgerReader &reader, ServiceHost &service);
/// The same for what a new budget would have refused; apart, because it takes seconds.
void connectSimulator(ControlCentre &centre, LedgerReader &simulator);

} // namespace app
