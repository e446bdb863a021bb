// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wishes.h"

#include "app/billing/invoicepdf.h"
#include "app/service/filemaker.h"
#include "app/service/ledgerreader.h"
#include "app/service/servicehost.h"
#include "app/viewmodels/controlcentre.h"

namespace app {

namespace {
void connectCorrections(StoryModel &story, ServiceHost &service)
{
    CorrectionEditor &editor = *story.correction();
    QObject::connect(&service, &ServiceHost::pricesChanged, &editor, &CorrectionEditor::setPrices);
    const auto save = [&service](const CallCorrection &typed) {
        service.correct({.id = typed.id,
                         .attempt = typed.attempt,
                         .usage = typed.usage,
                         .cost = typed.cost,
                         .by = typed.by,
                         .reason = typed.reason});
    };
    QObject::connect(&editor, &CorrectionEditor::saveRequested, &service, save);
    QObject::connect(&service, &ServiceHost::corrected, &story, &StoryModel::readAgain);
    QObject::connect(&service, &ServiceHost::correctionRefused, &editor, &CorrectionEditor::refuse);
}
} // namespace

void connectWishes(ControlCentre &centre, ServiceHost &service)
{
    using Shared = const std::shared_ptr<const core::Snapshot> &;
    QObject::connect(
        &service, &ServiceHost::snapshotTaken, &centre, qOverload<Shared>(&ControlCentre::apply));
    QObject::connect(&service, &ServiceHost::refused, &centre, &ControlCentre::refused);
    QObject::connect(
        &centre, &ControlCentre::budgetChangeRequested, &service, &ServiceHost::setBudget);
    QObject::connect(
        &centre, &ControlCentre::budgetRemovalRequested, &service, &ServiceHost::removeBudget);
    QObject::connect(
        &centre, &ControlCentre::tenantPauseRequested, &service, &ServiceHost::setTenantPaused);
    QObject::connect(
        &centre, &ControlCentre::pauseAllRequested, &service, &ServiceHost::setAllPaused);
    QObject::connect(&centre, &ControlCentre::stopRequested, &service, &ServiceHost::stopCall);
    QObject::connect(
        &centre, &ControlCentre::tenantCutRequested, &service, &ServiceHost::cutTenant);
    QObject::connect(
        &centre, &ControlCentre::budgetResetRequested, &service, &ServiceHost::resetBudget);
    AlertCentre &alerts = *centre.alerts();
    alerts.reset();
    QObject::connect(
        &alerts, &AlertCentre::acknowledgeRequested, &service, &ServiceHost::acknowledgeAlert);
    QObject::connect(&alerts,
                     &AlertCentre::acknowledgeAllRequested,
                     &service,
                     &ServiceHost::acknowledgeAllAlerts);
    QObject::connect(&centre, &ControlCentre::muteRequested, &service, &ServiceHost::muteAlerts);
    QObject::connect(
        &centre, &ControlCentre::unmuteRequested, &service, &ServiceHost::unmuteAlerts);
    QObject::connect(
        &alerts, &AlertCentre::webhookTestRequested, &service, &ServiceHost::testWebhook);
    QObject::connect(&service, &ServiceHost::webhookTested, &alerts, &AlertCentre::takeWebhookTest);
    connectPrices(centre, service);
    StoryModel &story = *centre.activity()->story();
    QObject::connect(&story, &StoryModel::admissionWanted, &service, &ServiceHost::askAdmission);
    QObject::connect(&service, &ServiceHost::admissionTold, &story, &StoryModel::takeAdmission);
    connectCorrections(story, service);
}

namespace {
void connectNames(LedgerFilterChip &chip, LedgerReader &reader)
{
    QObject::connect(&chip, &LedgerFilterChip::namesWanted, &reader, &LedgerReader::readNames);
    QObject::connect(&reader, &LedgerReader::namesRead, &chip, &LedgerFilterChip::takeNames);
}

/// Names and tags that are chosen from, wherever that is.
void connectAllNames(ControlCentre &centre, LedgerReader &reader)
{
    connectNames(*centre.alerts()->history()->tenant(), reader);
    KeyForm &key = *centre.tenant()->keys()->form();
    for (LedgerFilterChip *chip : {key.knownTenants(),
                                   key.knownAgents(),
                                   key.knownModels(),
                                   centre.newBudget()->known(),
                                   centre.find()->knownTenants()}) {
        connectNames(*chip, reader);
    }
    ActivityModel &log = *centre.activity();
    QObject::connect(&log, &ActivityModel::namesWanted, &reader, &LedgerReader::readNames);
    QObject::connect(&reader, &LedgerReader::namesRead, &log, &ActivityModel::takeNames);
    QObject::connect(&log, &ActivityModel::tagsWanted, &reader, &LedgerReader::readTags);
    QObject::connect(&reader, &LedgerReader::tagsRead, &log, &ActivityModel::takeTags);
    ReportsModel &reports = *centre.reports();
    QObject::connect(&reports, &ReportsModel::namesWanted, &reader, &LedgerReader::readNames);
    QObject::connect(&reader, &LedgerReader::namesRead, &reports, &ReportsModel::takeNames);
    QObject::connect(&reports, &ReportsModel::tagsWanted, &reader, &LedgerReader::readTags);
    QObject::connect(&reader, &LedgerReader::tagsRead, &reports, &ReportsModel::takeTags);
}
} // namespace

void connectLedger(ControlCentre &centre, LedgerReader &reader)
{
    ActivityModel &log = *centre.activity();
    log.reset();
    QObject::connect(&log, &ActivityModel::pageWanted, &reader, &LedgerReader::readPage);
    QObject::connect(&log, &ActivityModel::countWanted, &reader, &LedgerReader::count);
    QObject::connect(&reader, &LedgerReader::pageRead, &log, &ActivityModel::takePage);
    QObject::connect(&reader, &LedgerReader::counted, &log, &ActivityModel::takeCount);
    QObject::connect(&reader, &LedgerReader::refused, &log, &ActivityModel::takeError);
    PriceListModel &prices = *centre.prices();
    QObject::connect(&prices, &PriceListModel::reportWanted, &reader, &LedgerReader::readReport);
    QObject::connect(&reader, &LedgerReader::reportRead, &prices, &PriceListModel::takeReport);
    QObject::connect(&reader, &LedgerReader::reportRefused, &prices, &PriceListModel::refuseReport);
    AlertHistoryModel &history = *centre.alerts()->history();
    history.reset();
    QObject::connect(&history, &AlertHistoryModel::pageWanted, &reader, &LedgerReader::readAlerts);
    QObject::connect(&reader, &LedgerReader::alertsRead, &history, &AlertHistoryModel::takePage);
    QObject::connect(
        &reader, &LedgerReader::alertsRefused, &history, &AlertHistoryModel::takeError);
    BurnHistory &burn = *centre.burn();
    QObject::connect(&burn, &BurnHistory::pastWanted, &reader, &LedgerReader::readHistory);
    QObject::connect(&reader, &LedgerReader::historyRead, &burn, &BurnHistory::takePast);
    QObject::connect(&reader, &LedgerReader::historyRefused, &burn, &BurnHistory::refusePast);
    DimensionList &dimension = *centre.dimension();
    QObject::connect(
        &dimension, &DimensionList::historyWanted, &reader, &LedgerReader::readHistory);
    QObject::connect(&reader, &LedgerReader::historyRead, &dimension, &DimensionList::take);
    QObject::connect(&reader, &LedgerReader::historyRefused, &dimension, &DimensionList::refuse);
    connectAllNames(centre, reader);
    StoryModel &story = *log.story();
    QObject::connect(&story, &StoryModel::wanted, &reader, &LedgerReader::readStory);
    QObject::connect(&reader, &LedgerReader::storyRead, &story, &StoryModel::take);
    QObject::connect(&reader, &LedgerReader::storyRefused, &story, &StoryModel::takeError);
}

namespace {
void connectSaving(FileSaving &saving, FileMaker &maker)
{
    saving.cancel(); // a former maker tells nothing any more
    QObject::connect(&saving, &FileSaving::cancelWanted, &maker, &FileMaker::stop);
    QObject::connect(&maker, &FileMaker::progressed, &saving, &FileSaving::setRows);
    QObject::connect(&maker, &FileMaker::saved, &saving, &FileSaving::end);
    QObject::connect(&maker, &FileMaker::refused, &saving, &FileSaving::refuse);
}
} // namespace

void connectLogFile(ControlCentre &centre, FileMaker &maker)
{
    ActivityModel &log = *centre.activity();
    connectSaving(*log.saving(), maker);
    QObject::connect(&log, &ActivityModel::fileWanted, &maker, &FileMaker::saveLog);
}

void connectReportFile(ControlCentre &centre, FileMaker &maker)
{
    ReportsModel &reports = *centre.reports();
    connectSaving(*reports.saving(), maker);
    QObject::connect(&reports, &ReportsModel::fileWanted, &maker, &FileMaker::saveReport);
}

void connectReports(ControlCentre &centre, LedgerReader &reader)
{
    ReportsModel &reports = *centre.reports();
    reports.reset();
    QObject::connect(&reports, &ReportsModel::reportWanted, &reader, &LedgerReader::runReport);
    QObject::connect(&reports, &ReportsModel::cancelWanted, &reader, &LedgerReader::stopReport);
    QObject::connect(&reader, &LedgerReader::reportMade, &reports, &ReportsModel::take);
    QObject::connect(&reader, &LedgerReader::reportFailed, &reports, &ReportsModel::refuse);
}

void connectInvoices(ControlCentre &centre, LedgerReader &reader, ServiceHost &service)
{
    InvoiceDesk &desk = *centre.reports()->invoices();
    QObject::connect(&desk, &InvoiceDesk::invoiceWanted, &reader, &LedgerReader::makeInvoice);
    QObject::connect(&reader, &LedgerReader::invoiceMade, &desk, &InvoiceDesk::take);
    QObject::connect(&reader, &LedgerReader::invoiceRefused, &desk, &InvoiceDesk::refuse);
    QObject::connect(&desk, &InvoiceDesk::closedWanted, &reader, &LedgerReader::readInvoices);
    QObject::connect(&reader, &LedgerReader::invoicesRead, &desk, &InvoiceDesk::takeClosed);
    QObject::connect(&desk,
                     &InvoiceDesk::printWanted,
                     &service,
                     [&desk](const auto &invoice, const QString &path) {
                         const core::Outcome printed = printInvoice(invoice, path);
                         desk.printed(path, printed.ok() ? QString() : printed.error().message);
                     });
    QObject::connect(&desk, &InvoiceDesk::closeWanted, &service, &ServiceHost::closeInvoice);
    QObject::connect(&service, &ServiceHost::invoiceClosed, &desk, &InvoiceDesk::closed);
    QObject::connect(&desk, &InvoiceDesk::termsWanted, &service, &ServiceHost::setTerms);
    QObject::connect(&service, &ServiceHost::termsKept, &desk, &InvoiceDesk::termsKept);
}

void connectSimulator(ControlCentre &centre, LedgerReader &simulator)
{
    CapPast &past = *centre.tenant()->past();
    QObject::connect(&past, &CapPast::wanted, &simulator, &LedgerReader::simulate);
    QObject::connect(&simulator, &LedgerReader::simulated, &past, &CapPast::take);
    QObject::connect(&simulator, &LedgerReader::simulationRefused, &past, &CapPast::refuse);
    BudgetPast &written = *centre.newBudget()->past();
    QObject::connect(&written, &BudgetPast::wanted, &simulator, &LedgerReader::simulate);
    QObject::connect(&simulator, &LedgerReader::simulated, &written, &BudgetPast::take);
    QObject::connect(&simulator, &LedgerReader::simulationRefused, &written, &BudgetPast::refuse);
}

} // namespace app
