// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SettingsModel that adds, changes and removes upstreams.
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/settings/settingsmodel.h"
#include "core/configuration/scalars.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using core::OwnerSettings;

namespace {

struct Change
{
    Q_DECLARE_TR_FUNCTIONS(UpstreamChange)
};

auto upstreamNamed(auto &upstreams, const QByteArray &name)
{
    return std::ranges::find(upstreams, name, &OwnerSettings::Upstream::name);
}

/// Models that no other upstream serves.
QStringList onlyOf(const core::UpstreamStatus &status, const std::vector<core::UpstreamStatus> &all)
{
    QStringList alone;
    for (const QByteArray &model : status.models) {
        const bool isElsewhere = std::ranges::any_of(all, [&](const core::UpstreamStatus &other) {
            return other.name != status.name &&
                   std::ranges::find(other.models, model) != other.models.end();
        });
        if (!isElsewhere) {
            alone.push_back(QString::fromUtf8(model));
        }
    }
    return alone;
}

} // namespace

QString UpstreamChange::text() const
{
    const QString name = QString::fromUtf8(upstream().name);
    return !before  ? Change::tr("Upstream %1 added").arg(name)
           : !after ? Change::tr("Upstream %1 removed").arg(name)
                    : Change::tr("Upstream %1: %2").arg(name, QString::fromUtf8(after->baseUrl));
}

bool SettingsModel::saveUpstream(const QString &name, const QString &address)
{
    const auto id = core::scalars::name(name.trimmed().toUtf8());
    const auto url = core::scalars::httpUrl(address.trimmed().toUtf8());
    if (!id.ok()) {
        return fail({core::ErrorCode::InvalidInput,
                     tr("“%1” is no name for an upstream.").arg(name),
                     tr("Give a short word without blanks, as vllm.")});
    }
    if (!url.ok()) {
        return fail({core::ErrorCode::InvalidInput,
                     tr("“%1” is no address of a server.").arg(address),
                     tr("Give one as http://localhost:8000/v1.")});
    }
    if (const auto change = changeUpstream(*id, OwnerSettings::Upstream{*id, *url})) {
        Q_EMIT upstreamChanged(*change);
    }
    return m_error.isEmpty();
}

std::optional<UpstreamChange>
SettingsModel::changeUpstream(const QByteArray &name,
                              const std::optional<OwnerSettings::Upstream> &after)
{
    OwnerSettings wanted = m_owner;
    const auto known = upstreamNamed(wanted.upstreams, name);
    UpstreamChange change{std::nullopt, after};
    if (known != wanted.upstreams.end()) {
        change.before = *known;
        if (after) {
            *known = *after;
        } else {
            wanted.upstreams.erase(known);
        }
    } else if (after) {
        wanted.upstreams.push_back(*after);
    }
    want(wanted);
    m_upstreams.wantUpstreams(wantedConfiguration());
    const bool isDone = m_error.isEmpty() && change.before != change.after;
    return isDone ? std::optional(change) : std::nullopt;
}

void SettingsModel::setUpstream(const UpstreamChange &change)
{
    (void)changeUpstream(change.upstream().name, change.after);
}

bool SettingsModel::canRemoveUpstream(const QString &name) const
{
    return upstreamNamed(m_owner.upstreams, name.toUtf8()) != m_owner.upstreams.end();
}

void SettingsModel::removeUpstream(const QString &name)
{
    const auto change =
        canRemoveUpstream(name) ? changeUpstream(name.toUtf8(), std::nullopt) : std::nullopt;
    if (change) {
        Q_EMIT upstreamChanged(*change);
    }
}

QString SettingsModel::removalText(const QString &name) const
{
    const auto status = std::ranges::find(m_statuses, name, &core::UpstreamStatus::name);
    if (status == m_statuses.end()) {
        return tr("It is not in force yet; nothing changes for any call.");
    }
    const QStringList alone = onlyOf(*status, m_statuses);
    QStringList sentences{alone.isEmpty()
                              ? tr("Other upstreams serve all of its models.")
                              : tr("Nobody else serves %1: calls to it will be refused.")
                                    .arg(formatting::list(alone))};
    if (status->running > 0) {
        //: %1 is "2 running calls"
        sentences += tr("It has %1 now.").arg(formatting::runningCalls(status->running));
    }
    sentences += tr("It goes on serving until the proxy is started again.");
    return sentences.join(u' ');
}
