// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/policywatch.h"
#include "app/service/snapshottaker.h"
#include "core/base/clock.h"
#include "core/billing/billingterms.h"
#include "core/reconciliation/reconciliation.h"
#include "core/snapshot.h"
#include "proxy/proxyservice.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace app {

/// The proxy as the rest of the application sees it: wishes in, snapshots out. Lives in the main
/// thread; the proxy's own threads never call anything here but through its event queue.
class ServiceHost : public QObject
{
    Q_OBJECT

public:
    explicit ServiceHost(proxy::Settings settings, QObject *parent = nullptr);
    ~ServiceHost() override;

    [[nodiscard]] core::Result<quint16> start();
    void stop(std::chrono::milliseconds patience);
    [[nodiscard]] const QString &ledgerFile() const { return m_ledgerFile; }
    [[nodiscard]] QString url() const { return m_service.url(); }
    [[nodiscard]] std::vector<core::Budget> budgets() { return m_service.accounts().budgets(); }
    /// The price book in force, and without what a person set in it.
    [[nodiscard]] std::shared_ptr<const core::PriceBook> prices()
    {
        return m_service.prices().current();
    }
    [[nodiscard]] std::shared_ptr<const core::PriceBook> pricesWithoutOwn()
    {
        return m_service.prices().withoutOwn();
    }
    /// The policy in force; null: there is none. After start().
    [[nodiscard]] std::shared_ptr<const core::Policy> policy()
    {
        return m_service.policy().policy();
    }
    /// What its file says now; changes nothing.
    [[nodiscard]] core::Result<std::optional<core::Policy>> policyOfFile() const;
    [[nodiscard]] const core::Clock &clock() const { return m_clock; }
    /// Questions about the past, answered in a thread of their own. From start() to stop().
    [[nodiscard]] proxy::ReportDesk &reports() { return m_service.reports(); }

public Q_SLOTS:
    void setBudget(const core::Budget &budget);
    void removeBudget(const QByteArray &id);
    void setTenantPaused(const QByteArray &tenant, bool paused);
    void cutTenant(const QByteArray &tenant); ///< stops its running calls
    void resetBudget(const QByteArray &id, const QByteArray &label);
    void setAllPaused(bool paused, bool cutRunning);
    void stopCall(core::HoldId hold);
    void askAdmission(core::HoldId hold); ///< answered by admissionTold() while it runs
    void cutAll();
    void acknowledgeAlert(const core::AlertRecord &alert);
    void acknowledgeAllAlerts();
    void muteAlerts(const QByteArray &budgetId, core::Time until); ///< an empty id: every budget
    void unmuteAlerts(const QByteArray &budgetId);
    void testWebhook(); ///< answered by webhookTested()
    void reconcile();   ///< answered by reconciled() or reconcileFailed()
    void setPrice(const core::Price &price);
    void setOwnPrices(const QString &model, const std::vector<core::Price> &prices);
    /// Answered by policyReloaded(), as when the file has changed.
    void reloadPolicy();
    void correct(const proxy::Accounts::Correction &correction);
    /// Answered by invoiceClosed().
    void closeInvoice(const QByteArray &tenant, const core::Span &period);
    /// Answered by termsKept().
    void setTerms(const QByteArray &tenant, const core::BillingTerms &terms);
    /// Replaces those imported before; answered by pricesImported().
    void importPrices(const std::vector<core::Price> &prices);
    /// Calls from before Capstan, which no budget counts; answered by historyAdded().
    void addHistory(const std::vector<core::LedgerRecord> &records);

    // Virtual keys; each answers with the ticket it was given.
    void createKey(quint64 ticket, const core::KeyFacts &facts);
    void changeKey(quint64 ticket, const core::KeyFacts &facts);
    void putKeyBack(const core::KeyFacts &facts); ///< as changeKey(); answered by refused() only
    void revokeKey(const QByteArray &id);         ///< refused() when a restart would forget it

Q_SIGNALS:
    /// At most 30 a second, fewer when showing one takes long, and only when something changed.
    void snapshotTaken(const std::shared_ptr<const core::Snapshot> &snapshot);
    /// A wish that could not be fulfilled: about what, and why.
    void refused(const QString &what, const QString &why);
    void webhookTested(const QString &problem); ///< empty: the message was taken
    void reconciled(const core::Reconciliation &found);
    void reconcileFailed(const QString &why);

    /// What models cost now, and what they would without a person's own prices.
    void pricesChanged(const std::shared_ptr<const core::PriceBook> &inForce,
                       const std::shared_ptr<const core::PriceBook> &usual);
    void priceRefused(const QString &model, const QString &why);
    void pricesImported(const core::Outcome &outcome);
    void historyAdded(const core::Outcome &outcome);
    void policyReloaded(const core::Outcome &outcome);
    void admissionTold(core::HoldId hold, const core::AdmissionRecord &admission);
    void corrected(const core::RequestId &id);
    void correctionRefused(const core::RequestId &id, const QString &why);
    void keyMade(quint64 ticket, const QByteArray &id, const core::Secret &text);
    void keyChanged(quint64 ticket);
    void keyRefused(quint64 ticket, const QString &why);
    void invoiceClosed(const QString &problem); ///< empty: it has its number now
    void termsKept(const QString &problem);     ///< empty: they are in force

private:
    void show(const SnapshotTaker::Snapshot &snapshot);
    void watchPrices();
    [[nodiscard]] proxy::Accounts::Answer answerForPrice(const QString &model);
    [[nodiscard]] proxy::Accounts::Answer answerFor(const QString &what);

    QString m_ledgerFile;
    core::SystemClock m_clock;
    std::function<core::Result<std::optional<core::Policy>>()> m_readPolicy;
    std::unique_ptr<PolicyWatch> m_policyWatch; ///< only where there is a policy
    /// Only when somebody looks. Outlives the service, whose last calls may still tell it of them.
    std::unique_ptr<SnapshotTaker> m_snapshots;
    proxy::ProxyService m_service;
    std::shared_ptr<const core::PriceBook> m_prices; ///< as last told
    QTimer m_priceLook;                              ///< while somebody looks
    QTimer m_tidy;
};

} // namespace app
