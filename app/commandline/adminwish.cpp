// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/adminwish.h"

#include "app/commandline/adminwishes.h"

#include <QCommandLineParser>
#include <QDir>

namespace app {

using namespace Qt::StringLiterals;

namespace {

struct Command
{
    QLatin1StringView noun;
    QLatin1StringView verb;
    QLatin1StringView arguments; ///< those in brackets may be left out
    QStringList options;
    WishReader read;
};

const std::vector<Command> &commands()
{
    static const std::vector<Command> all{
        {"key"_L1,
         "create"_L1,
         ""_L1,
         {u"name"_s,
          u"tenant"_s,
          u"agent"_s,
          u"model"_s,
          u"expires"_s,
          u"requests-per-minute"_s,
          u"requests-per-hour"_s,
          u"tokens-per-minute"_s,
          u"tokens-per-hour"_s,
          u"parallel"_s},
         createKey},
        {"key"_L1, "list"_L1, ""_L1, {u"json"_s}, listKeys},
        {"key"_L1, "revoke"_L1, "ID"_L1, {}, revokeKey},
        {"budget"_L1, "list"_L1, ""_L1, {u"json"_s}, listBudgets},
        {"budget"_L1,
         "set"_L1,
         "SCOPE LIMIT"_L1,
         {u"window"_s, u"unit"_s, u"name"_s, u"id"_s, u"marks"_s},
         setBudget},
        {"budget"_L1, "delete"_L1, "ID"_L1, {}, deleteBudget},
        {"budget"_L1, "reset"_L1, "ID [LABEL]"_L1, {}, resetBudget},
        {"budget"_L1, "raise"_L1, "ID AMOUNT"_L1, {u"until"_s}, raiseBudget},
        {"budget"_L1, "unraise"_L1, "ID"_L1, {}, endRaise},
        {"alert"_L1,
         "list"_L1,
         ""_L1,
         {u"open"_s, u"hard"_s, u"budget"_s, u"label"_s, u"before"_s, u"limit"_s, u"json"_s},
         listAlerts},
        {"alert"_L1, "acknowledge"_L1, "ID|all"_L1, {}, acknowledgeAlert},
        {"alert"_L1, "mute"_L1, "UNTIL"_L1, {u"budget"_s}, muteAlerts},
        {"alert"_L1, "unmute"_L1, ""_L1, {u"budget"_s}, unmuteAlerts},
        {"alert"_L1, "test"_L1, ""_L1, {}, testAlerts},
    };
    return all;
}

bool isFlag(const QString &option)
{
    return option == "json"_L1 || option == "open"_L1 || option == "hard"_L1;
}

/// Checks how many words there are, and that each is one.
std::optional<core::Error> checkWords(const Command &command, const QStringList &words)
{
    const QStringList expected = QString(command.arguments).split(u' ', Qt::SkipEmptyParts);
    const auto optional = expected.filter(u"["_s).size();
    const bool hasEmpty = words.contains(QString());
    if (words.size() < expected.size() - optional || words.size() > expected.size() || hasEmpty) {
        return wrongWords(u"Usage: capstan %1 %2 %3"_s.arg(
            command.noun, command.verb, QString(command.arguments)));
    }
    return std::nullopt;
}

core::Result<AdminCommand> read(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"data-dir"_s, {}, u"DIR"_s});
    parser.addOption({u"config"_s, {}, u"FILE"_s});
    for (const QString &option : command.options) {
        parser.addOption({option, {}, isFlag(option) ? QString() : u"VALUE"_s});
    }
    if (!parser.parse(arguments)) {
        return wrongWords(parser.errorText());
    }
    const QStringList words = parser.positionalArguments();
    if (const auto error = checkWords(command, words)) {
        return *error;
    }
    core::Result<AdminWish> wish = command.read(parser, words);
    if (!wish.ok()) {
        return wish.error();
    }
    wish->asJson = command.options.contains(u"json"_s) && parser.isSet(u"json"_s);
    const QString folder = parser.value(u"data-dir"_s);
    return AdminCommand{
        *std::move(wish),
        {folder.isEmpty() ? QString() : QDir::cleanPath(QDir().absoluteFilePath(folder)),
         parser.value(u"config"_s)}};
}

} // namespace

bool isAdminCommand(const QStringList &arguments)
{
    static const QStringList nouns{u"key"_s, u"budget"_s, u"alert"_s};
    return arguments.size() > 1 && nouns.contains(arguments.at(1));
}

core::Result<AdminCommand> parseAdminCommand(const QStringList &arguments)
{
    const QString &noun = arguments.at(1);
    const QString verb = arguments.value(2);
    QStringList verbs;
    for (const Command &command : commands()) {
        if (command.noun == noun && command.verb == verb) {
            return read(command, arguments.mid(2));
        }
        if (command.noun == noun) {
            verbs << QString(command.verb);
        }
    }
    return wrongWords(u"capstan %1 is followed by one of: %2."_s.arg(noun, verbs.join(u", "_s)));
}

QString adminHelp()
{
    QString text;
    for (const Command &command : commands()) {
        QString line = u"       capstan %1 %2 %3"_s.arg(
            command.noun, command.verb, QString(command.arguments));
        for (const QString &option : command.options) {
            line += (isFlag(option) ? u" [--%1]"_s : u" [--%1 …]"_s).arg(option);
        }
        text += line.replace(u"  ["_s, u" ["_s) + u'\n';
    }
    return text;
}

} // namespace app
