// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/budget.h"

#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype LongestId = 64;    // fits every generated id and a readable one
constexpr qsizetype LongestName = 200; // one line in the window
constexpr std::chrono::seconds LongestQueue = 300s;

// 128 bits: a limit of 2^63 times a million does not fit in 64.
qint64 share(qint64 limit, int mark, int roundUpBy)
{
    const __int128 product = static_cast<__int128>(limit) * mark + roundUpBy;
    return static_cast<qint64>(product / Budget::Whole);
}

bool isPrintable(const QByteArray &id)
{
    return std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

bool hasEmpty(const std::vector<QByteArray> &names)
{
    return std::any_of(names.begin(), names.end(), [](const auto &n) { return n.isEmpty(); });
}

void checkMarks(const Budget &budget, QStringList &wrong)
{
    const bool hardFits = budget.hardMark > 0 && budget.hardMark <= Budget::Whole;
    if (!hardFits) {
        wrong += u"hard_mark_ppm must be above 0 and at most 1000000"_s;
    }
    int previous = 0;
    for (const int mark : budget.softMarks) {
        if (mark <= previous || (hardFits && mark > budget.hardMark)) {
            wrong += u"soft_marks_ppm must rise, each above 0 and at most hard_mark_ppm"_s;
            return;
        }
        previous = mark;
    }
}

void checkDowngrades(const Budget &budget, QStringList &wrong)
{
    for (const SoftActions::Downgrade &rule : budget.atSoft.downgrades) {
        if (rule.from.empty() || hasEmpty(rule.from) || rule.to.isEmpty()) {
            wrong += u"at_soft.downgrades needs model names in from and to"_s;
        } else if (std::find(rule.from.begin(), rule.from.end(), rule.to) != rule.from.end()) {
            wrong +=
                u"at_soft.downgrades leads from %1 to itself"_s.arg(QString::fromUtf8(rule.to));
        }
    }
    if (hasEmpty(budget.atSoft.disableTools)) {
        wrong += u"at_soft.disable_tools holds an empty name"_s;
    }
}

void checkHard(const Budget &budget, QStringList &wrong)
{
    const bool queues = budget.atHard == HardAction::Queue;
    if (budget.queueFor > LongestQueue || budget.queueFor < (queues ? 1s : 0s)) {
        wrong += u"queue_for_s must be 1 to 300 where at_hard is queue"_s;
    }
    if (budget.atHard == HardAction::Downgrade && budget.atSoft.downgrades.empty()) {
        wrong += u"at_hard is downgrade, but at_soft.downgrades names no model"_s;
    }
}

void checkRaise(const Budget &budget, QStringList &wrong)
{
    const qint64 most = std::numeric_limits<qint64>::max() - std::max<qint64>(budget.limit, 0);
    if (budget.raise && (budget.raise->by <= 0 || budget.raise->by > most)) {
        wrong += u"the raise must be above 0, and the raised limit an amount that can be counted"_s;
    }
}

void checkIdentity(const Budget &budget, QStringList &wrong)
{
    if (budget.id.isEmpty() || budget.id.size() > LongestId || !isPrintable(budget.id)) {
        wrong += u"id must be 1 to 64 printable ASCII characters without a space"_s;
    }
    if (budget.name.size() > LongestName) {
        wrong += u"name must have at most 200 characters"_s;
    }
    if (budget.yieldsToExact && !budget.selector.hasWildcard()) {
        wrong += u"yields_to_exact needs a selector with a wildcard"_s;
    }
}

} // namespace

Budget Budget::inForceAt(Time now) const
{
    Budget budget = *this;
    if (isRaisedAt(now)) {
        budget.limit += raise->by;
    }
    return budget;
}

qint64 Budget::cap() const
{
    return capOf(limit, hardMark);
}

qint64 Budget::markAmount(int mark) const
{
    return markAmountOf(limit, mark);
}

qint64 Budget::capOf(qint64 limit, int hardMark)
{
    return share(limit, hardMark, 0);
}

qint64 Budget::markAmountOf(qint64 limit, int mark)
{
    return share(limit, mark, Whole - 1);
}

Outcome Budget::validate() const
{
    QStringList wrong;
    checkIdentity(*this, wrong);
    checkMarks(*this, wrong);
    if (limit <= 0) {
        wrong += u"the limit must be above 0"_s;
    } else if (hardMark > 0 && cap() <= 0) {
        wrong += u"the limit times hard_mark_ppm is 0: no call could ever pass"_s;
    }
    if (const Outcome outcome = window.validate(); !outcome) {
        wrong += u"window: "_s + outcome.error().message;
    }
    checkDowngrades(*this, wrong);
    checkHard(*this, wrong);
    checkRaise(*this, wrong);
    if (wrong.isEmpty()) {
        return Done{};
    }
    return Error{
        ErrorCode::InvalidInput,
        u"The budget %1 is not valid: %2."_s.arg(QString::fromUtf8(id), wrong.join(u"; "_s)),
        u"Correct these fields; nothing was changed."_s};
}

QByteArray newBudgetId()
{
    constexpr quint64 TwelveDigits = (quint64(1) << 48) - 1;
    const quint64 random = QRandomGenerator::system()->generate64() & TwelveDigits;
    return "b-" + QByteArray::number(random, 16).rightJustified(12, '0');
}

} // namespace core
