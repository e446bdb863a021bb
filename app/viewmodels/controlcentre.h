// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activitymodel.h"
#include "app/viewmodels/alerts/alertcentre.h"
#include "app/viewmodels/budgets/budgetform.h"
#include "app/viewmodels/budgets/budgetlistmodel.h"
#include "app/viewmodels/burnhistory.h"
#include "app/viewmodels/caphistory.h"
#include "app/viewmodels/find/findmodel.h"
#include "app/viewmodels/firstrun/firstrun.h"
#include "app/viewmodels/notices.h"
#include "app/viewmodels/overviewmodel.h"
#include "app/viewmodels/prices/ownhardwaremodel.h"
#include "app/viewmodels/prices/pricelistmodel.h"
#include "app/viewmodels/reports/reportsmodel.h"
#include "app/viewmodels/runninglistmodel.h"
#include "app/viewmodels/settings/settingsmodel.h"
#include "app/viewmodels/spending/dimensionlist.h"
#include "app/viewmodels/spending/topmodellist.h"
#include "app/viewmodels/tenantdetail.h"
#include "app/viewmodels/tenantlistmodel.h"
#include "app/viewmodels/upstreamstate.h"

#include <QTimer>

#include <memory>

/// Everything the window shows and everything it asks for. Snapshots go in, wishes come out as
/// signals; nothing here knows threads, proxy or ledger. Lives in the GUI thread.
class ControlCentre : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given to Main by the application")
    Q_PROPERTY(OverviewModel *overview READ overview CONSTANT FINAL)
    Q_PROPERTY(BurnHistory *burn READ burn CONSTANT FINAL)
    Q_PROPERTY(RunningListModel *running READ running CONSTANT FINAL)
    Q_PROPERTY(TenantListModel *tenants READ tenants CONSTANT FINAL)
    Q_PROPERTY(BudgetListModel *budgets READ budgets CONSTANT FINAL)
    Q_PROPERTY(TenantListModel *topTenants READ topTenants CONSTANT FINAL)
    Q_PROPERTY(TopModelList *topModels READ topModels CONSTANT FINAL)
    Q_PROPERTY(DimensionList *dimension READ dimension CONSTANT FINAL)
    Q_PROPERTY(OwnHardwareModel *ownHardware READ ownHardware CONSTANT FINAL)
    Q_PROPERTY(TenantDetail *tenant READ tenant CONSTANT FINAL)
    Q_PROPERTY(ActivityModel *activity READ activity CONSTANT FINAL)
    Q_PROPERTY(PriceListModel *prices READ prices CONSTANT FINAL)
    Q_PROPERTY(ReportsModel *reports READ reports CONSTANT FINAL)
    Q_PROPERTY(BudgetForm *newBudget READ newBudget CONSTANT FINAL)
    Q_PROPERTY(FindModel *find READ find CONSTANT FINAL)
    Q_PROPERTY(AlertCentre *alerts READ alerts CONSTANT FINAL)
    Q_PROPERTY(UpstreamState *upstream READ upstream CONSTANT FINAL)
    Q_PROPERTY(FirstRun *firstRun READ firstRun CONSTANT FINAL)
    Q_PROPERTY(SettingsModel *settings READ settings CONSTANT FINAL)
    Q_PROPERTY(Notices *notices READ notices CONSTANT FINAL)
    Q_PROPERTY(QString dateText READ dateText NOTIFY dateTextChanged FINAL)
    /// "1 USD = 0.92 EUR, fixed", so that nobody takes the amounts for dollars; empty for dollars.
    Q_PROPERTY(QString currencyNote READ currencyNote NOTIFY currencyNoteChanged FINAL)
    Q_PROPERTY(bool pausedAll READ isPausedAll NOTIFY pausedAllChanged FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY historyChanged FINAL)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY historyChanged FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY historyChanged FINAL)

public:
    /// The clock drives ages and the header's time between snapshots.
    explicit ControlCentre(const core::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] OverviewModel *overview() { return &m_overview; }
    [[nodiscard]] BurnHistory *burn() { return &m_burn; }
    [[nodiscard]] RunningListModel *running() { return &m_running; }
    [[nodiscard]] TenantListModel *tenants() { return &m_tenants; }
    [[nodiscard]] BudgetListModel *budgets() { return &m_budgets; }
    [[nodiscard]] TenantListModel *topTenants() { return &m_topTenants; }
    [[nodiscard]] TopModelList *topModels() { return &m_topModels; }
    [[nodiscard]] DimensionList *dimension() { return &m_dimension; }
    [[nodiscard]] OwnHardwareModel *ownHardware() { return &m_ownHardware; }
    [[nodiscard]] TenantDetail *tenant() { return &m_tenant; }
    [[nodiscard]] ActivityModel *activity() { return &m_activity; }
    [[nodiscard]] PriceListModel *prices() { return &m_prices; }
    [[nodiscard]] ReportsModel *reports() { return &m_reports; }
    [[nodiscard]] BudgetForm *newBudget() { return &m_newBudget; }
    [[nodiscard]] FindModel *find() { return &m_find; }
    [[nodiscard]] AlertCentre *alerts() { return &m_alerts; }
    [[nodiscard]] UpstreamState *upstream() { return &m_upstream; }
    [[nodiscard]] FirstRun *firstRun() { return &m_firstRun; }
    [[nodiscard]] SettingsModel *settings() { return &m_settings; }
    [[nodiscard]] Notices *notices() { return &m_notices; }
    [[nodiscard]] static QString currencyNote();
    [[nodiscard]] const QString &dateText() const { return m_dateText; }
    [[nodiscard]] bool isPausedAll() const { return m_snapshot->pausedAll; }
    [[nodiscard]] bool canUndo() const { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }
    [[nodiscard]] QString undoText() const { return m_history.undoText(); }

    /// The display currency is another one: everything is said again in it.
    void retell();
    /// A notification was clicked.
    void showAlerts();
    /// To change its cap: a tenant's own in the tenant's inspector, any other by itself.
    Q_INVOKABLE void showBudget(const QString &budgetId, const QString &label = {});
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void pauseAll(bool paused, bool cutRunning);
    Q_INVOKABLE void copyText(const QString &text) const; ///< to the clipboard

