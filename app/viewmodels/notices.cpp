// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/notices.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/upstreamstate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

NoticeTexts wording(const QString &title, const QString &text, const QString &action = {})
{
    NoticeTexts texts;
    texts.title = title;
    texts.text = text;
    texts.action = action;
    return texts;
}

QString callsRefused(qint64 refused)
{
    return formatting::things(refused, u"call"_s, u"calls"_s) + u" refused today."_s;
}

NoticeTexts capReached(const BoundBudget &bound, const core::Snapshot &snapshot)
{
    const QString cap = capName(bound.budget->window).toLower();
    const bool frees = bound.state.span.ends != core::Time::max();
    const QString until =
        frees ? u" until %1"_s.arg(forecast::windowEnd(
                    bound.state.span.ends, snapshot.at, formatting::zoneOf(snapshot.zone)))
              : QString();
    QString text = callsRefused(snapshot.refusedToday);
    if (snapshot.runningCount > 0) {
        const QString calls = formatting::things(snapshot.runningCount, u"call"_s, u"calls"_s);
        text += u" %1 let in before %2 finishing; the cost is already held."_s.arg(
            calls, snapshot.runningCount == 1 ? u"is"_s : u"are"_s);
    }
    return wording(u"The %1 for all tenants is reached. New calls are refused%2."_s.arg(cap, until),
                   text,
                   u"Raise cap…"_s);
}

} // namespace

void Notices::apply(const core::Snapshot &snapshot, const BudgetDirectory &directory)
{
    m_recovered = snapshot.recoveredCalls;
    std::vector<Notice> notices;
    if (!snapshot.ledgerError.isEmpty()) {
        notices.push_back({Failed,
                           wording(u"The ledger cannot be written. Every call is refused."_s,
                                   snapshot.ledgerError)});
    }
    for (const BoundBudget &bound : directory.binding({})) {
        const bool enforced = bound.budget->mode == core::BudgetMode::Enforce;
        if (enforced && bound.budget->unit == core::Unit::Usd &&
            bound.standing() == Standing::Full) {
            notices.push_back({CapReached, capReached(bound, snapshot)});
        }
    }
    addStates(notices, snapshot);
    show(std::move(notices));
}

void Notices::addStates(std::vector<Notice> &notices, const core::Snapshot &snapshot) const
{
    const QTimeZone zone = formatting::zoneOf(snapshot.zone);
    for (const core::UpstreamStatus &upstream : snapshot.upstreams) {
        if (!upstream.reachable) {
            const QString title = u"%1 has not answered since %2."_s.arg(
                upstreamName(upstream), formatting::clock(upstream.since, zone));
            notices.push_back({UpstreamDown, wording(title, upstream.lastError)});
        }
    }
    if (m_refusal) {
        notices.push_back(*m_refusal);
    }
    if (snapshot.recoveredCalls > m_recoveredSeen) {
        const QString calls =
            formatting::things(snapshot.recoveredCalls, u"call was"_s, u"calls were"_s);
        auto recovered = wording(
            calls + u" open when Capstan stopped."_s,
            u"Counted at the upper bound, %1."_s.arg(formatting::callCost(snapshot.recoveredCost)));
        recovered.dismissible = true;
        notices.push_back({Recovered, recovered});
    }
    if (snapshot.pausedAll) {
        notices.push_back({Paused,
                           wording(u"All tenants are paused. New calls are refused."_s,
                                   callsRefused(snapshot.refusedToday),
                                   u"Resume all"_s)});
    }
}

void Notices::show(std::vector<Notice> notices)
{
    if (notices != m_notices) {
        m_notices = std::move(notices);
        Q_EMIT changed();
    }
}

void Notices::addRefusal(const QString &what, const QString &why)
{
    NoticeTexts refusal = wording(what, why);
    refusal.dismissible = true;
    m_refusal = Notice{Refused, refusal};
    std::vector<Notice> notices = m_notices;
    std::erase_if(notices, [](const Notice &notice) { return notice.kind == Refused; });
    const auto later = std::find_if(
        notices.begin(), notices.end(), [](const Notice &notice) { return notice.kind > Refused; });
    notices.insert(later, *m_refusal);
    show(std::move(notices));
}

Notices::Kind Notices::kind() const
{
    return m_notices.empty() ? Paused : m_notices.front().kind;
}

NoticeTexts Notices::texts() const
{
    if (m_notices.empty()) {
        return {};
    }
    NoticeTexts worst = m_notices.front().texts;
    if (m_notices.size() > 1) {
        worst.more = u"and %1 more"_s.arg(m_notices.size() - 1);
    }
    return worst;
}

void Notices::act()
{
    if (kind() == CapReached) {
        Q_EMIT capOfAllWanted();
    } else if (isPresent() && kind() == Paused) {
        Q_EMIT resumeWanted();
    }
}

void Notices::dismiss()
{
    if (!isPresent() || !m_notices.front().texts.dismissible) {
        return;
    }
    if (kind() == Refused) {
        m_refusal.reset();
    } else {
        m_recoveredSeen = m_recovered;
    }
    std::vector<Notice> notices = m_notices;
    notices.erase(notices.begin());
    show(std::move(notices));
}
