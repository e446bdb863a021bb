// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/barfigures.h"

#include "app/viewmodels/formatting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

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
        return u", near"_s;
    case Standing::Full:
        return u", cap reached"_s;
    case Standing::Paused:
        return u", paused"_s;
    }
    return {};
}

QString describe(const BarAmounts &amounts)
{
    const auto text = [](qint64 nanos) {
        return formatting::money(core::Money::fromNanos(nanos));
    };
    QString words = u"spent %1, held %2"_s.arg(text(amounts.spent), text(amounts.held));
    words += amounts.cap > 0 ? u", of %1"_s.arg(text(amounts.cap)) : u", no cap"_s;
    return words + wordOf(amounts.standing);
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
