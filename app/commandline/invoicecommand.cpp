// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/commandline/ownerclient.h"
#include "core/base/jsonwriter.h"
#include "core/billing/invoicejson.h"
#include "core/billing/invoices.h"
#include "core/ledger/ledger.h"
#include "core/reports/reportformat.h"

namespace app {

using namespace Qt::StringLiterals;

namespace {

core::Error usage()
{
    return {core::ErrorCode::InvalidInput,
            u"A tenant and a period are missing, or there is a word too many."_s,
            u"Write capstan invoice TENANT 2026-10, capstan invoice close TENANT 2026-10, "
            u"capstan invoice terms TENANT --markup 12.5, or capstan invoice list [TENANT]."_s};
}

QByteArray zoneOf(const CommandCall &call)
{
    return call.option("zone").value_or(QByteArray());
}

/// In the form that was asked for; a PDF goes to a file.
CommandResult print(const CommandCall &call, const core::Invoice &invoice)
{
    const QByteArray form = call.option("format").value_or("table");
    if (form != "pdf") {
        const auto format = core::reportFormatFrom(form);
        if (!format) {
            return format.error();
        }
        return *format == core::ReportFormat::Json ? core::toJson(invoice) + '\n'
                                                   : core::toText(core::reportOf(invoice), *format);
    }
    if (call.printInvoice == nullptr) {
        return core::Error{core::ErrorCode::InvalidInput,
                           u"This Capstan was built without the desktop and prints no PDF."_s,
                           u"Take --format csv, which works everywhere."_s};
    }
    const QString file =
        QString::fromUtf8(call.option("out").value_or("invoice-" + invoice.numberText() + ".pdf"));
    const core::Outcome printed = call.printInvoice(invoice, file);
    return printed ? CommandResult(file.toUtf8() + '\n') : printed.error();
}

CommandResult show(const CommandCall &call)
{
    const auto period = core::billingPeriod(call.words[1].toUtf8(), zoneOf(call));
    if (!period) {
        return period.error();
    }
    const auto invoice = core::invoiceFor(call.ledgerFile, call.words[0].toUtf8(), *period);
    return invoice ? print(call, *invoice) : invoice.error();
}

CommandResult list(const CommandCall &call)
{
    const auto all = core::closedInvoices(call.ledgerFile, call.words.value(1).toUtf8());
    if (!all) {
        return all.error();
    }
    QByteArrayList lines;
    for (const core::Invoice &invoice : *all) {
        lines += core::toJson(invoice);
    }
    return '[' + lines.join(",\n") + "]\n";
}

CommandResult closeHere(core::Ledger &ledger, const CommandCall &call, core::Span period)
{
    const core::Time now = core::SystemClock().now();
    const auto record = core::closingOf(call.ledgerFile, call.words[1].toUtf8(), period, now);
    if (!record) {
        return record.error();
    }
    const core::Outcome written = ledger.write({*record});
    return written ? CommandResult(record->content + '\n') : written.error();
}

/// Only one program writes the ledger: the Capstan that runs, else this one.
CommandResult close(const CommandCall &call)
{
    const QByteArray tenant = call.words[1].toUtf8();
    const QByteArray text = call.words[2].toUtf8();
    const auto period = core::billingPeriod(text, zoneOf(call));
    if (!period) {
        return period.error();
    }
    const auto ledger = core::Ledger::open(call.ledgerFile, core::Durability::Process);
    if (ledger) {
        return closeHere(**ledger, call, *period);
    }
    if (ledger.error().code != core::ErrorCode::Unavailable) {
        return ledger.error();
    }
    const QByteArray body = core::JsonWriter()
                                .text("tenant", tenant)
                                .text("period", text)
                                .text("zone", zoneOf(call))
                                .toJson();
    return askOwner(call.configuration, "POST", "/api/admin/invoices", body);
}

CommandResult setTerms(const CommandCall &call)
{
    const QByteArray tenant = call.words[1].toUtf8();
    const auto discount = call.option("discount");
    const QByteArray percent =
        discount ? "-" + *discount : call.option("markup").value_or(QByteArray());
    const auto terms = core::BillingTerms::fromPercent(percent);
    if (!terms) {
        return terms.error();
    }
    const QByteArray body =
        core::JsonWriter().text("tenant", tenant).text("markup_percent", terms->percent()).toJson();
    const auto ledger = core::Ledger::open(call.ledgerFile, core::Durability::Process);
    if (!ledger) {
        return ledger.error().code == core::ErrorCode::Unavailable
                   ? askOwner(call.configuration, "POST", "/api/admin/invoices/terms", body)
                   : ledger.error();
    }
    const core::Outcome written = (*ledger)->write({core::storedTerms(tenant, *terms)});
    return written ? CommandResult(body + '\n') : written.error();
}

} // namespace

CommandResult invoiceCommand(const CommandCall &call)
{
    const QString verb = call.words.value(0);
    const qsizetype words = call.words.size();
    if (verb == "list"_L1 && words <= 2) {
        return list(call);
    }
    if (verb == "close"_L1 && words == 3) {
        return close(call);
    }
    if (verb == "terms"_L1 && words == 2) {
        return setTerms(call);
    }
    return words == 2 ? show(call) : CommandResult(usage());
}

} // namespace app
