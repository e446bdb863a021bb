// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/notices.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"
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
    return Notices::tr("%Ln call(s) refused today.", nullptr, formatting::countable(refused));
}

QString reachedText(const core::Window &window)
{
    switch (window.kind) {
    case core::WindowKind::Lifetime:
        return Notices::tr("The total cap for all tenants is reached.");
    case core::WindowKind::Rolling:
        //: %1 is a length of time: "6 h"
        return Notices::tr("The cap per %1 for all tenants is reached.").arg(windowName(window));
    case core::WindowKind::Hour:
        return Notices::tr("The hourly cap for all tenants is reached.");
    case core::WindowKind::Day:
        return Notices::tr("The daily cap for all tenants is reached.");
    case core::WindowKind::Week:
        return Notices::tr("The weekly cap for all tenants is reached.");
    case core::WindowKind::Month:
        return Notices::tr("The monthly cap for all tenants is reached.");
    }
    return {};
}

NoticeTexts capReached(const BoundBudget &bound, const core::Snapshot &snapshot)
{
    const core::Time ends = bound.state.span.ends;
    QString title = reachedText(bound.budget->window);
    title += u' ';
    title += ends == core::Time::max()
                 ? Notices::tr("New calls are refused.")
                 //: "New calls are refused until Monday."
                 : Notices::tr("New calls are refused %1.")
                       .arg(forecast::until(forecast::windowEnd(
                           ends, snapshot.at, formatting::zoneOf(snapshot.zone))));
    QString text = callsRefused(snapshot.refusedToday);
    if (snapshot.runningCount > 0) {
        text +=
            u' ' + Notices::tr("%Ln call(s) let in before is/are finishing; the cost is already "
                               "held.",
                               nullptr,
                               snapshot.runningCount);
    }
    return wording(title, text, Notices::tr("Raise cap…"));
}

} // namespace

QString trafficText(const core::TrafficFinding &traffic, const QString &upstream)
{
    const auto said = [&upstream](const QString &sentence, qint64 prompt, qint64 output) {
        return sentence.arg(formatting::count(prompt), formatting::count(output), upstream);
    };
    if (traffic.isUnmetered()) {
        return said(Notices::tr("At least %1 prompt and %2 generated tokens reached %3 without "
                                "passing Capstan. Find who calls it directly, and let only this "
                                "machine reach its port."),
                    traffic.unmeteredPrompt,
                    traffic.unmeteredOutput);
    }
    return said(Notices::tr("Capstan counted %1 prompt and %2 generated tokens that %3 did not: "
                            "calls whose count was lost are charged what they may have used."),
                traffic.overcountedPrompt,
                traffic.overcountedOutput);
}

void Notices::apply(const core::Snapshot &snapshot, const BudgetDirectory &directory)
{
    m_recovered = snapshot.recoveredCalls;
    std::vector<Notice> notices;
    if (!snapshot.ledgerError.isEmpty()) {
        notices.push_back({Failed,
                           wording(tr("The ledger cannot be written. Every call is refused."),
                                   sentences::translated(snapshot.ledgerError))});
    }
    for (const BoundBudget &bound : directory.binding({})) {
        const bool enforced = bound.budget->mode == core::BudgetMode::Enforce;
        if (enforced && bound.budget->unit == core::Unit::Usd &&
            bound.standing() == Standing::Full) {
            notices.push_back({CapReached, capReached(bound, snapshot), bound.budget->id});
        }
    }
    addStates(notices, snapshot);
    QSet<QString> titles;
    for (const Notice &notice : notices) {
        titles.insert(notice.texts.title);
    }
    m_dismissed.intersect(titles); // what comes back is said again
    show(std::move(notices));
}

