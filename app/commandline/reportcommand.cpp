// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "core/base/jsonwriter.h"
#include "core/ledger/ledger.h"
#include "core/reports/reportformat.h"
#include "core/reports/reportquery.h"
#include "core/reports/reports.h"
#include "core/reports/usageimport.h"
#include "core/whatif/whatifjson.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace app {

using namespace Qt::StringLiterals;

namespace {

core::Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return core::Error{core::ErrorCode::NotFound,
                           u"%1 cannot be read: %2."_s.arg(path, file.errorString()),
                           u"Name a file that this user may read."_s};
    }
    return file.readAll();
}

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
    const auto query = core::reportQueryFrom(name, std::move(parameters), now());
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
    if (!reports) {
        return reports.error();
    }
    const auto report = (*reports)->run(*query);
    return report ? CommandResult(core::toText(*report, *format)) : report.error();
}

/// The budget that is meant: one that there is, or a new one for a scope.
static core::Result<core::Budget> proposed(const CommandCall &call,
                                           const std::vector<core::Budget> &stored)
{
    const auto limit = core::Money::parse(call.option("limit").value_or(QByteArray()));
    if (!limit) {
        return core::Error{core::ErrorCode::InvalidInput,
                           u"--limit is no amount in dollars."_s,
                           u"Write --limit 5.00."_s};
    }
    core::Budget budget;
    budget.id = call.option("budget").value_or(core::newBudgetId());
    const auto known = std::find_if(
        stored.begin(), stored.end(), [&](const core::Budget &one) { return one.id == budget.id; });
    if (known != stored.end()) {
        budget = *known;
    } else if (call.option("budget")) {
        return core::Error{core::ErrorCode::NotFound,
                           u"There is no budget %1."_s.arg(QString::fromUtf8(budget.id)),
                           u"GET /api/admin/budgets lists them; or give --scope."_s};
    }
    budget.limit = limit->nanos();
    if (const auto scope = call.option("scope")) {
        const auto selector = core::Selector::fromScope(*scope);
        if (!selector) {
            return selector.error();
        }
        budget.selector = *selector;
    }
    if (const auto text = call.option("window")) {
        const auto window = core::Window::parse(*text);
        if (!window) {
            return window.error();
        }
        budget.window = *window;
    }
    return budget;
}

CommandResult simulateCommand(const CommandCall &call)
{
    const auto stored = core::storedBudgets(call.ledgerFile);
    if (!stored) {
        return stored.error();
    }
    const auto budget = proposed(call, *stored);
    if (!budget) {
        return budget.error();
    }
    std::vector<core::QueryParameter> range;
    std::copy_if(call.options.begin(),
                 call.options.end(),
                 std::back_inserter(range),
                 [](const auto &option) { return option.first == "from" || option.first == "to"; });
    const auto query = core::reportQueryFrom("simulate", range, now());
    if (!query) {
        return query.error();
    }
    const auto answer = core::replay(call.ledgerFile,
                                     {.budgets = core::withBudget(*stored, *budget),
                                      .price = {},
                                      .from = query->from,
                                      .to = query->to});
    return answer ? CommandResult(core::toJson(*answer) + '\n') : answer.error();
}

} // namespace app
