// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alerts/mutedesk.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/typedmoment.h"

using namespace std::chrono_literals;

MuteDesk::MuteDesk(QObject *parent)
    : RowListModel(parent)
    , m_budget(tr("Budget"), {})
    , m_zone(QTimeZone::utc())
{}

void MuteDesk::apply(const core::Snapshot &snapshot)
{
    m_now = snapshot.at;
    m_zone = formatting::zoneOf(snapshot.zone);
    if (m_budgets.follow(snapshot)) {
        m_budget.setAll(m_budgets.names());
    }
    const qint64 day = formatting::local(m_now, m_zone).date().toJulianDay();
    std::vector<MuteFacts> wanted;
    for (const core::AlertMute &mute : snapshot.alertMutes) {
        const QString title =
            mute.budgetId.isEmpty() ? tr("Every budget") : m_budgets.nameOf(mute.budgetId);
        wanted.push_back({mute, title, day});
    }
    const int before = count();
    synchronise(wanted);
    if (before != count()) {
        Q_EMIT countChanged();
    }
}

QStringList MuteDesk::choices() const
{
    return {tr("for an hour"),
            tr("until tomorrow"),
            tr("for a week"),
            tr("until I unmute"),
            tr("until a time")};
}

bool MuteDesk::isTyped() const
{
    return m_choice == choices().size() - 1;
}

void MuteDesk::setChoice(int choice)
{
    if (choice != m_choice && choice >= 0 && choice < choices().size()) {
        m_choice = choice;
        m_errorText.clear();
        Q_EMIT changed();
    }
}

void MuteDesk::setUntil(const QString &until)
{
    if (until != m_until) {
        m_until = until;
        m_errorText.clear();
        Q_EMIT changed();
    }
}

std::optional<core::Time> MuteDesk::chosenEnd() const
{
    if (isTyped()) {
        const auto moment = typedMoment(m_until, m_now, m_zone);
        return moment ? std::optional(moment->begins) : std::nullopt;
    }
    const core::Time ends[] = {
        m_now + 1h, formatting::tomorrow(m_now, m_zone), m_now + 7 * 24h, core::Time::max()};
    return ends[m_choice];
}

void MuteDesk::mute()
{
    const std::optional<core::Time> end = chosenEnd();
    const bool isEmpty = m_until.trimmed().isEmpty();
    m_errorText = !end && isEmpty ? tr("Write until when.")
                  : !end          ? noMoment(m_until)
                  : *end <= m_now ? tr("That is over already.")
                                  : QString();
    Q_EMIT changed();
    if (m_errorText.isEmpty()) {
        const qsizetype place = m_budget.index();
        Q_EMIT muteRequested(place < 0 ? QByteArray() : m_budgets.idAt(place), *end);
    }
}

void MuteDesk::unmute(const QString &key)
{
    Q_EMIT unmuteRequested(key.toUtf8());
}

QVariant MuteDesk::present(const MuteFacts &facts) const
{
    MuteRow row;
    row.key = QString::fromUtf8(facts.mute.budgetId);
    row.title = facts.title;
    row.until = facts.mute.until == core::Time::max()
                    ? tr("until you unmute")
                    : tr("until %1").arg(formatting::when(facts.mute.until, m_now, m_zone));
    return QVariant::fromValue(row);
}
