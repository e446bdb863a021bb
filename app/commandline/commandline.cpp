// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandline.h"

#include "app/commandline/ledgercommands.h"
#include "core/configuration/scalars.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

#include <array>

namespace app {

using namespace Qt::StringLiterals;

namespace {

struct Option
{
    QLatin1StringView name;
    QLatin1StringView value; ///< empty: a switch
    QLatin1StringView description;
};

constexpr std::array Options{
    Option{"headless"_L1, {}, "run the proxy without a window"_L1},
    Option{"demo"_L1, {}, "start a simulated vLLM and lively tenants, in a throw-away folder"_L1},
    Option{"port"_L1, "N"_L1, "port of the proxy (default 7007; 0 picks a free one)"_L1},
    Option{"listen"_L1, "ADDR"_L1, "IP address of the proxy (default 127.0.0.1)"_L1},
    Option{"upstream"_L1, "URL"_L1, "address of vLLM (the same as VLLM_BASE_URL)"_L1},
    Option{"data-dir"_L1, "DIR"_L1, "folder of the ledger"_L1},
    Option{"config"_L1, "FILE"_L1, "configuration file"_L1},
    Option{"connect"_L1, {}, "with check-config: try each telemetry destination"_L1},
    Option{"version"_L1, {}, "print the version"_L1},
    Option{"help"_L1, {}, "print this text"_L1},
};

QString helpText()
{
    QString text = u"Usage: capstan [options]\n"
                   "       capstan check-config [--config FILE] [--connect]\n"
                   "       capstan report NAME [--from --to --format json|csv|table]\n"
                   "       capstan decisions [--from --to --outcome --rule --budget --tenant]\n"
                   "       capstan simulate [--limit DOLLARS [--budget ID]] [--policy FILE]\n"
                   "       capstan invoice TENANT PERIOD | close | terms | list\n"
                   "       capstan price list|set|remove|import\n"
                   "       capstan import usage FILE\n"
                   "       capstan import-config FILE\n"
                   "       capstan credential list | set NAME | delete NAME\n"
                   "       capstan reconcile\n"_s +
                   adminHelp() + ledgerHelp() +
                   u"\n"
                   "Meters every LLM call of the office and holds its spend caps.\n\n"_s;
    for (const Option &option : Options) {
        const QString name = u"--%1 %2"_s.arg(option.name, option.value);
        text += u"  %1 %2\n"_s.arg(name, -16).arg(option.description);
    }
    return text +
           u"\nA value given here goes before the environment, and that before the file.\n"_s;
}

core::Error wrong(const QString &message)
{
    return {core::ErrorCode::InvalidInput, message, u"See capstan --help."_s};
}

core::Error wrongValue(const QString &option, const QString &value, const core::Error &error)
{
    return {core::ErrorCode::InvalidInput,
            u"--%1: %2 %3."_s.arg(option, core::scalars::quoted(value.toUtf8()), error.message),
            error.remedy};
}

/// The one value of an option, which must not be the next option: `--data-dir --demo` would
/// otherwise make a folder of that name.
core::Result<QString> valueOf(const QCommandLineParser &parser, const QString &option)
{
    const QStringList values = parser.values(option);
    if (values.size() > 1) {
        return wrong(u"--%1 is given twice."_s.arg(option));
    }
    if (values.first().isEmpty() || values.first().startsWith("--"_L1)) {
        return wrong(u"--%1 has no value."_s.arg(option));
    }
    return values.first();
}

/// Reads one option into `target` if it is given; the error otherwise.
std::optional<core::Error>
read(const QCommandLineParser &parser, const QString &option, auto &target, auto reader)
{
    if (!parser.isSet(option)) {
        return std::nullopt;
    }
    const core::Result<QString> value = valueOf(parser, option);
    if (!value) {
        return value.error();
    }
    auto result = reader(value->toUtf8());
    if (!result.ok()) {
        return wrongValue(option, *value, result.error());
    }
    target = *std::move(result);
    return std::nullopt;
}

core::Result<QString> folder(QByteArrayView text)
{
    const QFileInfo info(QString::fromUtf8(text));
    if (info.exists() && !info.isDir()) {
        return core::Error{core::ErrorCode::InvalidInput,
                           u"is a file"_s,
                           u"Give a folder; it is made when it does not exist."_s};
    }
    return QDir::cleanPath(info.absoluteFilePath());
}

core::Result<QString> fileName(QByteArrayView text)
{
    return QString::fromUtf8(text);
}

std::optional<core::Error> readValues(const QCommandLineParser &parser, CommandLine &line)
{
    using namespace core;
    std::optional<Error> error = read(parser, u"port"_s, line.port, scalars::port);
    if (!error) {
        error = read(parser, u"listen"_s, line.listen, scalars::address);
    }
    if (!error) {
        error = read(parser, u"upstream"_s, line.upstream, scalars::httpUrl);
    }
    if (!error) {
        error = read(parser, u"data-dir"_s, line.dataDir, folder);
    }
    if (!error) {
        error = read(parser, u"config"_s, line.configFile, fileName);
    }
    return error;
}

core::Result<CommandLine::Action> actionOf(const QStringList &commands)
{
    if (commands.isEmpty()) {
        return CommandLine::Action::Run;
    }
    if (commands.first() == "credential"_L1) {
        return CommandLine::Action::Credential;
    }
    if (commands.first() == "reconcile"_L1 && commands.size() == 1) {
        return CommandLine::Action::Reconcile;
    }
    if (commands.first() != "check-config"_L1) {
        return wrong(u"%1 is not a command; capstan --help lists them."_s.arg(
            core::scalars::quoted(commands.first().toUtf8())));
    }
    if (commands.size() > 1) {
        return wrong(u"check-config takes no argument %1."_s.arg(
            core::scalars::quoted(commands.at(1).toUtf8())));
    }
    return CommandLine::Action::CheckConfig;
}

core::Result<CommandLine> administrationOf(const QStringList &arguments)
{
    auto command = parseAdminCommand(arguments);
    if (!command.ok()) {
        return command.error();
    }
    CommandLine line;
    line.action = CommandLine::Action::Administer;
    line.admin = std::move(command->wish);
    line.dataDir = command->place.dataDir;
    line.configFile = command->place.configFile;
    return line;
}

} // namespace

core::Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    if (isAdminCommand(arguments)) {
        return administrationOf(arguments);
    }
    QCommandLineParser parser;
    for (const Option &option : Options) {
        parser.addOption({QString(option.name), QString(option.description), option.value});
    }
    if (!parser.parse(arguments)) {
        return wrong(parser.errorText());
    }
    CommandLine line;
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        line.action = CommandLine::Action::PrintText;
        line.text = parser.isSet(u"help"_s) ? helpText() : u"capstan " CAPSTAN_VERSION "\n"_s;
        return line;
    }
    const core::Result<CommandLine::Action> action = actionOf(parser.positionalArguments());
    if (!action) {
        return action.error();
    }
    line.action = *action;
    line.words = parser.positionalArguments().mid(1);
    line.headless = parser.isSet(u"headless"_s);
    line.demo = parser.isSet(u"demo"_s);
    line.connect = parser.isSet(u"connect"_s);
    if (line.connect && line.action != CommandLine::Action::CheckConfig) {
        return wrong(u"--connect belongs to check-config."_s);
    }
    if (const std::optional<core::Error> error = readValues(parser, line)) {
        return *error;
    }
    if (line.demo && line.upstream) {
        return wrong(u"--demo starts an upstream of its own, so --upstream cannot be given."_s);
    }
    return line;
}

} // namespace app
