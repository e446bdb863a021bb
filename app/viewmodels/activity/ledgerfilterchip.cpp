// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/ledgerfilterchip.h"

#include "app/viewmodels/keys/keynames.h"

#include <QSet>

#include <algorithm>

using core::Dimension;

namespace {

QStringList tenantsOf(const core::Snapshot &snapshot)
{
    QStringList tenants;
    for (const core::Snapshot::Tenant &tenant : snapshot.tenants) {
        tenants += QString::fromUtf8(tenant.name);
    }
    return tenants;
}

QStringList modelsOf(const core::Snapshot &snapshot)
{
    QStringList models;
    for (const core::UpstreamStatus &upstream : snapshot.upstreams) {
        for (const QByteArray &model : upstream.models) {
            models += QString::fromUtf8(model);
        }
    }
    models.removeDuplicates();
    return models;
}

/// Of keys, which the ledger knows by their ids; a name may be that of several.
QStringList keysCalled(const QStringList &ids)
{
    QStringList names;
    names.reserve(ids.size());
    for (const QString &id : ids) {
        names += keynames::of(id.toUtf8());
    }
    names.removeDuplicates();
    names.sort(Qt::CaseInsensitive);
    return names;
}

} // namespace

LedgerFilterChip::LedgerFilterChip(Dimension dimension, const QString &name)
    : ActivityFilterChip(name, {})
    , m_dimension(dimension)
{}

void LedgerFilterChip::apply(const core::Snapshot &snapshot)
{
    // Tenants only ever come; naming thousands thirty times a second would be felt.
    const bool isOfTenants = m_dimension == Dimension::Tenant;
    if (isOfTenants && snapshot.tenants.size() == m_tenants) {
        return;
    }
    m_tenants = isOfTenants ? snapshot.tenants.size() : 0;
    const QStringList present = isOfTenants                       ? tenantsOf(snapshot)
                                : m_dimension == Dimension::Model ? modelsOf(snapshot)
                                                                  : QStringList();
    if (present != m_present) {
        m_present = present;
        list();
    }
}

void LedgerFilterChip::setDimension(Dimension dimension)
{
    if (dimension != m_dimension) {
        m_dimension = dimension;
        m_asked = 0;
        m_tenants = 0;
        m_present.clear();
        m_known.clear();
        clear();
        list();
    }
}

void LedgerFilterChip::takeNames(Dimension dimension, const QStringList &names)
{
    if (dimension != m_dimension || m_asked == 0) {
        return;
    }
    --m_asked;
    m_known = dimension == Dimension::Key ? keysCalled(names) : names;
    list();
}

void LedgerFilterChip::look()
{
    ++m_asked;
    Q_EMIT namesWanted(m_dimension);
}

std::optional<std::pair<Dimension, QByteArray>> LedgerFilterChip::value() const
{
    return isActive() ? std::optional(std::pair(m_dimension, chosen().toUtf8())) : std::nullopt;
}

/// Those of the moment come first: they are asked for most.
void LedgerFilterChip::list()
{
    QStringList all = m_present.isEmpty() ? m_known : m_present;
    if (!m_present.isEmpty()) {
        const QSet<QString> present(m_present.begin(), m_present.end());
        std::ranges::copy_if(m_known, std::back_inserter(all), [&present](const QString &name) {
            return !present.contains(name);
        });
    }
    if (const QString typed = rangeChoice(); !typed.isEmpty()) {
        all.prepend(typed);
    }
    setAll(all);
}
