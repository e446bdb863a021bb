// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/usageapi.h"

#include "core/base/jsonwriter.h"
#include "core/reports/spanimport.h"
#include "core/reports/usageimport.h"
#include "proxy/accounts.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/reportdesk.h"

#include <functional>
#include <utility>

namespace proxy {

namespace {
void answer(const std::shared_ptr<ClientStream> &client,
            const core::Outcome &outcome,
            const QByteArray &json,
            int status = 201)
{
    if (outcome.ok()) {
        respondJson(*client, status, json);
    } else {
        respondError(*client, ApiError::from(outcome.error()));
    }
}

/// OTLP's answer: what was not taken, and why.
QByteArray spanAnswer(const core::ImportedUsage &usage)
{
    if (usage.skipped == 0) {
        return "{}";
    }
    const QByteArray why = "The first span whose cost or time cannot be read is number " +
                           QByteArray::number(usage.firstSkipped) + '.';
    return core::JsonWriter()
        .raw("partialSuccess",
             core::JsonWriter()
                 .text("rejectedSpans", QByteArray::number(usage.skipped))
                 .text("errorMessage", why)
                 .toJson())
        .toJson();
}

/// Reads at the desk, because that takes longer than a call may wait; the answer waits for the
/// ledger: an exporter that hears nothing sends again.
void takeSpansAtTheDesk(
    const QByteArray &spans,
    Accounts &accounts,
    const std::function<void(const core::Outcome &, const QByteArray &)> &answer)
{
    auto usage = core::parseSpans(spans);
    if (!usage.ok()) {
        answer(usage.error(), {});
        return;
    }
    const QByteArray json = spanAnswer(*usage);
    if (usage->records.empty()) {
        answer(core::Done{}, json);
        return;
    }
    accounts.addHistory(std::move(usage->records),
                        [answer, json](const core::Outcome &outcome) { answer(outcome, json); });
}
} // namespace

void takeSpans(const WorkerContext &worker,
               const HttpRequest &request,
               const std::shared_ptr<ClientStream> &client)
{
    worker.reports.run([&mailbox = worker.mailbox,
                        &accounts = worker.accounts,
                        client,
                        spans = request.body](const QString &) {
        takeSpansAtTheDesk(
            spans, accounts, [&mailbox, client](const core::Outcome &outcome, const auto &json) {
                mailbox.post([client, outcome, json] { answer(client, outcome, json, 200); });
            });
    });
}

void adminImportUsage(const WorkerContext &worker,
                      const HttpRequest &request,
                      const std::shared_ptr<ClientStream> &client)
{
    // At the desk, because reading a large log takes longer than a call may wait.
    worker.reports.run(
        [&mailbox = worker.mailbox, &accounts = worker.accounts, client, lines = request.body](
            const QString &) {
            auto usage = core::parseUsage(lines);
            if (!usage.ok()) {
                mailbox.post([client, error = usage.error()] { answer(client, error, {}); });
                return;
            }
            const QByteArray json = core::JsonWriter()
                                        .number("calls", usage->calls)
                                        .number("skipped", usage->skipped)
                                        .number("first_skipped_line", usage->firstSkipped)
                                        .toJson();
            accounts.addHistory(
                std::move(usage->records), [&mailbox, client, json](const core::Outcome &outcome) {
                    mailbox.post([client, outcome, json] { answer(client, outcome, json); });
                });
        });
}

} // namespace proxy
