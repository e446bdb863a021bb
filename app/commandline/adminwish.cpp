// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/adminwish.h"

#include "core/budget/budget.h"
#include "core/configuration/scalars.h"
#include "core/keys/keyfacts.h"

#include <QCommandLineParser>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <functional>

namespace app {

using namespace Qt::StringLiterals;

namespace {

using Words = QStringList;
using Reader = core::Result<AdminWish> (*)(const QCommandLineParser &, const Words &);

constexpr std::array LimitOptions{"requests-per-minute"_L1,
                                  "requests-per-hour"_L1,
                                  "tokens-per-minute"_L1,
                                  "tokens-per-hour"_L1,
                                  "parallel"_L1};

core::Error wrong(const QString &message)
{
    return {core::ErrorCode::InvalidInput, message, u"See capstan --help."_s};
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray withId(const QByteArray &path, const QString &id)
{
    return path + "?id=" + id.toUtf8().toPercentEncoding();
}

/// "30d" from now, or a time with a zone as the API reads it.
QString expiry(const QString &text)
{
    bool isNumber = false;
    const int days = text.chopped(1).toInt(&isNumber);
    if (!text.endsWith(u'd') || !isNumber) {
        return text;
    }
    return QDateTime::currentDateTimeUtc().addDays(days).toString(Qt::ISODate);
}

core::Result<AdminWish> createKey(const QCommandLineParser &parser, const Words &)
{
    QJsonObject json;
    for (const QString &name : {u"name"_s, u"tenant"_s, u"agent"_s}) {
        if (parser.isSet(name)) {
            json.insert(name, parser.value(name));
        }
    }
    if (parser.isSet(u"model"_s)) {
        json.insert(u"models"_s, QJsonArray::fromStringList(parser.values(u"model"_s)));
    }
    if (parser.isSet(u"expires"_s)) {
        json.insert(u"expires_at"_s, expiry(parser.value(u"expires"_s)));
    }
    QJsonObject limits;
    for (const QLatin1StringView option : LimitOptions) {
        if (parser.isSet(option)) {
            limits.insert(QString(option).replace(u'-', u'_'), parser.value(option).toLongLong());
        }
    }
    json.insert(u"limits"_s, limits);
    if (const auto facts = core::KeyFacts().changedBy(json); !facts.ok()) {
        return facts.error();
    }
    return AdminWish{"POST", "/api/admin/keys", compact(json), AdminWish::Show::Key, false, {}};
}

core::Result<AdminWish> listKeys(const QCommandLineParser &, const Words &)
{
    return AdminWish{"GET", "/api/admin/keys", {}, AdminWish::Show::Keys, false, {}};
}

core::Result<AdminWish> revokeKey(const QCommandLineParser &, const Words &words)
{
    return AdminWish{"DELETE",
                     withId("/api/admin/keys", words.at(0)),
                     {},
                     AdminWish::Show::Nothing,
                     false,
                     u"The key %1 is revoked."_s.arg(words.at(0))};
}

core::Result<AdminWish> listBudgets(const QCommandLineParser &, const Words &)
{
    return AdminWish{"GET", "/api/admin/budgets", {}, AdminWish::Show::Budgets, false, {}};
}

/// The same words make the same budget, so that setting it again changes it. A lifetime budget in
/// dollars is the one that /api/budget knows.
QByteArray idFor(const core::Budget &budget)
{
    const QByteArray selector = budget.selector.toText();
    if (budget.unit == core::Unit::Usd && budget.window == core::Window()) {
        return "scope:" + selector;
    }
    const QByteArray what =
        selector + '|' + budget.window.toText() + '|' + QByteArray::number(int(budget.unit));
    return "b-" + QCryptographicHash::hash(what, QCryptographicHash::Sha256).toHex().left(12);
}

core::Result<core::Selector> selectorFrom(const QByteArray &text)
{
    if (text == "all") {
        return core::Selector();
    }
    return text.contains(':') ? core::Selector::parse(text) : core::Selector::fromScope(text);
}

core::Result<qint64> limitFrom(core::Unit unit, const QByteArray &text)
{
    if (unit != core::Unit::Usd) {
        return core::scalars::whole(text, 1, core::RateFigures::MostPerHour);
    }
    const auto dollars = core::scalars::positiveDollars(text);
    return dollars.ok() ? core::Result<qint64>(dollars->nanos())
                        : core::Result<qint64>(dollars.error());
}

core::Result<core::Unit> unitFrom(const QString &text)
{
    const QStringList names{u"usd"_s, u"tokens"_s, u"requests"_s};
    const auto at = names.indexOf(text.isEmpty() ? names.first() : text);
    if (at < 0) {
        return wrong(u"--unit is usd, tokens or requests."_s);
    }
    return static_cast<core::Unit>(at);
}

core::Result<AdminWish> setBudget(const QCommandLineParser &parser, const Words &words)
{
    core::Budget budget;
    const auto selector = selectorFrom(words.at(0).toUtf8());
    const auto unit = unitFrom(parser.value(u"unit"_s));
    const QByteArray windowText = parser.value(u"window"_s).toUtf8();
    const auto window = core::Window::parse(windowText.isEmpty() ? "lifetime" : windowText);
    if (!selector.ok() || !unit.ok() || !window.ok()) {
        return !selector.ok() ? selector.error() : !unit.ok() ? unit.error() : window.error();
    }
    const auto limit = limitFrom(*unit, words.at(1).toUtf8());
    if (!limit.ok()) {
        return wrong(u"The limit %1 %2."_s.arg(core::scalars::quoted(words.at(1).toUtf8()),
                                               limit.error().message));
    }
    budget.selector = *selector;
    budget.unit = *unit;
    budget.window = *window;
    budget.limit = *limit;
    budget.name = parser.value(u"name"_s);
    budget.id = parser.isSet(u"id"_s) ? parser.value(u"id"_s).toUtf8() : idFor(budget);
    if (const core::Outcome valid = budget.validate(); !valid.ok()) {
        return valid.error();
    }
    return AdminWish{"POST",
                     "/api/admin/budgets",
                     compact(budget.toJson()),
                     AdminWish::Show::Nothing,
                     false,
                     u"The budget %1 is set."_s.arg(QString::fromUtf8(budget.id))};
}

core::Result<AdminWish> deleteBudget(const QCommandLineParser &, const Words &words)
{
    return AdminWish{
        "DELETE",
        withId("/api/admin/budgets", words.at(0)),
        {},
        AdminWish::Show::Nothing,
        false,
        u"The budget %1 is deleted; what was spent stays in the ledger."_s.arg(words.at(0))};
}

core::Result<AdminWish> resetBudget(const QCommandLineParser &, const Words &words)
{
    QJsonObject json{{u"id"_s, words.at(0)}};
    if (words.size() > 1) {
        json.insert(u"label"_s, words.at(1));
    }
    return AdminWish{"POST",
                     "/api/admin/budgets/reset",
                     compact(json),
                     AdminWish::Show::Nothing,
                     false,
                     u"The budget %1 counts from zero."_s.arg(words.at(0))};
}

struct Command
{
    QLatin1StringView noun;
    QLatin1StringView verb;
    QLatin1StringView arguments; ///< those in brackets may be left out
    QStringList options;
    Reader read;
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
         {u"window"_s, u"unit"_s, u"name"_s, u"id"_s},
         setBudget},
        {"budget"_L1, "delete"_L1, "ID"_L1, {}, deleteBudget},
        {"budget"_L1, "reset"_L1, "ID [LABEL]"_L1, {}, resetBudget},
    };
    return all;
}

/// Checks how many words there are, and that each is one.
std::optional<core::Error> checkWords(const Command &command, const Words &words)
{
    const Words expected = QString(command.arguments).split(u' ', Qt::SkipEmptyParts);
    const auto optional = expected.filter(u"["_s).size();
    const bool hasEmpty = words.contains(QString());
    if (words.size() < expected.size() - optional || words.size() > expected.size() || hasEmpty) {
        return wrong(u"Usage: capstan %1 %2 %3"_s.arg(
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
        parser.addOption({option, {}, option == u"json"_s ? QString() : u"VALUE"_s});
    }
    if (!parser.parse(arguments)) {
        return wrong(parser.errorText());
    }
    const Words words = parser.positionalArguments();
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
    return arguments.size() > 1 && (arguments.at(1) == "key"_L1 || arguments.at(1) == "budget"_L1);
}

core::Result<AdminCommand> parseAdminCommand(const QStringList &arguments)
{
    const QString noun = arguments.at(1);
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
    return wrong(u"capstan %1 is followed by one of: %2."_s.arg(noun, verbs.join(u", "_s)));
}

QString adminHelp()
{
    QString text;
    for (const Command &command : commands()) {
        QString line = u"       capstan %1 %2 %3"_s.arg(
            command.noun, command.verb, QString(command.arguments));
        for (const QString &option : command.options) {
            line += option == u"json"_s ? u" [--json]"_s : u" [--%1 …]"_s.arg(option);
        }
        text += line.replace(u"  ["_s, u" ["_s) + u'\n';
    }
    return text;
}

} // namespace app
