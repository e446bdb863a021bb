// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "photographer.h"
#include "samplereports.h"

using namespace Qt::StringLiterals;

namespace {

/// The places of the reports in their list.
constexpr int CostByTenant = 0;
constexpr int CostOverTime = 5;
constexpr int Forecast = 7;

core::Invoice invoiceOf(const QByteArray &tenant, const core::Span &period, qint64 number)
{
    core::Invoice invoice;
    invoice.number = number;
    invoice.tenant = tenant;
    invoice.period = period;
    core::InvoiceLine line;
    line.model = "llama-3.1-8b";
    line.calls = 1'204;
    line.cost = line.amount = core::Money::fromDollars(42);
    invoice.lines = {line};
    return invoice;
}

/// What closing does, said before it is done.
bool takeInvoice(Desktop &desktop, const QDir &folder, const QString &suffix)
{
    InvoiceDesk &desk = *desktop.controlCentre().reports()->invoices();
    QObject::connect(&desk,
                     &InvoiceDesk::invoiceWanted,
                     &desk,
                     [&desk](quint64 ticket, const QByteArray &tenant, const core::Span &period) {
                         desk.take(ticket, invoiceOf(tenant, period, 0));
                     });
    const auto august = core::billingPeriod("2026-08-01..2026-08-16", "Europe/Berlin");
    desk.takeClosed({invoiceOf("marketing", *august, 7)});
    desk.setShown(true);
    desk.tenant()->choose(u"research"_s);
    desk.askToClose();
    const bool taken = Photographer(desktop, folder).take(u"invoice-"_s + suffix, 5);
    desk.setShown(false);
    return taken;
}

/// Filters that have no place of their own: an agent, a tag; several groups.
bool takeMoreFilters(Desktop &desktop, const QDir &folder, const QString &suffix)
{
    ControlCentre &centre = desktop.controlCentre();
    ActivityModel &log = *centre.activity();
    log.more()->chip(core::Dimension::Agent)->choose(u"paper-crawler"_s);
    log.more()->chip(core::Dimension::Key)->choose(u"notebooks · k-0123456789ab"_s);
    const bool taken = Photographer(desktop, folder).take(u"activity-more-"_s + suffix, 2);
    log.clearFilters();
    return taken;
}

} // namespace

bool takeReports(Desktop &desktop, const QDir &folder, const QString &suffix)
{
    constexpr int Page = 5;
    Photographer photographer(desktop, folder);
    ReportsModel &reports = *desktop.controlCentre().reports();
    sample::ReportAnswers answers(reports);
    reports.setCurrent(CostByTenant);
    bool ok = photographer.take(u"report-bars-"_s + suffix, Page);
    reports.setCurrent(CostOverTime);
    ok = photographer.take(u"report-time-"_s + suffix, Page) && ok;
    reports.group()->choose(reports.group()->choices().first());
    reports.group()->choose(reports.group()->choices().at(9));
    (void)reports.range()->chooseRange(u"2026-11-01"_s, u"2026-11-20"_s);
    ok = photographer.take(u"report-groups-"_s + suffix, Page) && ok;
    ok = takeInvoice(desktop, folder, suffix) && takeMoreFilters(desktop, folder, suffix) && ok;
    reports.setCurrent(Forecast);
    ok = photographer.take(u"report-forecast-"_s + suffix, Page) && ok;
    answers.rows = 10'000;
    reports.setCurrent(CostByTenant);
    reports.saveCsv();
    ok = photographer.take(u"report-huge-"_s + suffix, Page) && ok;
    answers.rows = 0;
    reports.run();
    ok = photographer.take(u"report-empty-"_s + suffix, Page) && ok;
    answers.holdsBack = true;
    reports.setCurrent(CostOverTime);
    settle(ReportsModel::SlowAfter + std::chrono::milliseconds(200));
    ok = photographer.take(u"report-loading-"_s + suffix, Page) && ok;
    answers.fail(u"The ledger cannot be read: disk I/O error. Check the disk."_s);
    return photographer.take(u"report-error-"_s + suffix, Page) && ok;
}
