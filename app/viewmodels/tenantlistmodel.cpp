// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/tenantlistmodel.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

core::Time wholeMinute(core::Time time)
{
    return std::chrono::floor<std::chrono::minutes>(time);
}

TenantFacts factsOf(const core::Snapshot::Tenant &tenant,
                    const std::optional<BoundBudget> &bound,
                    core::Time now)
{
    TenantFacts facts;
    facts.name = tenant.name;
    facts.burn = tenant.burnPerHour.nanos();
    facts.paused = tenant.paused;
    facts.pausedAt = tenant.pausedAt;
    facts.at = wholeMinute(now);
    facts.amounts.spent = tenant.spentToday.nanos();
    facts.amounts.held = tenant.held.nanos();
    if (bound) {
        facts.amounts = bound->amounts(tenant.paused);
        facts.span = bound->state.span;
        facts.window = bound->budget->window.kind;
    } else if (tenant.paused) {
        facts.amounts.standing = Standing::Paused;
    }
    return facts;
}

core::Snapshot::Tenant everybody(const core::Snapshot &snapshot)
{
    core::Snapshot::Tenant all;
    all.spentToday = snapshot.spentToday;
    all.held = snapshot.heldNow;
    all.burnPerHour = snapshot.burnPerHour;
    all.paused = snapshot.pausedAll;
    return all;
}

QString windowWord(core::WindowKind kind)
{
    switch (kind) {
    case core::WindowKind::Week:
        return TenantListModel::tr("this week") + u" · "_s;
    case core::WindowKind::Month:
        return TenantListModel::tr("this month") + u" · "_s;
    case core::WindowKind::Lifetime:
        return TenantListModel::tr("in total") + u" · "_s;
    case core::WindowKind::Hour:
        return TenantListModel::tr("this hour") + u" · "_s;
    case core::WindowKind::Day:
    case core::WindowKind::Rolling:
        return {};
    }
    return {};
}

} // namespace

TenantListModel::TenantListModel(Order order, int most, QObject *parent)
    : RowListModel(parent)
    , m_order(order)
    , m_most(static_cast<std::size_t>(most))
    , m_zone(QTimeZone::utc())
{}

void TenantListModel::apply(const core::Snapshot &snapshot, const BudgetDirectory &directory)
{
    begin(snapshot, directory);
    goOn(snapshot.tenants.size());
}

void TenantListModel::begin(const core::Snapshot &snapshot, const BudgetDirectory &directory)
{
    m_listing.snapshot = &snapshot;
    m_listing.directory = &directory;
    m_listing.tenants = ordered(snapshot);
    m_listing.facts.clear();
    m_listing.facts.reserve(m_listing.tenants.size());
}

bool TenantListModel::goOn(std::size_t most)
{
    const core::Snapshot &snapshot = *m_listing.snapshot;
    const BudgetDirectory &directory = *m_listing.directory;
    const std::size_t end = std::min(m_listing.tenants.size(), m_listing.facts.size() + most);
    for (std::size_t i = m_listing.facts.size(); i < end; ++i) {
        const core::Snapshot::Tenant &tenant = *m_listing.tenants[i];
        m_listing.facts.push_back(factsOf(tenant, directory.primary(tenant.name), snapshot.at));
    }
    if (end < m_listing.tenants.size()) {
        return false;
    }
    m_zone = formatting::zoneOf(snapshot.zone);
    m_all.swap(m_listing.facts);
    if (isOrderDue(snapshot.at)) {
        m_sortedAt = snapshot.at;
        sort();
    } else {
        list();
    }
    showTotal(snapshot, directory);
    m_listing.snapshot = nullptr;
    m_listing.directory = nullptr;
    return true;
}

void TenantListModel::setShown(bool shown)
{
    if (shown != m_shown) {
        m_shown = shown;
        Q_EMIT shownChanged();
    }
}

void TenantListModel::showTotal(const core::Snapshot &snapshot, const BudgetDirectory &directory)
{
    const auto total = rowFor(factsOf(everybody(snapshot), directory.primary({}), snapshot.at));
    if (total != m_total) {
        m_total = total;
        Q_EMIT totalChanged();
    }
    const QString summary = tr("%Ln tenant(s)", nullptr, static_cast<int>(m_all.size())) +
                            u" · "_s +
                            tr("%Ln budget(s)", nullptr, static_cast<int>(snapshot.budgets.size()));
    if (summary != m_summary) {
        m_summary = summary;
        Q_EMIT countChanged();
    }
}

