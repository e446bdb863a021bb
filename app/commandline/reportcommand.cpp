// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "core/base/jsonwriter.h"
#include "core/ledger/ledger.h"
#include "core/reports/reportformat.h"
#include "core/reports/reportprices.h"
#include "core/reports/reportquery.h"
#include "core/reports/reports.h"
#include "core/reports/usageimport.h"

#include <QTemporaryDir>

#include <algorithm>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// A log of usage as a ledger of its own, for one question.
core::Outcome fill(const QString &ledgerFile, const QString &log)
{
    const auto lines = contentOf(log);
    if (!lines) {
        return lines.error();
    }
    const auto usage = core::parseUsage(*lines);
    if (!usage) {
        return usage.error();
    }
    auto ledger = core::Ledger::open(ledgerFile, core::Durability::Process);
    return ledger ? (*ledger)->write(usage->records) : core::Outcome(ledger.error());
}

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
    const QTemporaryDir folder;
    QString file = call.ledgerFile;
    if (const auto log = call.option("telemetry")) {
        file = folder.filePath(u"ledger.db"_s);
        if (const core::Outcome filled = fill(file, QString::fromUtf8(*log)); !filled) {
            return filled.error();
        }
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
