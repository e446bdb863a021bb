// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/policycare.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Rules = std::vector<core::PolicyRule>;

/// "default · only-cheap", as far as a rule can be named.
QString nameOf(const core::PolicyNamespace &space, const core::PolicyRule &rule)
{
    return QString::fromUtf8(space.name + " · " + rule.id);
}

const core::PolicyRule *same(const Rules *rules, const QByteArray &id)
{
    if (rules == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find(*rules, id, &core::PolicyRule::id);
    return found == rules->end() ? nullptr : &*found;
}

const Rules *rulesOf(const core::Policy &policy, const QByteArray &space)
{
    const core::PolicyNamespace *found = policy.find(space);
    return found != nullptr ? &found->rules : nullptr;
}

QStringList differences(const core::Policy &before, const core::Policy &after)
{
    QStringList lines;
    for (const core::PolicyNamespace &space : after.namespaces) {
        for (const core::PolicyRule &rule : space.rules) {
            const core::PolicyRule *old = same(rulesOf(before, space.name), rule.id);
            if (old == nullptr) {
                lines += PolicyCare::tr("%1: new").arg(nameOf(space, rule));
            } else if (!(*old == rule)) {
                lines += PolicyCare::tr("%1: different").arg(nameOf(space, rule));
            }
        }
    }
    for (const core::PolicyNamespace &space : before.namespaces) {
        for (const core::PolicyRule &rule : space.rules) {
            if (same(rulesOf(after, space.name), rule.id) == nullptr) {
                lines += PolicyCare::tr("%1: gone").arg(nameOf(space, rule));
            }
        }
    }
    return lines.isEmpty() && !(before == after)
               ? QStringList(PolicyCare::tr("Its version, or the order of its rules"))
               : lines;
}

QString actionWord(core::PolicyAction action)
{
    switch (action) {
    case core::PolicyAction::Deny:
        return PolicyCare::tr("refuses");
    case core::PolicyAction::Downgrade:
        return PolicyCare::tr("moves to a cheaper model");
    case core::PolicyAction::Alert:
        break;
    }
    return PolicyCare::tr("tells");
}

} // namespace

void PolicyCare::clear()
{
    m_verdict.clear();
    m_details.clear();
    m_failed = false;
}

void PolicyCare::setInForce(const Shared &policy)
{
    m_inForce = policy;
    clear();
    Q_EMIT changed();
}

QString PolicyCare::summary() const
{
    if (!m_inForce) {
        return tr("There is none: budgets alone decide. The configuration file can name one.");
    }
    std::size_t rules = 0;
    for (const core::PolicyNamespace &space : m_inForce->namespaces) {
        rules += space.rules.size();
    }
    return tr("Version %1, rules: %2")
        .arg(QString::fromUtf8(m_inForce->version), formatting::count(static_cast<qint64>(rules)));
}

QString PolicyCare::note() const
{
    QStringList lines{summary(), file(), m_verdict, details()};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString PolicyCare::rules() const
{
    QStringList lines;
    for (const core::PolicyNamespace &space :
         m_inForce ? m_inForce->namespaces : std::vector<core::PolicyNamespace>()) {
        for (const core::PolicyRule &rule : space.rules) {
            const QByteArray primitive = core::primitiveName(rule.primitive).toByteArray();
            lines += nameOf(space, rule) + u" · "_s + QString::fromUtf8(primitive) + u" · "_s +
                     actionWord(rule.action);
        }
    }
    return lines.join(u'\n');
}

void PolicyCare::take(const core::Result<std::optional<core::Policy>> &read)
{
    clear();
    if (!read.ok()) {
        m_failed = true;
        m_verdict = tr("With this nothing changes. %1").arg(sentences::of(read.error()));
    } else {
        m_details =
            differences(m_inForce ? *m_inForce : core::Policy(), read->value_or(core::Policy()));
        m_verdict = m_details.isEmpty() ? tr("It is in force as it stands in the file.")
                                        : tr("Reading it again would change:");
    }
    Q_EMIT changed();
}

void PolicyCare::takeReload(const Shared &inForce, const core::Outcome &outcome)
{
    setInForce(inForce);
    m_failed = !outcome.ok();
    m_verdict = outcome.ok()
                    ? tr("It was read again, and is in force.")
                    : tr("The policy was not changed. %1").arg(sentences::of(outcome.error()));
    Q_EMIT changed();
}

void PolicyCare::check()
{
    Q_EMIT requested();
}

void PolicyCare::reload()
{
    if (differs()) {
        Q_EMIT reloadRequested();
    }
}
