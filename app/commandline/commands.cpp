// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"

#include "app/commandline/startup.h"
#include "core/reports/decisions.h"
#include "core/reports/reportquery.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>

namespace app {

using namespace Qt::StringLiterals;

namespace {

struct Command
{
    QLatin1StringView name;
    QLatin1StringView usage;
    CommandResult (*run)(const CommandCall &);
    std::vector<QByteArray> (*options)();
};

std::vector<QByteArray> reportOptions()
{
    std::vector<QByteArray> names = core::reportParameters();
    names.insert(names.end(), {"format", "telemetry"});
    return names;
}

std::vector<QByteArray> decisionOptions()
{
    std::vector<QByteArray> names = core::decisionParameters();
    names.emplace_back("format");
    return names;
}

std::vector<QByteArray> priceOptions()
{
    return {"input", "output", "cached-input", "cache-write", "per-request", "effective-from"};
}

std::vector<QByteArray> simulateOptions()
{
    return {"budget", "scope", "window", "limit", "price", "policy", "from", "to"};
}

std::vector<QByteArray> invoiceOptions()
{
    return {"format", "out", "zone", "markup", "discount"};
}

std::vector<QByteArray> noOptions()
{
    return {};
}

const std::array<Command, 7> &commands()
{
    static const std::array<Command, 7> all{
        Command{
            "report"_L1,
            "capstan report NAME [--from --to --format json|csv|table --by --per --tenant …]"_L1,
            reportCommand,
            reportOptions},
        Command{"decisions"_L1,
                "capstan decisions [--from --to --outcome refused,… --rule --budget --tenant … "
                "--limit --before] [--format json|csv|table]"_L1,
                decisionsCommand,
                decisionOptions},
        Command{
            "price"_L1,
            "capstan price list | set MODEL --input N --output N | remove MODEL | import FILE"_L1,
            priceCommand,
            priceOptions},
        Command{"import"_L1, "capstan import usage FILE.jsonl"_L1, importCommand, noOptions},
        Command{"import-config"_L1,
                "capstan import-config config.yaml|llm-router.toml"_L1,
                importConfigCommand,
                noOptions},
        Command{
            "simulate"_L1,
            "capstan simulate [--limit DOLLARS [--budget ID | --scope tenant:NAME] [--window day]] "
            "[--price MODEL:INPUT:OUTPUT] [--policy FILE] [--from --to]"_L1,
            simulateCommand,
            simulateOptions},
        Command{"invoice"_L1,
                "capstan invoice TENANT PERIOD [--format table|json|csv|pdf] [--out FILE] "
                "[--zone] | close TENANT PERIOD | terms TENANT --markup N | list"_L1,
                invoiceCommand,
                invoiceOptions},
    };
    return all;
}

/// The options of capstan itself that a command takes too.
const QStringList Shared{u"data-dir"_s, u"config"_s, u"port"_s, u"listen"_s};

core::Error wrong(const Command &command, const QString &message)
{
    return {core::ErrorCode::InvalidInput, message, u"Usage: %1"_s.arg(command.usage)};
}

core::Result<CommandCall>
read(const Command &command, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    const auto addOption = [&parser](const QString &name) {
        parser.addOption({name, QString(), u"VALUE"_s});
    };
    std::for_each(Shared.begin(), Shared.end(), addOption);
    for (const QByteArray &name : command.options()) {
        addOption(QString::fromLatin1(name));
    }
    if (!parser.parse(arguments)) {
        return wrong(command, parser.errorText());
    }
    QStringList general{arguments.first()};
    CommandCall call;
    for (const QString &name : parser.optionNames()) {
        if (parser.values(name).size() > 1) {
            return wrong(command, u"--%1 is given twice."_s.arg(name));
        }
        if (Shared.contains(name)) {
            general << u"--"_s + name << parser.value(name);
        } else {
            call.options.emplace_back(name.toUtf8(), parser.value(name).toUtf8());
        }
    }
    const auto line = parseCommandLine(general);
    if (!line) {
        return line.error();
    }
    auto configuration = configurationFor(*line, environment);
    if (!configuration) {
        return configuration.error();
    }
    call.words = parser.positionalArguments().mid(1);
    call.ledgerFile = ledgerFile(*configuration);
    call.configuration = *std::move(configuration);
    return call;
}

} // namespace

std::optional<QByteArray> CommandCall::option(QByteArrayView name) const
{
    for (const auto &[candidate, value] : options) {
        if (candidate == name) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<int> runCommand(const QStringList &arguments,
                              const QProcessEnvironment &environment,
                              QTextStream &out,
                              QTextStream &err,
                              InvoicePrinter printer)
{
    const auto &all = commands();
    const QString name = arguments.value(1);
    const auto *const command = std::find_if(
        all.begin(), all.end(), [&name](const Command &one) { return one.name == name; });
    if (command == all.end()) {
        return std::nullopt;
    }
    auto call = read(*command, arguments, environment);
    if (call) {
        call->printInvoice = printer;
    }
    const CommandResult result = call ? command->run(*call) : CommandResult(call.error());
    if (!result) {
        err << printable(result.error());
        const bool isUsage = result.error().code == core::ErrorCode::InvalidInput;
        return isUsage ? UsageExitCode : 1;
    }
    out << QString::fromUtf8(*result);
    out.flush();
    return 0;
}

} // namespace app
