// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/decisionsapi.h"

#include "core/reports/decisions.h"
#include "proxy/accounts.h"
#include "proxy/api/ownrequest.h"
#include "proxy/api/reportsapi.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/reportdesk.h"

#include <utility>

namespace proxy {

namespace {
core::Result<core::ActivityPage> read(const QString &ledgerFile, const core::DecisionQuery &query)
{
    const auto activity = core::Activity::open(ledgerFile);
    return activity.ok() ? core::readDecisions(**activity, query) : activity.error();
}

void respondPage(ClientStream &client,
                 const core::Result<core::ActivityPage> &page,
                 core::ReportFormat format)
{
    if (!page.ok()) {
        respondError(client, ApiError::from(page.error()));
        return;
    }
    HeaderList headers{{"content-type", contentType(format)}};
    if (page->next) {
        headers.emplace_back("x-next-page", core::cursorText(page->next));
    }
    client.respond(200,
                   headers,
                   format == core::ReportFormat::Json
                       ? core::decisionsJson(*page)
                       : core::toText(core::decisionTable(*page), format));
}
} // namespace

void answerDecisions(const WorkerContext &worker,
                     const HttpRequest &request,
                     const std::shared_ptr<ClientStream> &client)
{
    std::vector<core::QueryParameter> parameters = queryParameters(request);
    const QByteArray named = queryParameter(request, "format");
    const auto format = core::reportFormatFrom(named.isEmpty() ? QByteArray("json") : named);
    std::erase_if(parameters, [](const auto &parameter) { return parameter.first == "format"; });
    auto query = core::decisionQueryFrom(std::move(parameters), worker.clock.now());
    if (!format.ok() || !query.ok()) {
        respondError(*client, ApiError::from(format.ok() ? query.error() : format.error()));
        return;
    }
    const auto answer = [&mailbox = worker.mailbox,
                         client,
                         asked = *std::move(query),
                         form = *format](const QString &ledgerFile) {
        mailbox.post(
            [client, page = read(ledgerFile, asked), form] { respondPage(*client, page, form); });
    };
    worker.accounts.whenWritten([&desk = worker.reports, answer] { desk.run(answer); });
}

} // namespace proxy
