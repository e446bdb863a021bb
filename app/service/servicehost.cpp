// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/service/servicehost.h"

#include "app/service/threadtime.h"

#include <QMetaMethod>

#include <utility>

namespace app {

namespace {

constexpr std::chrono::minutes TidyInterval{1};
/// Also a command and the HTTP interface change prices; nobody waits for it to be seen here.
constexpr std::chrono::seconds PriceInterval{1};

} // namespace

ServiceHost::ServiceHost(proxy::Settings settings, QObject *parent)
    : QObject(parent)
    , m_ledgerFile(settings.ledgerFile)
    , m_readPolicy(settings.readPolicy)
    , m_policyWatch(settings.policy ? std::make_unique<PolicyWatch>(settings.policy->file)
                                    : nullptr)
    , m_service(std::move(settings), m_clock)
{
    m_tidy.setInterval(TidyInterval);
    m_priceLook.setInterval(PriceInterval);
    connect(&m_tidy, &QTimer::timeout, this, [this] { m_service.tidy(); });
    if (m_policyWatch) {
        connect(m_policyWatch.get(), &PolicyWatch::changed, this, &ServiceHost::reloadPolicy);
    }
}

ServiceHost::~ServiceHost()
{
    if (m_snapshots != nullptr) {
        m_snapshots->stop(); // it asks the service, which goes first
    }
}

core::Result<quint16> ServiceHost::start()
{
    auto port = m_service.start();
    if (!port.ok()) {
        return port;
    }
    m_tidy.start();
    if (isSignalConnected(QMetaMethod::fromSignal(&ServiceHost::snapshotTaken))) {
        const auto deliver = [this](const SnapshotTaker::Snapshot &snapshot) {
            QMetaObject::invokeMethod(
                this, [this, snapshot] { show(snapshot); }, Qt::QueuedConnection);
        };
        m_snapshots = std::make_unique<SnapshotTaker>(m_service, deliver);
        m_snapshots->start();
        connect(&m_priceLook, &QTimer::timeout, this, &ServiceHost::watchPrices);
        watchPrices();
        m_priceLook.start();
    }
    return port;
}

void ServiceHost::stop(std::chrono::milliseconds patience)
{
    m_tidy.stop();
    m_priceLook.stop();
    if (m_snapshots != nullptr) {
        m_snapshots->stop();
    }
    m_service.stop(patience);
}

void ServiceHost::show(const SnapshotTaker::Snapshot &snapshot)
{
    const auto before = threadTime();
    Q_EMIT snapshotTaken(snapshot);
    if (m_snapshots != nullptr) {
        m_snapshots->shown(threadTime() - before);
    }
}

core::Result<std::optional<core::Policy>> ServiceHost::policyOfFile() const
{
    if (!m_readPolicy) {
        return std::optional<core::Policy>();
    }
    return m_readPolicy();
}

/// A person is at the file: what is wrong with it is told in the log and the window, and the old
/// policy goes on.
void ServiceHost::reloadPolicy()
{
    m_service.reloadPolicy([this](const core::Outcome &outcome) {
        if (outcome.ok()) {
            qInfo().noquote() << "The policy was read again.";
        } else {
            qWarning().noquote() << "The policy was not changed:" << outcome.error().message;
            answerFor(QStringLiteral("policy"))(outcome);
        }
        QMetaObject::invokeMethod(
            this, [this, outcome] { Q_EMIT policyReloaded(outcome); }, Qt::QueuedConnection);
    });
}

proxy::Accounts::Answer ServiceHost::answerFor(const QString &what)
{
    return [this, what](const core::Outcome &outcome) {
        if (outcome.ok()) {
            return;
        }
        const QString why = outcome.error().message + u' ' + outcome.error().remedy;
        QMetaObject::invokeMethod(
            this, [this, what, why] { Q_EMIT refused(what, why); }, Qt::QueuedConnection);
    };
}

void ServiceHost::correct(const proxy::Accounts::Correction &correction)
{
    m_service.accounts().correct(
        correction, [this, id = correction.id](const core::Outcome &outcome) {
            QMetaObject::invokeMethod(
                this,
                [this, id, outcome] {
                    if (outcome.ok()) {
                        Q_EMIT corrected(id);
                    } else {
                        Q_EMIT correctionRefused(
                            id, outcome.error().message + u' ' + outcome.error().remedy);
                    }
                },
                Qt::QueuedConnection);
        });
}

void ServiceHost::setBudget(const core::Budget &budget)
{
    m_service.accounts().setBudget(budget, answerFor(QString::fromUtf8(budget.id)));
}

void ServiceHost::removeBudget(const QByteArray &id)
{
    m_service.accounts().removeBudget(id, answerFor(QString::fromUtf8(id)));
}

void ServiceHost::setTenantPaused(const QByteArray &tenant, bool paused)
{
    m_service.accounts().setPaused(tenant, paused, answerFor(QString::fromUtf8(tenant)));
}

void ServiceHost::cutTenant(const QByteArray &tenant)
{
    m_service.accounts().endCalls(tenant, proxy::EndReason::Person);
}

void ServiceHost::resetBudget(const QByteArray &id, const QByteArray &label)
{
    // Not by its id, which a refused change of the cap goes by.
    const QString what = label.isEmpty() ? QStringLiteral("Reset") : QString::fromUtf8(label);
    m_service.accounts().resetBudget(id, label, answerFor(what));
}

void ServiceHost::setAllPaused(bool paused, bool cutRunning)
{
    m_service.accounts().setPaused({}, paused, answerFor(QStringLiteral("Pause")));
    if (paused && cutRunning) {
        m_service.accounts().endCalls({}, proxy::EndReason::Person);
    }
}

void ServiceHost::cutAll()
{
    m_service.accounts().endCalls({}, proxy::EndReason::Person);
}

void ServiceHost::stopCall(core::HoldId hold)
{
    m_service.accounts().endCall(hold, proxy::EndReason::Person);
}

void ServiceHost::askAdmission(core::HoldId hold)
{
    if (const auto admission = m_service.accounts().admissionOf(hold)) {
        Q_EMIT admissionTold(hold, *admission);
    }
}

void ServiceHost::watchPrices()
{
    // Also a command and the HTTP interface change prices, so the book itself is looked at.
    if (auto book = m_service.prices().current(); book != m_prices) {
        m_prices = std::move(book);
        Q_EMIT pricesChanged(m_prices, m_service.prices().withoutOwn());
    }
}

proxy::Accounts::Answer ServiceHost::answerForPrice(const QString &model)
{
    return [this, model](const core::Outcome &outcome) {
        const QString why =
            outcome.ok() ? QString() : outcome.error().message + u' ' + outcome.error().remedy;
        const auto tell = [this, model, why] {
            watchPrices();
            if (!why.isEmpty()) {
                Q_EMIT priceRefused(model, why);
            }
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    };
}

void ServiceHost::setPrice(const core::Price &price)
{
    m_service.prices().set(price, answerForPrice(price.model));
}

void ServiceHost::setOwnPrices(const QString &model, const std::vector<core::Price> &prices)
{
    m_service.prices().setOwn(model, prices, answerForPrice(model));
}

} // namespace app
