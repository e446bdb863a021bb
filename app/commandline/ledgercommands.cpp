// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/ledgercommands.h"

#include "app/commandline/startup.h"
#include "core/ledger/ledgerfile.h"

#include <QCommandLineParser>
#include <QDir>

namespace app {

using namespace Qt::StringLiterals;

namespace {
struct Places
{
    QString ledger;
    QString file; ///< the command's own argument, absolute; empty for verify
};

core::Error wrong(const QString &message)
{
    return {core::ErrorCode::InvalidInput, message, u"See capstan --help."_s};
}

/// Options have the same meaning as in front of a start.
core::Result<CommandLine> optionsFrom(const QCommandLineParser &parser)
{
    CommandLine line;
    for (const QString &option : {u"data-dir"_s, u"config"_s}) {
        const QStringList values = parser.values(option);
        if (values.size() > 1) {
            return wrong(u"--%1 is given twice."_s.arg(option));
        }
        if (!values.isEmpty() && (values.first().isEmpty() || values.first().startsWith(u'-'))) {
            return wrong(u"--%1 has no value."_s.arg(option));
        }
    }
    const QString folder = parser.value(u"data-dir"_s);
    line.dataDir = folder.isEmpty() ? QString() : QDir::cleanPath(QDir().absoluteFilePath(folder));
    line.configFile = parser.value(u"config"_s);
    return line;
}

core::Result<Places> placesFrom(const QStringList &arguments,
                                const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    parser.addOption({u"data-dir"_s, {}, u"DIR"_s});
    parser.addOption({u"config"_s, {}, u"FILE"_s});
    if (!parser.parse(arguments)) {
        return wrong(parser.errorText());
    }
    const QStringList words = parser.positionalArguments();
    const bool needsFile = words.first() != "verify"_L1;
    if (words.size() != (needsFile ? 2 : 1) || words.last().isEmpty()) {
        return wrong(needsFile ? u"capstan %1 takes the name of one file."_s.arg(words.first())
                               : u"capstan verify takes no argument."_s);
    }
    const core::Result<CommandLine> line = optionsFrom(parser);
    if (!line.ok()) {
        return line.error();
    }
    const auto configuration = configurationFor(*line, environment);
    if (!configuration.ok()) {
        return configuration.error();
    }
    return Places{ledgerFile(*configuration),
                  needsFile ? QDir().absoluteFilePath(words.at(1)) : QString()};
}

int report(const core::Error &error, QTextStream &err)
{
    err << printable(error);
    return 1;
}

int verify(const Places &places, QTextStream &out, QTextStream &err)
{
    const auto differences = core::ledgerfile::verify(places.ledger);
    if (!differences.ok()) {
        return report(differences.error(), err);
    }
    for (const QString &sentence : *differences) {
        out << sentence << '\n';
    }
    if (differences->empty()) {
        out << "OK: " << places.ledger
            << ": every entry is there and unchanged, and all sums agree.\n";
        return 0;
    }
    err << u"capstan: The ledger %1 has %2 difference(s). Keep it as it is, and compare with a "
           u"backup.\n"_s.arg(places.ledger)
               .arg(differences->size());
    return 1;
}

int backUp(const Places &places, QTextStream &out, QTextStream &err)
{
    const core::Outcome done = core::ledgerfile::backUp(places.ledger, places.file);
    if (!done.ok()) {
        return report(done.error(), err);
    }
    out << "OK: " << places.file << " is a copy of " << places.ledger << ".\n";
    return 0;
}

int restore(const Places &places, QTextStream &out, QTextStream &err)
{
    const auto prepared = core::ledgerfile::prepareRestore(places.ledger, places.file);
    if (!prepared.ok()) {
        return report(prepared.error(), err);
    }
    if (core::ledgerfile::isOwned(places.ledger)) {
        out << "OK: Capstan is running, and goes on with its ledger. When it starts again, "
            << places.file << " takes the ledger's place.\nTo call that off, remove " << *prepared
            << ".\n";
        return 0;
    }
    const auto aside = core::ledgerfile::finishRestore(places.ledger, core::SystemClock().now());
    if (!aside.ok()) {
        return report(aside.error(), err);
    }
    out << "OK: " << places.ledger << " is " << places.file << " now.\n";
    if (!aside->isEmpty()) {
        out << "The former ledger is kept as " << *aside << ".\n";
    }
    return 0;
}
} // namespace

bool isLedgerCommand(const QStringList &arguments)
{
    const QString first = arguments.value(1);
    return first == "verify"_L1 || first == "backup"_L1 || first == "restore"_L1;
}

int runLedgerCommand(const QStringList &arguments,
                     const QProcessEnvironment &environment,
                     QTextStream &out,
                     QTextStream &err)
{
    const core::Result<Places> places = placesFrom(arguments, environment);
    if (!places.ok()) {
        err << printable(places.error());
        return UsageExitCode;
    }
    const QString &command = arguments.at(1);
    if (command == "verify"_L1) {
        return verify(*places, out, err);
    }
    return command == "backup"_L1 ? backUp(*places, out, err) : restore(*places, out, err);
}

QString ledgerHelp()
{
    return u"       capstan verify         proves every entry and every sum of the ledger\n"
           u"       capstan backup FILE    copies the ledger, also while Capstan runs\n"
           u"       capstan restore FILE   puts a backup in its place, at the next start while Capstan runs\n"_s;
}

} // namespace app
