// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/reportsapi.h"

#include "core/base/jsonwriter.h"
#include "core/reports/reportformat.h"
#include "core/reports/reportquery.h"
#include "proxy/accounts.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/prices.h"
#include "proxy/reportdesk.h"

#include <algorithm>

namespace proxy {

namespace {
constexpr QByteArrayView Root = "/api/reports/";

void respondReport(ClientStream &client,
                   const core::Result<core::Report> &report,
                   core::ReportFormat format)
{
    if (!report.ok()) {
        respondError(client, ApiError::from(report.error()));
        return;
    }
    client.respond(200,
                   {{"content-type", contentType(format)},
                    {"x-total-count", QByteArray::number(report->total)}},
                   core::toText(*report, format));
}
} // namespace

QByteArray contentType(core::ReportFormat format)
{
    switch (format) {
    case core::ReportFormat::Csv:
        return "text/csv; charset=utf-8";
    case core::ReportFormat::Table:
        return "text/plain; charset=utf-8";
    case core::ReportFormat::Json:
        break;
    }
    return "application/json";
}

void listReports(ClientStream &client)
{
    QByteArrayList list;
    for (const core::ReportDescription &report : core::reportDescriptions()) {
        list +=
            core::JsonWriter().text("name", report.name).text("question", report.question).toJson();
    }
    respondJson(client, 200, '[' + list.join(",\n ") + ']');
}

void answerReport(const WorkerContext &worker,
                  const HttpRequest &request,
                  const std::shared_ptr<ClientStream> &client)
{
    std::vector<core::QueryParameter> parameters = queryParameters(request);
    const QByteArray named = queryParameter(request, "format");
    const auto format = core::reportFormatFrom(named.isEmpty() ? QByteArray("json") : named);
    if (!format.ok()) {
        respondError(*client, ApiError::from(format.error()));
        return;
    }
    std::erase_if(parameters, [](const auto &parameter) { return parameter.first == "format"; });
    const QByteArray name = QByteArray::fromPercentEncoding(request.path.sliced(Root.size()));
    auto query = core::reportQueryFrom(name, std::move(parameters), worker.clock.now());
    if (!query.ok()) {
        respondError(*client, ApiError::from(query.error()));
        return;
    }
    query->prices = worker.prices.current();
    const auto answer = [&mailbox = worker.mailbox, client, form = *format](
                            const core::Result<core::Report> &report) {
        mailbox.post([client, form, report] { respondReport(*client, report, form); });
    };
    worker.accounts.whenWritten(
        [&desk = worker.reports, asked = *std::move(query), answer] { desk.ask(asked, answer); });
}

} // namespace proxy
