// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/caps/capraise.h"

#include "app/viewmodels/caps/typedmoment.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>

namespace {

enum End { AnHour, Tonight, TomorrowNight, SundayNight, Chosen };

/// A quarter of the cap in whole dollars: enough to go on, little enough to look again.
qint64 suggestionFor(qint64 cap, core::Unit unit)
{
    const qint64 whole = unit == core::Unit::Usd ? core::Money::NanosPerDollar : 1;
    return std::max<qint64>(cap / whole / 4, 1) * whole;
}

core::Time timeOf(const QDateTime &time)
{
    return core::Time(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

void CapRaise::apply(const CapSituation &situation)
{
    if (situation.budget.id != m_situation.budget.id) {
        m_open = false;
        m_error.clear();
    }
    m_situation = situation;
    if (shown() != m_shown) {
        announce();
    }
}

// Each part by itself: a raise that is granted says what its consequence said before.
CapRaise::Shown CapRaise::shown() const
{
    return {m_open, raisedText(), consequenceText()};
}

void CapRaise::announce()
{
    m_shown = shown();
    Q_EMIT changed();
}

void CapRaise::begin()
{
    m_open = m_situation.exists;
    m_end = Tonight;
    m_untilText.clear();
    type(unitamount::plain(suggestionFor(m_situation.cap(), m_situation.unit()),
                           m_situation.unit()));
}

void CapRaise::type(const QString &text)
{
    m_amountText = text;
    m_amount.reset();
    m_error.clear();
    const auto amount =
        unitamount::parse(text, 0, m_situation.unit()); // "+20" is 20 more than nothing
    if (!amount.ok()) {
        m_error = sentences::of(amount.error());
    } else if (m_situation.cap() + *amount > unitamount::most(m_situation.unit())) {
        m_error = tr("That is more than any cap may be.");
    } else {
        m_amount = *amount;
    }
    announce();
}

void CapRaise::chooseEnd(int end)
{
    m_end = std::clamp<int>(end, AnHour, Chosen);
    announce();
}

QStringList CapRaise::ends() const
{
    return {
        tr("1 hour"), tr("tonight"), tr("tomorrow night"), tr("Sunday night"), tr("another time")};
}

bool CapRaise::isChoosing() const
{
    return m_end == Chosen;
}

void CapRaise::setUntilText(const QString &text)
{
    if (text != m_untilText) {
        m_untilText = text;
        announce();
    }
}

core::Result<core::Time> CapRaise::until() const
{
    if (m_end == Chosen) {
        return typedmoment::parse(m_untilText, m_situation.now, m_situation.zone);
    }
    if (m_end == AnHour) {
        return m_situation.now + std::chrono::hours(1);
    }
    const QDate today = formatting::local(m_situation.now, m_situation.zone).date();
    const int toSunday = Qt::Sunday - today.dayOfWeek();
    const int days = m_end == Tonight ? 0 : m_end == TomorrowNight ? 1 : toSunday;
    return timeOf(today.addDays(days + 1).startOfDay(m_situation.zone));
}

bool CapRaise::isRaised() const
{
    return m_situation.exists && m_situation.budget.isRaisedAt(m_situation.now);
}

QString CapRaise::sentence(qint64 cap, core::Time until) const
{
    return tr("Cap %1 until %2, then %3 again")
        .arg(unitamount::text(cap, m_situation.unit()),
             forecast::moment(until, m_situation.now, m_situation.zone),
             unitamount::text(m_situation.cap(), m_situation.unit()));
}

QString CapRaise::raisedText() const
{
    return isRaised()
               ? sentence(m_situation.cap() + m_situation.raise(), m_situation.budget.raise->until)
               : QString();
}

QString CapRaise::consequenceText() const
{
    const auto end = until();
    return m_open && m_amount && end.ok() ? sentence(m_situation.cap() + *m_amount, *end)
                                          : QString();
}

QString CapRaise::errorText() const
{
    if (!m_error.isEmpty() || !m_open || m_untilText.trimmed().isEmpty()) {
        return m_error;
    }
    const auto end = until();
    return end.ok() ? QString() : sentences::of(end.error());
}

void CapRaise::commit()
{
    const auto end = until();
    if (!m_open || !m_amount || !end.ok() || m_situation.budget.hardMark <= 0) {
        return;
    }
    core::Budget after = m_situation.budget;
    // The limit with which the cap is higher by exactly that much.
    const qint64 limit = unitamount::limitForCap(after, m_situation.cap() + *m_amount);
    after.raise = core::Raise{limit - after.limit, *end};
    m_open = false;
    announce();
    Q_EMIT changeRequested(m_situation.budget, after);
}

void CapRaise::endNow()
{
    if (isRaised()) {
        core::Budget after = m_situation.budget;
        after.raise.reset();
        Q_EMIT changeRequested(m_situation.budget, after);
    }
}

void CapRaise::close()
{
    m_open = false;
    m_error.clear();
    announce();
}
