// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/activitymodel.h"

#include "app/viewmodels/formatting.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ActivityModel::ActivityModel(QObject *parent)
    : PagedListModel(parent)
    , m_tenant(core::Dimension::Tenant, tr("Tenant"))
    , m_model(core::Dimension::Model, tr("Model"))
    , m_outcome(tr("Outcome"), outcomeChoices(), ActivityFilterChip::Picks::Several)
    , m_rule(tr("Rule"), {})
    , m_budget(tr("Budget"), {})
    , m_cost(tr("Cost over"), costChoices())
    , m_time(tr("Time"),
             {{tr("last 15 minutes"), 15min},
              {tr("last hour"), 60min},
              {tr("last day"), 24h},
              {tr("last 7 days"), 7 * 24h},
              {tr("last 30 days"), 30 * 24h}})
    , m_tag(tr("Tag"), {})
    , m_more({&m_tag, &m_request, &m_budget})
    , m_zone(QTimeZone::utc())
{
    for (const ActivityFilterChip *chip : chips()) {
        connect(chip, &ActivityFilterChip::changed, this, &ActivityModel::startOver);
    }
    connect(&m_more, &MoreFilters::changed, this, &ActivityModel::startOver);
    connect(&m_more, &MoreFilters::namesWanted, this, &ActivityModel::namesWanted);
    for (const LedgerFilterChip *chip : {&m_tenant, &m_model}) {
        connect(chip, &LedgerFilterChip::namesWanted, this, &ActivityModel::namesWanted);
    }
    connect(&m_more, &MoreFilters::looked, this, [this](const ActivityFilterChip *chip) {
        if (chip == &m_tag) {
            Q_EMIT tagsWanted();
        }
    });
}

void ActivityModel::apply(const core::Snapshot &snapshot)
{
    m_now = snapshot.at;
    m_zone = formatting::zoneOf(snapshot.zone);
    m_story.apply(snapshot);
    m_time.setNow(snapshot.at, m_zone);
    if (snapshot.revision != m_revision) {
        m_revision = snapshot.revision;
        setStale();
    }
    listChoices(snapshot);
    readHead();
}

std::array<ActivityFilterChip *, 6> ActivityModel::chips()
{
    return {&m_tenant, &m_model, &m_outcome, &m_rule, &m_cost, &m_time};
}

bool ActivityModel::isFiltered() const
{
    const std::initializer_list<const ActivityFilterChip *> chips = {
        &m_tenant, &m_model, &m_outcome, &m_rule, &m_cost, &m_time};
    return m_more.isActive() || std::any_of(chips.begin(), chips.end(), [](const auto *chip) {
               return chip->isActive();
           });
}

void ActivityModel::clearFilters()
{
    for (ActivityFilterChip *chip : chips()) {
        chip->clear();
    }
    m_more.clear();
}

void ActivityModel::startOver()
{
    Q_EMIT filterChanged();
    m_countText.clear();
    Q_EMIT countTextChanged();
    m_saving.clear(); // that was of other filters
    readAnew();
    setHeld(false);    // reads, too, when it was held
    m_countTicket = 0; // an answer under way is to another filter
    m_isCountDue = isFiltered();
    askCount();
}

/// Once somebody looks: a page that is opened with a filter tells how much matches, too.
void ActivityModel::askCount()
{
    if (isShown() && std::exchange(m_isCountDue, false)) {
        m_countTicket = ticket();
        Q_EMIT countWanted(m_countTicket, filter());
    }
}

void ActivityModel::askFor(quint64 ticket, const std::optional<core::ActivityCursor> &before)
{
    Q_EMIT pageWanted(ticket, filter(), before);
    if (!before) {
        m_story.refresh();
    }
}

void ActivityModel::tell(News news)
{
    switch (news) {
    case News::Shown:
        Q_EMIT shownChanged();
        if (isShown()) {
            m_model.look();
            askCount();
        }
        break;
    case News::Rows:
        Q_EMIT loadingChanged();
        Q_EMIT countChanged();
        break;
    case News::Error:
        Q_EMIT errorTextChanged();
        Q_EMIT loadingChanged();
        break;
    }
}

void ActivityModel::takePage(quint64 ticket, const core::ActivityPage &page)
{
    if (ticket != this->ticket()) {
        return;
    }
    learnRules(page);
    std::vector<ActivityFacts> rows;
    rows.reserve(page.rows.size());
    for (const core::ActivityRow &row : page.rows) {
        rows.push_back(ActivityFacts::of(row));
    }
    take(std::move(rows), page.next);
}

void ActivityModel::takeCount(quint64 ticket, const core::ActivityCount &count)
{
    if (ticket == m_countTicket && isFiltered()) {
        const int number = formatting::countable(count.calls);
        m_countText = count.isAtLeast ? tr("more than %Ln match", "requests", number)
                                      : tr("%Ln match(es)", "requests", number);
        Q_EMIT countTextChanged();
    }
}

void ActivityModel::setHeld(bool held)
{
    if (held != m_held) {
        m_held = held;
        Q_EMIT heldChanged();
        readHead();
    }
}

void ActivityModel::showStory(int row)
{
    if (row >= 0 && row < rowCount()) {
        m_story.show(at(row).place.id);
    }
}

QVariant ActivityModel::present(const ActivityFacts &facts) const
{
    return QVariant::fromValue(lineFor(facts, m_zone));
}
