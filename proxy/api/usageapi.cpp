// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/usageapi.h"

#include "core/base/jsonwriter.h"
#include "core/reports/usageimport.h"
#include "proxy/accounts.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/reportdesk.h"

#include <utility>

namespace proxy {

namespace {
void answer(const std::shared_ptr<ClientStream> &client,
            const core::Outcome &outcome,
            const QByteArray &json)
{
    if (outcome.ok()) {
        respondJson(*client, 201, json);
    } else {
        respondError(*client, ApiError::from(outcome.error()));
    }
}
} // namespace

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
