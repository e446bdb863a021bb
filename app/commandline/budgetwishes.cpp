// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/adminwishes.h"
#include "core/alerts/markstext.h"
#include "core/budget/budget.h"
#include "core/configuration/scalars.h"
#include "core/limits/ratelimit.h"

#include <QCryptographicHash>

namespace app {

using namespace Qt::StringLiterals;

namespace {

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
        return wrongWords(u"--unit is usd, tokens or requests."_s);
    }
    return static_cast<core::Unit>(at);
}

} // namespace

core::Result<AdminWish> listBudgets(const QCommandLineParser & /*parser*/,
                                    const QStringList & /*words*/)
{
    return AdminWish{"GET", "/api/admin/budgets", {}, AdminWish::Show::Budgets, false, {}};
}

core::Result<AdminWish> setBudget(const QCommandLineParser &parser, const QStringList &words)
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
        return wrongWords(u"The limit %1 %2."_s.arg(core::scalars::quoted(words.at(1).toUtf8()),
                                                    limit.error().message));
    }
    budget.selector = *selector;
    budget.unit = *unit;
    budget.window = *window;
    budget.limit = *limit;
    budget.name = parser.value(u"name"_s);
    if (parser.isSet(u"marks"_s)) {
        const auto marks = core::marksFrom(parser.value(u"marks"_s), budget.hardMark);
        if (!marks.ok()) {
            return marks.error();
        }
        budget.softMarks = *marks;
    }
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

core::Result<AdminWish> deleteBudget(const QCommandLineParser & /*parser*/,
                                     const QStringList &words)
{
    return AdminWish{
        "DELETE",
        withId("/api/admin/budgets", words.at(0)),
        {},
        AdminWish::Show::Nothing,
        false,
        u"The budget %1 is deleted; what was spent stays in the ledger."_s.arg(words.at(0))};
}

core::Result<AdminWish> resetBudget(const QCommandLineParser & /*parser*/, const QStringList &words)
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

} // namespace app
