// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/startup.h"

#include "core/configuration/configurationreader.h"
#include "core/configuration/environment.h"
#include "core/configuration/ownersettingsfile.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace app {

using namespace Qt::StringLiterals;

namespace {

QString standardDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/capstan"_s;
}

QString counted(std::size_t count, const QString &thing)
{
    return u"%1 %2%3"_s.arg(count).arg(thing, count == 1 ? u""_s : u"s"_s);
}

QString summary(const core::Configuration &configuration)
{
    const std::optional<core::Money> limit = configuration.budgetDefaults.limit;
    return QStringList{counted(configuration.providers.size(), u"provider"_s),
                       counted(configuration.models.size(), u"model"_s),
                       counted(configuration.routes.size(), u"route"_s),
                       counted(configuration.limits.size(), u"rate limit"_s),
                       limit ? u"default budget $%1"_s.arg(QString::fromUtf8(limit->toDecimal()))
                             : u"no default budget"_s}
        .join(u", "_s);
}

} // namespace

core::Result<core::Configuration> configurationFor(const CommandLine &line,
                                                   QProcessEnvironment environment)
{
    if (line.upstream) {
        environment.insert(u"VLLM_BASE_URL"_s, QString::fromUtf8(*line.upstream));
    }
    const bool isServer = core::isPostgres(environment.value(u"DATABASE_URL"_s).toUtf8());
    if (line.demo || (!line.dataDir.isEmpty() && !isServer)) {
        environment.remove(u"DATABASE_URL"_s);
    }
    core::Result<core::Configuration> result =
        core::readConfiguration(configurationFile(line), environment);
    if (!result) {
        return result;
    }
    if (line.port) {
        result->written.push_back(u"server.port"_s);
    }
    if (line.listen) {
        result->written.push_back(u"server.listen"_s);
    }
    core::ServerSettings &server = result->server;
    server.port = line.port.value_or(server.port);
    server.listen = line.listen.value_or(server.listen);
    if (!line.dataDir.isEmpty()) {
        server.dataDir = line.dataDir;
    } else if (line.demo) {
        server.dataDir.clear();
    } else if (server.dataDir.isEmpty()) {
        server.dataDir = standardDataDir();
    }
    const auto owner = core::OwnerSettingsFile(ownerSettingsFile(*result)).read();
    if (!owner.ok()) {
        return owner.error();
    }
    layUnder(*owner, *result);
    return result;
}

QString configurationFile(const CommandLine &line)
{
    if (!line.configFile.isEmpty() || line.demo) {
        return line.configFile;
    }
    return QStandardPaths::locate(QStandardPaths::GenericConfigLocation, u"capstan/capstan.yaml"_s);
}

QString ownerSettingsFile(const core::Configuration &configuration)
{
    const QString &folder = configuration.server.dataDir;
    return folder.isEmpty() ? QString() : folder + u"/settings.ini"_s;
}

QString ledgerFile(const core::Configuration &configuration)
{
    return configuration.databaseFile.isEmpty() ? configuration.server.dataDir + u"/ledger.db"_s
                                                : configuration.databaseFile;
}

int checkConfig(const CommandLine &line,
                const QProcessEnvironment &environment,
                QTextStream &out,
                QTextStream &err)
{
    const core::Result<core::Configuration> configuration = configurationFor(line, environment);
    if (!configuration) {
        err << printable(configuration.error());
        return UsageExitCode;
    }
    const QString file = configurationFile(line);
    out << "OK: " << (file.isEmpty() ? u"no file"_s : file) << ": " << summary(*configuration)
        << '\n';
    for (const QString &warning : configuration->warnings) {
        out << "Warning: " << warning << '\n';
    }
    return 0;
}

QString printable(const core::Error &error)
{
    const QString stop = error.message.endsWith(u'.') ? QString() : u"."_s;
    return u"capstan: "_s + error.message + stop + u' ' + error.remedy + u'\n';
}

} // namespace app
