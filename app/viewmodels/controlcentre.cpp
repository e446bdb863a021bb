// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/controlcentre.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/keys/keynames.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr int TopTenants = 5;
/// More tenants are listed in several turns of the event loop, so that the window answers in
/// between: 10,000 at once take some 20 ms of a core that calls want, too.
constexpr std::size_t TenantsPerTurn = 2'000;
/// Ages and the chart move once a second while anything moves; else only the clock does.
constexpr std::chrono::milliseconds LiveInterval{1000};

std::chrono::milliseconds untilNextMinute(core::Time now)
{
    const auto next = std::chrono::ceil<std::chrono::minutes>(now + core::Duration(1));
    return std::chrono::ceil<std::chrono::milliseconds>(next - now);
}

} // namespace

ControlCentre::ControlCentre(const core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_tenants(TenantListModel::Order::Stable, 0)
    , m_topTenants(TenantListModel::Order::DearestFirst, TopTenants)
{
    wireWishes();
    wireCapChanges();
    wireOtherChanges();
    wireNotices();
    wireFind();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ControlCentre::tick);
    m_budgetsRest.setSingleShot(true);
    connect(&m_budgetsRest, &QTimer::timeout, this, [this] {
        if (m_budgetsAreBehind) {
            applyBudgets();
        }
    });
    core::Snapshot nothing;
    nothing.at = clock.now();
    m_snapshot = std::make_shared<core::Snapshot>(nothing);
    apply(m_snapshot);
}

void ControlCentre::wireWishes()
{
    connect(&m_running, &RunningListModel::stopRequested, this, &ControlCentre::stopRequested);
    connect(&m_tenant, &TenantDetail::refreshWanted, this, &ControlCentre::applyTenant);
    connect(&m_tenants, &TenantListModel::shownChanged, this, &ControlCentre::applyTenants);
    connect(&m_budgets, &BudgetListModel::shownChanged, this, &ControlCentre::applyBudgets);
    connect(&m_tenant,
            &TenantDetail::pauseRequested,
            this,
            [this](const QByteArray &tenant, bool paused) {
                setPaused({tenant, paused});
            });
    connect(&m_tenant, &TenantDetail::cutRequested, this, [this](const QByteArray &tenant) {
        if (tenant.isEmpty()) {
            pauseAll(true, true);
        } else {
            Q_EMIT tenantCutRequested(tenant);
        }
    });
    connect(&m_tenant, &TenantDetail::resetRequested, this, &ControlCentre::budgetResetRequested);
    connect(&m_dimension, &DimensionList::capWanted, this, [this](const QString &budgetId) {
        m_tenant.selectBudget(budgetId);
    });
    connect(&m_dimension, &DimensionList::budgetWanted, this, [this](int by, const QString &value) {
        m_newBudget.beginFor(static_cast<core::Dimension>(by), value);
    });
}

void ControlCentre::wireNotices()
{
    connect(&m_notices, &Notices::resumeWanted, this, [this] { pauseAll(false, false); });
    connect(&m_notices, &Notices::pricesWanted, this, [this] {
        m_prices.chooseModel(m_prices.unpriced());
        Q_EMIT pageWanted(PricesPage);
    });
    connect(&m_prices, &PriceListModel::listed, this, [this] {
        const bool isRefused = !m_prices.unpriced().isEmpty() && m_prices.refusesUnpriced();
        m_notices.setUnpriced(
            isRefused ? tr("%1 has no price. Its calls are refused.").arg(m_prices.unpriced())
                      : QString(),
            m_prices.unpricedText());
    });
    connect(&m_notices, &Notices::capWanted, this, [this](const QString &budgetId) {
        showBudget(budgetId);
    });
}

void ControlCentre::apply(const core::Snapshot &snapshot)
{
    apply(std::make_shared<core::Snapshot>(snapshot));
}