std::vector<const core::Snapshot::Tenant *> TenantListModel::ordered(const core::Snapshot &snapshot)
{
    using Tenant = core::Snapshot::Tenant;
    const auto dearer = [](const Tenant *a, const Tenant *b) {
        return std::tie(b->spentToday, a->name) < std::tie(a->spentToday, b->name);
    };
    std::vector<const Tenant *> tenants;
    for (const Tenant &tenant : snapshot.tenants) {
        tenants.push_back(&tenant);
    }
    if (m_order == Order::DearestFirst) {
        const auto most = static_cast<std::ptrdiff_t>(std::min(m_most, tenants.size()));
        std::partial_sort(tenants.begin(), tenants.begin() + most, tenants.end(), dearer);
        tenants.resize(static_cast<std::size_t>(most));
        return tenants;
    }
    // The one look-up of each: there may be thousands.
    std::vector<const Tenant *> unseen;
    std::vector<const Tenant *> places(static_cast<std::size_t>(m_places.size()), nullptr);
    for (const Tenant *tenant : tenants) {
        const auto known = m_places.constFind(tenant->name);
        if (known == m_places.cend()) {
            unseen.push_back(tenant);
        } else {
            places[static_cast<std::size_t>(*known)] = tenant;
        }
    }
    std::sort(unseen.begin(), unseen.end(), dearer);
    for (const Tenant *tenant : unseen) {
        m_places.insert(tenant->name, m_places.size());
    }
    places.insert(places.end(), unseen.begin(), unseen.end());
    std::erase(places, nullptr); // tenants that are gone keep their place
    return places;
}

void TenantListModel::list()
{
    const int before = count();
    if (m_filter.isEmpty()) {
        synchronise(m_all);
    } else {
        synchronise(filtered());
    }
    if (count() != before) {
        Q_EMIT countChanged();
    }
}

std::vector<TenantFacts> TenantListModel::filtered() const
{
    std::vector<TenantFacts> listed;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(listed), [this](const auto &facts) {
        return QString::fromUtf8(facts.name).contains(m_filter, Qt::CaseInsensitive);
    });
    return listed;
}

void TenantListModel::setFilter(const QString &filter)
{
    if (filter == m_filter) {
        return;
    }
    m_filter = filter;
    list();
    Q_EMIT filterChanged();
}

int TenantListModel::rowOf(const QString &name) const
{
    const QByteArray wanted = name.toUtf8();
    const auto found = std::find_if(
        rows().begin(), rows().end(), [&](const auto &facts) { return facts.name == wanted; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QString TenantListModel::nameAt(int row) const
{
    return row >= 0 && row < count() ? QString::fromUtf8(at(row).name) : QString();
}

QVariant TenantListModel::present(const TenantFacts &facts) const
{
    return QVariant::fromValue(rowFor(facts));
}

QString TenantListModel::remarkFor(const TenantFacts &facts) const
{
    if (facts.paused) {
        return facts.pausedAt == core::Time{}
                   ? tr("paused by you")
                   : tr("paused by you %1", "14:32").arg(formatting::clock(facts.pausedAt, m_zone));
    }
    if (facts.amounts.cap <= 0) {
        return tr("no cap");
    }
    const QString window = windowWord(facts.window);
    if (facts.amounts.spent == 0 && facts.amounts.held == 0) {
        return window + tr("no calls yet");
    }
    core::BucketState state;
    state.settled = facts.amounts.spent;
    state.cap = facts.amounts.cap;
    state.perHour = facts.burn;
    state.span = facts.span;
    auto outlook = forecast::outlook(forecast::Course::of(state, facts.window, facts.at), facts.at);
    if (facts.amounts.standing == Standing::Full) {
        outlook = {forecast::Outlook::Kind::AtCap, facts.span.ends};
    }
    const bool near = facts.amounts.standing == Standing::Near;
    if (near && outlook.kind == forecast::Outlook::Kind::ReachesCap) {
        return window + tr("near · %1 at this pace", "17:21")
                            .arg(forecast::moment(outlook.at, facts.at, m_zone));
    }
    const QString remark = forecast::remark(outlook, facts.at, m_zone);
    return window + (near ? tr("near", "its cap") + u" · "_s + remark : remark);
}

TenantRow TenantListModel::rowFor(const TenantFacts &facts) const
{
    const auto money = [](qint64 nanos) {
        return formatting::money(core::Money::fromNanos(nanos));
    };
    TenantRow row;
    row.name = facts.name.isEmpty() ? tr("All tenants") : QString::fromUtf8(facts.name);
    row.remark = remarkFor(facts);
    row.standing = facts.amounts.standing;
    row.bar = barOf(facts.amounts);
    row.hasCap = facts.amounts.cap > 0;
    row.paused = facts.paused;
    row.settledText = money(facts.amounts.spent);
    row.heldText = money(facts.amounts.held);
    row.capText = row.hasCap ? money(facts.amounts.cap) : u"–"_s;
    row.burnText = formatting::burn(core::Money::fromNanos(facts.burn));
    return row;
}
