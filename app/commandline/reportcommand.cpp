// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "core/base/jsonwriter.h"
#include "core/reports/reportformat.h"
#include "core/reports/reportprices.h"
#include "core/reports/reportquery.h"
#include "core/reports/reports.h"
#include "core/reports/usageledger.h"

#include <algorithm>

namespace app {

using namespace Qt::StringLiterals;

namespace {

core::Time now()
{
    return core::SystemClock().now();
}

} // namespace

CommandResult reportCommand(const CommandCall &call)
{
    std::vector<core::QueryParameter> parameters = call.options;
    std::erase_if(parameters, [](const auto &parameter) {
        return parameter.first == "format" || parameter.first == "telemetry";
    });
    const QByteArray name = call.words.value(0).toUtf8();
    auto query = core::reportQueryFrom(name, std::move(parameters), now());
    const auto format = core::reportFormatFrom(call.option("format").value_or("json"));
    if (!query || !format) {
        return query ? format.error() : query.error();
    }
    QString file = call.ledgerFile;
    std::unique_ptr<core::UsageLedger> ofLog;
    if (const auto log = call.option("telemetry")) {
        auto made = core::UsageLedger::of(QString::fromUtf8(*log));
        if (!made) {
            return made.error();
        }
        ofLog = std::move(*made);
        file = ofLog->file();
    }
    const auto reports = core::Reports::open(file);
    const auto connection = core::Connection::openToRead(file);
    if (!reports || !connection) {
        return reports ? connection.error() : reports.error();
    }
    const auto prices = core::priceBookOf(**connection, call.configuration.prices());
    if (!prices) {
        return prices.error();
    }
    query->prices = *prices;
    const auto report = (*reports)->run(*query);
    return report ? CommandResult(core::toText(*report, *format)) : report.error();
}

} // namespace app
