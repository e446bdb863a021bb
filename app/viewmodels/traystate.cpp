// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/traystate.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/overviewmodel.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {
using Kind = TrayState::Kind;

constexpr QByteArrayView TenantLabel = "tenant:";

/// Settled at the cap; or past the last soft mark with the rest held, so that calls are refused.
/// Holds alone may fill a cap for a moment and come back, as in the window (BoundBudget).
bool isFull(const core::BucketState &bucket)
{
    const bool isPastItsMarks = bucket.crossedMark >= bucket.lastSoftMark;
    return bucket.settled >= bucket.cap ||
           (isPastItsMarks && bucket.settled + bucket.held >= bucket.cap);
}

Kind kindOf(const core::Snapshot &snapshot)
{
    const bool down = std::ranges::any_of(
        snapshot.upstreams, [](const core::UpstreamStatus &one) { return !one.reachable; });
    if (down) {
        return Kind::Down;
    }
    if (snapshot.pausedAll) {
        return Kind::Paused;
    }
    Kind kind = Kind::Calm;
    for (const core::BucketState &bucket : snapshot.buckets) {
        if (bucket.mode != core::BudgetMode::Enforce || bucket.span.ends <= snapshot.at) {
            continue; // a bucket of yesterday stays until a call opens today's
        }
        if (isFull(bucket)) {
            return Kind::Over;
        }
        if (bucket.crossedMark > 0) {
            kind = Kind::Near;
        }
    }
    return kind;
}

/// Compares a/b with c/d without dividing.
bool isNearer(const core::BucketState &one, const core::BucketState &other)
{
    return static_cast<__int128>(one.settled) * other.limit >
           static_cast<__int128>(other.settled) * one.limit;
}

QStringList nearestTenants(const core::Snapshot &snapshot)
{
    std::vector<core::BucketState> tenants;
    std::ranges::copy_if(snapshot.buckets,
                         std::back_inserter(tenants),
                         [now = snapshot.at](const core::BucketState &bucket) {
                             return bucket.label.startsWith(TenantLabel) &&
                                    !bucket.label.contains(',') && bucket.unit == core::Unit::Usd &&
                                    bucket.settled > 0 && bucket.span.ends > now;
                         });
    const std::size_t count = std::min(TrayState::Shown, tenants.size());
    std::ranges::partial_sort(
        tenants, tenants.begin() + static_cast<std::ptrdiff_t>(count), isNearer);
    tenants.resize(count);
    QStringList lines;
    for (const core::BucketState &bucket : tenants) {
        lines << TrayState::tr("%1   %2 of %3")
                     .arg(QString::fromUtf8(bucket.label.sliced(TenantLabel.size())),
                          formatting::money(core::Money::fromNanos(bucket.settled)),
                          formatting::money(core::Money::fromNanos(bucket.limit)));
    }
    return lines;
}
} // namespace

QString TrayState::stateText() const
{
    switch (m_kind) {
    case Kind::Calm:
        break;
    case Kind::Near:
        return tr("Near a cap");
    case Kind::Over:
        return tr("A cap is reached");
    case Kind::Paused:
        return tr("All paused");
    case Kind::Down:
        return tr("Upstream down");
    }
    return {};
}

void TrayState::apply(const core::Snapshot &snapshot, const SpendCard &today)
{
    const Kind kind = kindOf(snapshot);
    const QString spend =
        today.hasCap ? today.figure + u' ' + today.ofText : tr("%1 today").arg(today.figure);
    const QString toolTip = snapshot.burnPerHour.isZero()
                                ? spend
                                : u"%1, %2"_s.arg(spend, formatting::burn(snapshot.burnPerHour));
    const QStringList nearest = nearestTenants(snapshot);
    const auto now = std::tie(kind, toolTip, nearest, snapshot.pausedAll);
    if (now == std::tie(m_kind, m_toolTip, m_nearest, m_pausedAll)) {
        return;
    }
    std::tie(m_kind, m_toolTip, m_nearest, m_pausedAll) = now;
    Q_EMIT changed();
}
