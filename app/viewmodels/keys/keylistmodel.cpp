// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keys/keylistmodel.h"

#include "app/viewmodels/formatting.h"
#include "core/keys/virtualkey.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using core::KeyState;

namespace {

QString limitsOf(const core::KeyFacts &facts)
{
    QStringList parts;
    if (!facts.agent.isEmpty()) {
        parts << KeyListModel::tr("agent %1").arg(QString::fromUtf8(facts.agent));
    }
    if (!facts.models.empty()) {
        parts << KeyListModel::tr("%n model(s)", nullptr, static_cast<int>(facts.models.size()));
    }
    const core::RateFigures &limits = facts.limits;
    if (limits.requestsPerMinute) {
        parts << KeyListModel::tr(
            "%Ln request(s) a minute", nullptr, formatting::countable(*limits.requestsPerMinute));
    }
    if (limits.tokensPerMinute) {
        parts << KeyListModel::tr(
            "%Ln token(s) a minute", nullptr, formatting::countable(*limits.tokensPerMinute));
    }
    if (limits.requestsPerHour) {
        parts << KeyListModel::tr(
            "%Ln request(s) an hour", nullptr, formatting::countable(*limits.requestsPerHour));
    }
    if (limits.tokensPerHour) {
        parts << KeyListModel::tr(
            "%Ln token(s) an hour", nullptr, formatting::countable(*limits.tokensPerHour));
    }
    if (limits.parallel) {
        parts << KeyListModel::tr("%1 at a time").arg(formatting::count(*limits.parallel));
    }
    return parts.join(u" · "_s);
}

QHash<QByteArray, core::Budget> dailyCapsOf(const QList<core::Budget> &budgets)
{
    QHash<QByteArray, core::Budget> caps;
    for (const core::Budget &budget : budgets) {
        const auto &terms = budget.selector.terms();
        const bool isOfKey = terms.size() == 1 && terms.front().tagName.isEmpty() &&
                             terms.front().dimension == core::Dimension::Key;
        if (isOfKey && !terms.front().value.isEmpty() && budget.unit == core::Unit::Usd &&
            budget.window.kind == core::WindowKind::Day) {
            caps.insert(terms.front().value, budget);
        }
    }
    return caps;
}

} // namespace

void KeyListModel::apply(const core::Snapshot &snapshot, const QByteArray &tenant)
{
    m_now = snapshot.at;
    m_zone = formatting::zoneOf(snapshot.zone);
    m_form.apply(snapshot);
    if (!snapshot.hasBudgetsOf(m_revision)) {
        m_revision = snapshot.budgetsRevision;
        m_caps = dailyCapsOf(snapshot.budgets);
    }
    const qint64 day = formatting::local(m_now, m_zone).date().toJulianDay();
    std::vector<KeyRowFacts> wanted;
    for (const core::KeyFacts &facts : snapshot.keys) {
        if (tenant.isEmpty() || facts.tenant == tenant) {
            wanted.push_back({facts, facts.stateAt(snapshot.at), day});
        }
    }
    std::ranges::stable_sort(wanted, [](const KeyRowFacts &a, const KeyRowFacts &b) {
        return std::tuple(a.state, b.facts.createdAt) < std::tuple(b.state, a.facts.createdAt);
    });
    const int before = rowCount();
    synchronise(wanted);
    if (before != rowCount()) {
        Q_EMIT countChanged();
    }
}

QVariant KeyListModel::present(const KeyRowFacts &row) const
{
    const core::KeyFacts &facts = row.facts;
    KeyRow texts;
    texts.id = QString::fromUtf8(facts.id);
    texts.name = facts.name.isEmpty() ? texts.id : facts.name;
    texts.tenant = QString::fromUtf8(facts.tenant);
    texts.hint = QString::fromUtf8(core::VirtualKeyPrefix.toByteArray() + "…" + facts.hint);
    texts.limits = limitsOf(facts);
    texts.active = row.state == KeyState::Active;
    texts.revoked = row.state == KeyState::Revoked;
    const bool isUsed = facts.lastUsedAt != core::Time{};
    if (texts.revoked) {
        texts.used = tr("revoked %1").arg(formatting::when(facts.revokedAt, m_now, m_zone));
    } else if (row.state == KeyState::Expired) {
        texts.used = tr("expired %1").arg(formatting::when(facts.expiresAt, m_now, m_zone));
    } else {
        texts.used = isUsed ? formatting::when(facts.lastUsedAt, m_now, m_zone) : tr("never used");
    }
    return QVariant::fromValue(texts);
}

void KeyListModel::edit(int row)
{
    if (has(row) && at(row).state != KeyState::Revoked) {
        const auto cap = m_caps.constFind(at(row).key());
        m_form.edit(at(row).facts, cap == m_caps.cend() ? std::nullopt : std::optional(*cap));
    }
}

void KeyListModel::revoke(const QString &id)
{
    Q_EMIT revokeRequested(id.toUtf8());
}
