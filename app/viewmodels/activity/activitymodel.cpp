// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/activitymodel.h"

#include "app/viewmodels/formatting.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using core::CallOutcome;
constexpr std::array Outcomes{CallOutcome::Running,
                              CallOutcome::Allowed,
                              CallOutcome::Warned,
                              CallOutcome::Downgraded,
                              CallOutcome::Clamped,
                              CallOutcome::Queued,
                              CallOutcome::Fallback,
                              CallOutcome::Refused,
                              CallOutcome::Failed,
                              CallOutcome::Cut,
                              CallOutcome::Stopped,
                              CallOutcome::ClientGone,
                              CallOutcome::UpstreamError,
                              CallOutcome::Recovered};
constexpr std::array<qint64, 5> CostsFrom{1'000'000,     // $0.001
                                          10'000'000,    // $0.01
                                          100'000'000,   // $0.10
                                          1'000'000'000, // $1
                                          10'000'000'000};
constexpr std::array<std::chrono::minutes, 5> Ranges{15min, 60min, 24h, 7 * 24h, 30 * 24h};

QStringList outcomeWords()
{
    QStringList words;
    for (const CallOutcome outcome : Outcomes) {
        words += faceOf(outcome).word;
    }
    return words;
}

QStringList costWords()
{
    QStringList words;
    for (const qint64 nanos : CostsFrom) {
        words += formatting::exactMoney(core::Money::fromNanos(nanos));
    }
    return words;
}

/// Whom budgets are for; several budgets of one are one name.
QStringList scopesOf(const core::Snapshot &snapshot)
{
    QStringList scopes;
    for (const core::BucketState &bucket : snapshot.buckets) {
        scopes += QString::fromUtf8(bucket.label);
    }
    scopes.removeAll(QString()); // the global one, which any filter without a budget stands for
    scopes.sort();
    scopes.removeDuplicates();
    return scopes;
}

} // namespace

ActivityModel::ActivityModel(QObject *parent)
    : PagedListModel(parent)
    , m_tenant(tr("Tenant"), {})
    , m_model(tr("Model"), {})
    , m_outcome(tr("Outcome"), outcomeWords())
    , m_rule(tr("Rule"), {})
    , m_budget(tr("Budget"), {})
    , m_cost(tr("Cost over"), costWords())
    , m_time(tr("Time"),
             {tr("last 15 minutes"),
              tr("last hour"),
              tr("last day"),
              tr("last 7 days"),
              tr("last 30 days")})
    , m_zone(QTimeZone::utc())
{
    for (const ActivityFilterChip *chip : chips()) {
        connect(chip, &ActivityFilterChip::changed, this, &ActivityModel::startOver);
    }
}

void ActivityModel::apply(const core::Snapshot &snapshot)
{
    m_zone = formatting::zoneOf(snapshot.zone);
    m_story.setZone(m_zone);
    m_now = snapshot.at;
    if (snapshot.revision != m_revision) {
        m_revision = snapshot.revision;
        setStale();
    }
    listChoices(snapshot);
    readHead();
}

void ActivityModel::listChoices(const core::Snapshot &snapshot)
{
    // Tenants only ever come; naming thousands thirty times a second would be felt.
    if (snapshot.tenants.size() != m_tenants) {
        m_tenants = snapshot.tenants.size();
        QStringList tenants;
        for (const core::Snapshot::Tenant &tenant : snapshot.tenants) {
            tenants += QString::fromUtf8(tenant.name);
        }
        m_tenant.setAll(tenants);
    }
    if (snapshot.buckets.size() != m_buckets) {
        m_buckets = snapshot.buckets.size();
        m_budget.setAll(scopesOf(snapshot));
    }
    QStringList models;
    for (const core::UpstreamStatus &upstream : snapshot.upstreams) {
        for (const QByteArray &model : upstream.models) {
            models += QString::fromUtf8(model);
        }
    }
    m_model.setAll(models);
}

core::ActivityFilter ActivityModel::filter() const
{
    core::ActivityFilter filter;
    if (m_tenant.isActive()) {
        filter.values.emplace_back(core::Dimension::Tenant, m_tenant.chosen().toUtf8());
    }
    if (m_model.isActive()) {
        filter.values.emplace_back(core::Dimension::Model, m_model.chosen().toUtf8());
    }
    if (m_outcome.index() >= 0) {
        filter.outcomes = {Outcomes.at(static_cast<std::size_t>(m_outcome.index()))};
    }
    if (m_rule.isActive()) {
        filter.rule = m_rule.chosen().toUtf8();
    }
    if (m_budget.isActive()) {
        filter.budget = m_budget.chosen().toUtf8();
    }
    if (m_cost.index() >= 0) {
        const auto place = static_cast<std::size_t>(m_cost.index());
        filter.costFrom = core::Money::fromNanos(CostsFrom.at(place));
    }
    if (m_time.index() >= 0) {
        filter.from = m_now - Ranges.at(static_cast<std::size_t>(m_time.index()));
    }
    return filter;
}

std::array<ActivityFilterChip *, 7> ActivityModel::chips()
{
    return {&m_tenant, &m_model, &m_outcome, &m_rule, &m_budget, &m_cost, &m_time};
}

bool ActivityModel::isFiltered() const
{
    const auto chips = {&m_tenant, &m_model, &m_outcome, &m_rule, &m_budget, &m_cost, &m_time};
    return std::any_of(
        chips.begin(), chips.end(), [](const auto *chip) { return chip->isActive(); });
}

void ActivityModel::clearFilters()
{
    for (ActivityFilterChip *chip : chips()) {
        chip->clear();
    }
}

void ActivityModel::startOver()
{
    Q_EMIT filterChanged();
    m_countText.clear();
    Q_EMIT countTextChanged();
    readAnew();
    setHeld(false); // reads, too, when it was held
    if (isFiltered() && isShown()) {
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
        rows.push_back({row});
    }
    take(std::move(rows), page.next);
}

/// A rule that never decided anything leads to an empty list, so only those that did are offered.
void ActivityModel::learnRules(const core::ActivityPage &page)
{
    const auto known = m_rules.size();
    for (const core::ActivityRow &row : page.rows) {
        learnRule(row.code);
        if (row.reason.contains("\"policy_id\"")) {
            learnRule(core::reasonFrom(row.reason).policy);
        }
    }
    if (m_rules.size() != known) {
        m_rules.sort();
        m_rule.setAll(m_rules);
    }
}

void ActivityModel::learnRule(const QByteArray &rule)
{
    const QString name = QString::fromUtf8(rule);
    if (!name.isEmpty() && !m_rules.contains(name)) {
        m_rules += name;
    }
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
        m_story.show(at(row).row.place.id);
    }
}

QVariant ActivityModel::present(const ActivityFacts &facts) const
{
    return QVariant::fromValue(lineFor(facts.row, m_zone));
}