void Notices::addStates(std::vector<Notice> &notices, const core::Snapshot &snapshot) const
{
    const QTimeZone zone = formatting::zoneOf(snapshot.zone);
    for (const core::UpstreamStatus &upstream : snapshot.upstreams) {
        if (!upstream.reachable) {
            const QString title =
                tr("%1 has not answered since %2.")
                    .arg(upstreamName(upstream), formatting::clock(upstream.since, zone));
            notices.push_back(
                {UpstreamDown, wording(title, sentences::translated(upstream.lastError))});
        }
    }
    if (m_refusal) {
        notices.push_back(*m_refusal);
    }
    addTroubles(notices, snapshot);
    if (snapshot.recoveredCalls > m_recoveredSeen) {
        auto recovered = wording(tr("%Ln call(s) was/were open when Capstan stopped.",
                                    nullptr,
                                    formatting::countable(snapshot.recoveredCalls)),
                                 tr("Counted at the upper bound, %1.")
                                     .arg(formatting::callCost(snapshot.recoveredCost)));
        recovered.dismissible = true;
        notices.push_back({Recovered, recovered});
    }
    if (snapshot.pausedAll) {
        notices.push_back({Paused,
                           wording(tr("All tenants are paused. New calls are refused."),
                                   callsRefused(snapshot.refusedToday),
                                   tr("Resume all"))});
    }
}

/// What can wait, and may be put away while it lasts.
void Notices::addTroubles(std::vector<Notice> &notices, const core::Snapshot &snapshot) const
{
    for (const core::UpstreamStatus &upstream : snapshot.upstreams) {
        if (upstream.traffic.isUnmetered() || upstream.traffic.isOurError()) {
            const QString name = upstreamName(upstream);
            NoticeTexts texts = wording(upstream.traffic.isUnmetered()
                                            ? tr("Traffic reaches %1 past Capstan.").arg(name)
                                            : tr("%1 and Capstan count differently.").arg(name),
                                        trafficText(upstream.traffic, name));
            texts.dismissible = true;
            notices.push_back({Unmetered, texts});
        }
        if (upstream.callsAboveBound > 0) {
            const int calls = formatting::countable(upstream.callsAboveBound);
            NoticeTexts texts = wording(tr("%Ln call(s) used more than was held.", nullptr, calls),
                                        tr("Charged in full. %1 counts more tokens than Capstan "
                                           "expected of it.")
                                            .arg(upstreamName(upstream)));
            texts.dismissible = true;
            notices.push_back({AboveBound, texts});
        }
    }
    for (const core::DestinationStatus &destination : snapshot.destinations) {
        if (destination.state == core::DestinationStatus::State::Blocked) {
            NoticeTexts texts =
                wording(tr("%1 takes nothing.").arg(QString::fromUtf8(destination.name)),
                        sentences::translated(destination.lastError));
            texts.dismissible = true;
            notices.push_back({Destination, texts});
        }
    }
    for (const auto &[kind, texts] : m_beside) {
        notices.push_back({kind, texts});
    }
}

void Notices::show(std::vector<Notice> notices)
{
    std::erase_if(notices, [this](const Notice &notice) {
        return notice.texts.dismissible && m_dismissed.contains(notice.texts.title);
    });
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
    insert(*m_refusal);
}

void Notices::setKeychainTrouble(const QString &title, const QString &remedy)
{
    setBeside(Keychain, wording(title, remedy));
}

void Notices::setUnpriced(const QString &title, const QString &text)
{
    setBeside(Unpriced, wording(title, text, tr("Set a price…")));
}

void Notices::setBeside(Kind kind, NoticeTexts texts)
{
    texts.dismissible = true;
    if (texts.title.isEmpty()) {
        m_beside.erase(kind);
        std::vector<Notice> rest = m_notices;
        std::erase_if(rest, [kind](const Notice &notice) { return notice.kind == kind; });
        show(std::move(rest));
    } else {
        m_beside.insert_or_assign(kind, texts);
        insert({kind, texts});
    }
}

/// In the place of its kind; there is one of it.
void Notices::insert(const Notice &notice)
{
    std::vector<Notice> notices = m_notices;
    std::erase_if(notices, [&notice](const Notice &one) { return one.kind == notice.kind; });
    const auto later = std::ranges::find_if(
        notices, [&notice](const Notice &one) { return one.kind > notice.kind; });
    notices.insert(later, notice);
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
        worst.more =
            tr("and %Ln more", "notices", formatting::countable(std::ssize(m_notices) - 1));
    }
    return worst;
}

void Notices::act()
{
    if (kind() == CapReached) {
        Q_EMIT capWanted(QString::fromUtf8(m_notices.front().budgetId));
    } else if (kind() == Unpriced) {
        Q_EMIT pricesWanted();
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
    } else if (kind() == Recovered) {
        m_recoveredSeen = m_recovered;
    } else {
        m_dismissed.insert(m_notices.front().texts.title);
    }
    m_notices.erase(m_notices.begin());
    Q_EMIT changed();
}
