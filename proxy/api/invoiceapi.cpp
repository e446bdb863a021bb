// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/invoiceapi.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "core/billing/invoicejson.h"
#include "core/billing/invoices.h"
#include "core/reports/reportformat.h"
#include "proxy/accounts.h"
#include "proxy/api/answerlater.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/reportdesk.h"

#include <array>

namespace proxy {

using namespace Qt::StringLiterals;

namespace {

core::Error invalid(const QString &message)
{
    return {core::ErrorCode::InvalidInput,
            message,
            u"Send for example {\"tenant\":\"research\",\"period\":\"2026-10\"}."_s};
}

/// What a wish names: the members of its body, each a text.
struct Wish
{
    QByteArray tenant;
    QByteArray period;
    QByteArray zone;
    QByteArray markup;
};

core::Result<Wish> wishFrom(const QByteArray &body, std::initializer_list<QByteArrayView> allowed)
{
    const auto members = core::membersOf(body);
    if (!members.ok()) {
        return members.error();
    }
    Wish wish;
    const std::array<std::pair<QByteArrayView, QByteArray *>, 4> targets{
        std::pair{QByteArrayView("tenant"), &wish.tenant},
        std::pair{QByteArrayView("period"), &wish.period},
        std::pair{QByteArrayView("zone"), &wish.zone},
        std::pair{QByteArrayView("markup_percent"), &wish.markup}};
    for (const core::JsonMember &member : *members) {
        const auto *const target =
            std::ranges::find(targets, member.name, [](const auto &one) { return one.first; });
        const QByteArrayView value = member.value(body);
        if (target == targets.end() || std::ranges::find(allowed, member.name) == allowed.end()) {
            return invalid(u"The member %1 is unknown here."_s.arg(QString::fromUtf8(member.name)));
        }
        // A percentage may be written as the number that it is.
        const auto text = core::jsonString(value);
        *target->second =
            text.value_or(member.name == "markup_percent" ? value.toByteArray() : QByteArray());
    }
    return wish.tenant.isEmpty() ? core::Result<Wish>(invalid(u"tenant is missing."_s))
                                 : core::Result<Wish>(wish);
}

void respondInvoice(ClientStream &client,
                    int status,
                    const core::Result<core::Invoice> &invoice,
                    core::ReportFormat format)
{
    if (!invoice.ok()) {
        respondError(client, ApiError::from(invoice.error()));
    } else if (format == core::ReportFormat::Csv) {
        client.respond(status,
                       {{"content-type", "text/csv; charset=utf-8"}},
                       core::toCsv(core::reportOf(*invoice)));
    } else {
        respondJson(client, status, core::toJson(*invoice));
    }
}

QByteArray listJson(const std::vector<core::Invoice> &invoices)
{
    QByteArrayList list;
    for (const core::Invoice &invoice : invoices) {
        list += core::toJson(invoice);
    }
    return "{\"invoices\":[" + list.join(",\n") + "]}";
}

void listClosed(const WorkerContext &worker,
                const QByteArray &tenant,
                const std::shared_ptr<ClientStream> &client)
{
    const auto answer = [&mailbox = worker.mailbox, client, tenant](const QString &file) {
        mailbox.post([client, found = core::closedInvoices(file, tenant)] {
            if (found.ok()) {
                respondJson(*client, 200, listJson(*found));
            } else {
                respondError(*client, ApiError::from(found.error()));
            }
        });
    };
    worker.accounts.whenWritten([&desk = worker.reports, answer] { desk.run(answer); });
}

/// What the ledger kept, once it was written.
void answerClosed(Mailbox &mailbox,
                  ReportDesk &desk,
                  const std::shared_ptr<ClientStream> &client,
                  const core::InvoiceRecord &record)
{
    desk.run([&mailbox, client, record](const QString &file) {
        const core::Outcome kept = core::checkKept(file, record);
        const core::Result<core::Invoice> invoice =
            kept.ok() ? core::invoiceFromJson(record.content) : kept.error();
        mailbox.post(
            [client, invoice] { respondInvoice(*client, 201, invoice, core::ReportFormat::Json); });
    });
}

} // namespace

void adminInvoices(const WorkerContext &worker,
                   const HttpRequest &request,
                   const std::shared_ptr<ClientStream> &client)
{
    const QByteArray tenant = queryParameter(request, "tenant");
    const QByteArray text = queryParameter(request, "period");
    if (text.isEmpty()) {
        listClosed(worker, tenant, client);
        return;
    }
    const QByteArray named = queryParameter(request, "format");
    const auto format = core::reportFormatFrom(named.isEmpty() ? QByteArray("json") : named);
    const auto period = core::billingPeriod(text, queryParameter(request, "zone"));
    if (!format.ok() || !period.ok()) {
        respondError(*client, ApiError::from(format.ok() ? period.error() : format.error()));
        return;
    }
    const auto answer = [&mailbox = worker.mailbox, client, tenant, span = *period, form = *format](
                            const QString &file) {
        mailbox.post([client, form, invoice = core::invoiceFor(file, tenant, span)] {
            respondInvoice(*client, 200, invoice, form);
        });
    };
    worker.accounts.whenWritten([&desk = worker.reports, answer] { desk.run(answer); });
}

void adminCloseInvoice(const WorkerContext &worker,
                       const HttpRequest &request,
                       const std::shared_ptr<ClientStream> &client)
{
    const auto wish = wishFrom(request.body, {"tenant", "period", "zone"});
    const auto period = wish.ok() ? core::billingPeriod(wish->period, wish->zone) : wish.error();
    if (!period.ok()) {
        respondError(*client, ApiError::from(period.error()));
        return;
    }
    const auto close = [&mailbox = worker.mailbox,
                        &accounts = worker.accounts,
                        &desk = worker.reports,
                        client,
                        tenant = wish->tenant,
                        span = *period,
                        now = worker.clock.now()](const QString &file) {
        const auto record = core::closingOf(file, tenant, span, now);
        if (!record.ok()) {
            mailbox.post(
                [client, error = record.error()] { respondError(*client, ApiError::from(error)); });
            return;
        }
        accounts.keep(*record,
                      [&mailbox, &desk, client, kept = *record](const core::Outcome &outcome) {
                          if (outcome.ok()) {
                              answerClosed(mailbox, desk, client, kept);
                          } else {
                              mailbox.post([client, error = outcome.error()] {
                                  respondError(*client, ApiError::from(error));
                              });
                          }
                      });
    };
    worker.accounts.whenWritten([&desk = worker.reports, close] { desk.run(close); });
}

void adminInvoiceTerms(const WorkerContext &worker,
                       const HttpRequest &request,
                       const std::shared_ptr<ClientStream> &client)
{
    const auto wish = wishFrom(request.body, {"tenant", "markup_percent"});
    const auto terms = wish.ok() ? core::BillingTerms::fromPercent(wish->markup) : wish.error();
    if (!terms.ok()) {
        respondError(*client, ApiError::from(terms.error()));
        return;
    }
    const QByteArray json = core::JsonWriter()
                                .text("tenant", wish->tenant)
                                .text("markup_percent", terms->percent())
                                .toJson();
    worker.accounts.keep(core::storedTerms(wish->tenant, *terms),
                         answerLater(worker.mailbox, client, 200, json));
}

} // namespace proxy
