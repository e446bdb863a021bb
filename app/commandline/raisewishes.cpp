// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/adminwishes.h"
#include "core/base/timetext.h"
#include "core/configuration/scalars.h"

#include <QDateTime>
#include <QTime>

namespace app {

using namespace Qt::StringLiterals;

namespace {

core::Time timeOf(const QDateTime &time)
{
    return core::Time(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

/// "90m", "2h", "3d" from now.
std::optional<QDateTime> after(const QDateTime &now, const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.chopped(1).toLongLong(&isNumber);
    const qint64 seconds = text.endsWith(u'm') ? 60 : text.endsWith(u'h') ? 3600 : 86'400;
    if (!isNumber || number < 1 || number > 100'000 || !u"mhd"_s.contains(text.back())) {
        return std::nullopt;
    }
    return now.addSecs(number * seconds);
}

} // namespace

std::optional<core::Time> untilFrom(const QString &text, const QDateTime &now)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    if (text == "tonight"_L1) {
        return timeOf(now.date().addDays(1).startOfDay());
    }
    if (const QTime clock = QTime::fromString(text, u"H:mm"_s); clock.isValid()) {
        const QDateTime today(now.date(), clock);
        return timeOf(today > now ? today : QDateTime(now.date().addDays(1), clock));
    }
    if (const auto later = after(now, text)) {
        return timeOf(*later);
    }
    return core::timeFromText(text);
}

core::Result<AdminWish> raiseBudget(const QCommandLineParser &parser, const QStringList &words)
{
    const QByteArray amount = words.at(1).toUtf8();
    const auto until = untilFrom(parser.value(u"until"_s), QDateTime::currentDateTime());
    if (!until) {
        return wrongWords(
            u"--until is tonight, a time of day (18:00), from now (90m, 2h, 3d), or a "
            u"time with its zone (2026-11-21T18:00:00Z)."_s);
    }
    if (const auto number = core::scalars::positiveDollars(amount); !number.ok()) {
        return wrongWords(
            u"The amount %1 %2."_s.arg(core::scalars::quoted(amount), number.error().message));
    }
    const QByteArray rest = compact({{u"id"_s, words.at(0)}, {u"until"_s, core::textOf(*until)}});
    return AdminWish{"POST",
                     "/api/admin/budgets/raise",
                     "{\"by\":" + amount + ',' + rest.sliced(1), // the number as it was typed
                     AdminWish::Show::Nothing,
                     false,
                     u"The budget %1 is raised by %2 until %3."_s.arg(
                         words.at(0), words.at(1), core::textOf(*until))};
}

core::Result<AdminWish> endRaise(const QCommandLineParser & /*parser*/, const QStringList &words)
{
    return AdminWish{"DELETE",
                     withId("/api/admin/budgets/raise", words.at(0)),
                     {},
                     AdminWish::Show::Nothing,
                     false,
                     u"The budget %1 is what it was."_s.arg(words.at(0))};
}

} // namespace app