void ControlCentre::apply(const std::shared_ptr<const core::Snapshot> &taken)
{
    const bool wasPaused = m_snapshot->pausedAll;
    m_directory = std::make_shared<const BudgetDirectory>(*taken);
    m_snapshot = taken;
    const core::Snapshot &snapshot = *taken;
    const BudgetDirectory &directory = *m_directory;
    keynames::use(snapshot.keys);
    m_overview.apply(snapshot, directory);
    m_burn.apply(snapshot);
    m_running.apply(snapshot);
    applyTenants();
    applyBudgets();
    m_topTenants.apply(snapshot, directory);
    m_topModels.apply(snapshot);
    m_dimension.apply(snapshot);
    m_ownHardware.apply(snapshot);
    m_newBudget.apply(snapshot);
    applyTenant();
    m_activity.apply(snapshot);
    m_activity.story()->correction()->apply(taken);
    m_prices.apply(snapshot);
    m_reports.apply(snapshot);
    m_find.apply(snapshot);
    m_alerts.apply(snapshot);
    m_upstream.apply(snapshot);
    m_settings.apply(snapshot);
    m_notices.apply(snapshot, directory);
    if (wasPaused != snapshot.pausedAll) {
        Q_EMIT pausedAllChanged();
    }
    showTime(snapshot.at);
    const auto wait =
        m_burn.isLively() || m_running.rowCount() > 0 ? LiveInterval : untilNextMinute(snapshot.at);
    // A stream of snapshots must not push the tick away for ever.
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > wait) {
        m_timer.start(wait);
    }
}

void ControlCentre::applyTenant()
{
    m_tenant.apply(*m_snapshot, *m_directory);
    m_newBudget.follow(m_tenant.editor()->situation());
}

void ControlCentre::applyBudgets()
{
    m_budgetsAreBehind = !m_budgets.isShown() || m_budgetsRest.isActive();
    if (m_budgetsAreBehind) {
        return;
    }
    m_budgets.apply(*m_snapshot, *m_directory);
    if (m_snapshot->budgets.size() > qsizetype{TenantsPerTurn}) {
        m_budgetsRest.start(LiveInterval);
    }
}

void ControlCentre::applyTenants()
{
    if (m_snapshot->tenants.size() <= TenantsPerTurn) {
        m_listed.reset();
        m_tenants.apply(*m_snapshot, *m_directory);
    } else if (m_listed == nullptr && (m_tenants.isShown() || m_tenants.count() == 0)) {
        m_listed = m_snapshot;
        m_listedDirectory = m_directory;
        m_tenants.begin(*m_listed, *m_listedDirectory);
        QMetaObject::invokeMethod(this, &ControlCentre::listOn, Qt::QueuedConnection);
    }
}

void ControlCentre::listOn()
{
    if (m_listed == nullptr) {
        return;
    }
    if (!m_tenants.goOn(TenantsPerTurn)) {
        QMetaObject::invokeMethod(this, &ControlCentre::listOn, Qt::QueuedConnection);
        return;
    }
    const bool isBehind = m_listed != m_snapshot;
    m_listed.reset();
    m_listedDirectory.reset();
    if (isBehind) {
        applyTenants();
    }
}

void ControlCentre::tick()
{
    const core::Time now = m_clock.now();
    m_burn.tick(now);
    m_running.tick(now);
    showTime(now);
    const bool lively = m_burn.isLively() || m_running.rowCount() > 0;
    m_timer.start(lively ? LiveInterval : untilNextMinute(now));
}

void ControlCentre::showTime(core::Time now)
{
    const QString text = formatting::longDate(now, formatting::zoneOf(m_snapshot->zone));
    if (text != m_dateText) {
        m_dateText = text;
        Q_EMIT dateTextChanged();
    }
}

void ControlCentre::showAlerts()
{
    Q_EMIT pageWanted(AlertsPage);
}

void ControlCentre::copyText(const QString &text) const
{
    QGuiApplication::clipboard()->setText(text);
}
