// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the log can be filtered by, and what the filters come to.
#include "app/viewmodels/activity/activitymodel.h"
#include "app/viewmodels/formatting.h"

#include <array>

using namespace Qt::StringLiterals;

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

QStringList ActivityModel::outcomeChoices()
{
    QStringList words;
    for (const CallOutcome outcome : Outcomes) {
        words += faceOf(outcome).word;
    }
    return words;
}

QStringList ActivityModel::costChoices()
{
    QStringList words;
    for (const qint64 nanos : CostsFrom) {
        words += formatting::exactMoney(core::Money::fromNanos(nanos));
    }
    return words;
}

void ActivityModel::listChoices(const core::Snapshot &snapshot)
{
    m_tenant.apply(snapshot);
    m_model.apply(snapshot);
    m_more.apply(snapshot);
    if (snapshot.buckets.size() != m_buckets) {
        m_buckets = snapshot.buckets.size();
        m_budget.setAll(scopesOf(snapshot));
    }
}

void ActivityModel::takeNames(core::Dimension dimension, const QStringList &names)
{
    m_tenant.takeNames(dimension, names);
    m_model.takeNames(dimension, names);
    m_more.takeNames(dimension, names);
}

void ActivityModel::takeTags(const std::vector<core::ActivityTag> &tags)
{
    QStringList choices;
    for (const core::ActivityTag &tag : tags) {
        choices += QString::fromUtf8(tag.first) + u": "_s + QString::fromUtf8(tag.second);
        m_tags.insert(choices.constLast(), tag);
    }
    m_tag.setAll(choices);
}

core::ActivityFilter ActivityModel::filter() const
{
    core::ActivityFilter filter;
    for (const LedgerFilterChip *chip : {&m_tenant, &m_model}) {
        if (const auto value = chip->value()) {
            filter.values.push_back(*value);
        }
    }
    for (const qsizetype place : m_outcome.indices()) {
        filter.outcomes.push_back(Outcomes.at(static_cast<std::size_t>(place)));
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
    const auto more = m_more.values();
    filter.values.insert(filter.values.end(), more.begin(), more.end());
    if (m_tag.isActive()) {
        filter.tags.push_back(m_tags.value(m_tag.chosen()));
    }
    filter.id = m_request.id();
    filter.from = m_time.from();
    filter.to = m_time.to();
    return filter;
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
