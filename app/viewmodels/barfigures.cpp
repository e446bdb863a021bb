// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/barfigures.h"

#include "app/viewmodels/caps/unitamount.h"
#include "app/viewmodels/formatting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Bars
{
    Q_DECLARE_TR_FUNCTIONS(Bars)
};

double fractionOf(qint64 amount, qint64 whole)
{
    if (whole <= 0) {
        return 0;
    }
    return std::clamp(static_cast<double>(amount) / static_cast<double>(whole), 0.0, 1.0);
}

QString wordOf(Standing::Kind standing)
{
    switch (standing) {
    case Standing::Calm:
        return {};
    case Standing::Near:
        return Bars::tr("near", "its cap");
    case Standing::Full:
        return Bars::tr("cap reached");
    case Standing::Paused:
        return Bars::tr("paused");
    }
    return {};
}

QString describe(const BarAmounts &amounts)
{
    const auto figure = [&amounts](qint64 amount) {
        return unitamount::figure(amount, amounts.unit);
    };
    const QString cap = unitamount::text(amounts.cap, amounts.unit);
    QStringList words{Bars::tr("spent %1").arg(figure(amounts.spent)),
                      //: reserved for calls that run
                      Bars::tr("held %1").arg(figure(amounts.held)),
                      amounts.cap > 0 ? Bars::tr("of %1", "a cap").arg(cap) : Bars::tr("no cap")};
    words.append(wordOf(amounts.standing));
    words.removeAll(QString());
    return formatting::list(words);
}

} // namespace

BarFigures barOf(const BarAmounts &amounts, qint64 scale)
{
    const double reach = scale > 0 ? 1.0 : PostPosition;
    const qint64 whole = scale > 0 ? scale : amounts.cap;
    BarFigures bar;
    bar.spent = fractionOf(amounts.spent, whole) * reach;
    bar.held = fractionOf(core::Money::saturatingSum(amounts.spent, amounts.held), whole) * reach -
               bar.spent;
    bar.cap = amounts.cap > 0 ? fractionOf(amounts.cap, whole) * reach : -1;
    for (const qint64 mark : amounts.marks) {
        bar.marks.append(fractionOf(mark, whole) * reach);
    }
    bar.crossed = amounts.crossed;
    bar.standing = amounts.standing;
    bar.description = describe(amounts);
    return bar;
}