public Q_SLOTS:
    void apply(const std::shared_ptr<const core::Snapshot> &snapshot);
    void apply(const core::Snapshot &snapshot); ///< a copy of it
    /// The engine did not do what was asked. `what` is the budget's id, or says what was asked.
    void refused(const QString &what, const QString &why);

Q_SIGNALS:
    void currencyNoteChanged();
    void dateTextChanged();
    void pausedAllChanged();
    void historyChanged();
    /// Something was changed in the window that can be taken back: a toast offers to undo it.
    void capChanged(const QString &text);
    /// Some notice or alert leads to a cap, which is selected.
    void capWanted();
    // What was found leads there.
    void pageWanted(int page);
    void sectionWanted(int section); ///< of the settings
    void newBudgetWanted();
    void pauseAllWanted();

    // --- wishes, to the engine -----------------------------------------------------------------
    void budgetChangeRequested(const core::Budget &budget);
    void budgetRemovalRequested(const QByteArray &budgetId);
    /// All of a person's own prices of that name.
    void ownPricesRequested(const QString &model, const std::vector<core::Price> &prices);
    void tenantPauseRequested(const QByteArray &tenant, bool paused);
    void tenantCutRequested(const QByteArray &tenant);
    void muteRequested(const QByteArray &budgetId, core::Time until); ///< empty: every budget
    void unmuteRequested(const QByteArray &budgetId);
    void keyChangeRequested(const core::KeyFacts &facts);
    void budgetResetRequested(const QByteArray &budgetId, const QByteArray &label);
    void pauseAllRequested(bool paused, bool cutRunning);
    void stopRequested(core::HoldId hold);

private:
    /// Their places in the sidebar.
    enum Page { TenantsPage = 1, ActivityPage, PricesPage, AlertsPage, SettingsPage = 6 };

    void wireWishes();
    void wireCapChanges();
    void wireOtherChanges();
    void wireNotices();
    void wireFind();
    void showKey(const QString &id);
    void applyTenant();
    void applyTenants(); ///< to the list of all
    void applyBudgets();
    void listOn(); ///< a part of them
    void setMute(const QByteArray &budgetId, const std::optional<core::Time> &until);
    void setPaused(const PauseChange &change);
    void ask(const WindowChange &change);
    void askFor(const CapChange &change);
    void askFor(const PriceChange &change);
    void askFor(const UpstreamChange &change);
    void askFor(const PauseChange &change);
    void askFor(const MuteChange &change);
    void askFor(const KeyChange &change);
    void record(const WindowChange &change);
    void remember(const WindowChange &change);
    void tick();
    void showTime(core::Time now);

    const core::Clock &m_clock;
    std::shared_ptr<const core::Snapshot> m_snapshot;
    std::shared_ptr<const BudgetDirectory> m_directory; ///< of m_snapshot
    /// What the list of all tenants is being made from, part by part.
    std::shared_ptr<const core::Snapshot> m_listed;
    std::shared_ptr<const BudgetDirectory> m_listedDirectory;
    OverviewModel m_overview;
    BurnHistory m_burn;
    RunningListModel m_running;
    TenantListModel m_tenants;
    BudgetListModel m_budgets;
    TenantListModel m_topTenants;
    TopModelList m_topModels;
    DimensionList m_dimension;
    OwnHardwareModel m_ownHardware;
    TenantDetail m_tenant;
    ActivityModel m_activity;
    PriceListModel m_prices;
    ReportsModel m_reports;
    BudgetForm m_newBudget;
    FindModel m_find;
    AlertCentre m_alerts;
    UpstreamState m_upstream;
    FirstRun m_firstRun;
    SettingsModel m_settings;
    Notices m_notices;
    CapHistory m_history;
    QString m_dateText;
    QTimer m_timer;
    QTimer m_budgetsRest; ///< thousands of budgets are listed once while it runs
    bool m_budgetsAreBehind = false;
};
