// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"
#include "proxy/accounts.h"
#include "proxy/ledgerwriter.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <map>

/// Accounts over a real ledger file, at a time that only the test moves.
namespace accountstest {
using namespace proxy;
using namespace std::chrono;
using core::Dimension;
using core::Money;

inline Money cents(qint64 count)
{
    return Money::fromNanos(count * Money::NanosPerDollar / 100);
}

inline core::Attribution tenant(const QByteArray &name)
{
    core::Attribution attribution;
    attribution.of(Dimension::Tenant) = name;
    return attribution;
}

inline core::Budget budgetFor(const QByteArray &id, const QByteArray &selector, qint64 limitCents)
{
    core::Budget budget;
    budget.id = id;
    budget.selector = *core::Selector::parse(selector);
    budget.limit = cents(limitCents).nanos();
    return budget;
}

class FixedClock final : public core::Clock
{
public:
    core::Time time{sys_days(2026y / 11 / 21) + 12h};
    [[nodiscard]] core::Time now() const override { return time; }
};

class AccountsFixture : public QObject
{
protected:
    QTemporaryDir m_folder;
    FixedClock m_clock;
    std::unique_ptr<LedgerWriter> m_writer;
    std::unique_ptr<Accounts> m_accounts;
    std::atomic<int> m_ended = 0;

    void open()
    {
        auto writer = LedgerWriter::start(m_folder.filePath(QStringLiteral("ledger.db")),
                                          core::Durability::Process);
        QVERIFY(writer.ok());
        m_writer = std::move(*writer);
        m_accounts = std::make_unique<Accounts>(m_clock, *m_writer, "UTC");
        const auto state = m_writer->load();
        QVERIFY(state.ok());
        m_accounts->restore(*state);
    }

    void close()
    {
        if (m_writer) {
            QVERIFY(m_writer->stop().ok());
        }
        m_accounts.reset();
        m_writer.reset();
    }

    core::Outcome set(const core::Budget &budget)
    {
        std::promise<core::Outcome> answer;
        m_accounts->setBudget(budget,
                              [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        return answer.get_future().get();
    }

    core::Outcome remove(const QByteArray &id)
    {
        std::promise<core::Outcome> answer;
        m_accounts->removeBudget(id,
                                 [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        return answer.get_future().get();
    }
    core::Outcome reset(const QByteArray &id, const QByteArray &label)
    {
        std::promise<core::Outcome> answer;
        m_accounts->resetBudget(
            id, label, [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        return answer.get_future().get();
    }
    core::Outcome correct(const core::RequestId &id, Money cost)
    {
        Accounts::Correction correction;
        correction.id = id;
        correction.cost = cost;
        correction.by = "owner";
        correction.reason = "invoice";
        std::promise<core::Outcome> answer;
        m_accounts->correct(correction,
                            [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        return answer.get_future().get();
    }
    core::Outcome pause(const QByteArray &who, bool paused)
    {
        std::promise<core::Outcome> answer;
        m_accounts->setPaused(
            who, paused, [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        return answer.get_future().get();
    }

    /// Admits and opens; None when refused.
    core::HoldId hold(const core::Attribution &who, Money bound)
    {
        const auto admission = m_accounts->admit(who, {bound, 10, 1});
        const auto *admitted = std::get_if<core::Admitted>(&admission);
        if (admitted == nullptr) {
            return core::HoldId::None;
        }
        core::HoldRecord record;
        record.id = core::RequestId::generate();
        record.admittedAt = m_clock.now();
        record.attribution = who;
        record.bound = {bound, 10, 1};
        std::promise<bool> durable;
        m_ids[static_cast<quint64>(admitted->hold)] = record;
        m_accounts->open({.hold = admitted->hold,
                          .record = record,
                          .end = [this](EndReason) { ++m_ended; },
                          .durable =
                              [&](bool written) {
                                  durable.set_value(written);
                              }});
        return durable.get_future().get() ? admitted->hold : core::HoldId::None;
    }

    void settle(core::HoldId hold, Money cost)
    {
        const core::HoldRecord &opened = m_ids.at(static_cast<quint64>(hold));
        core::SettlementRecord record;
        record.id = opened.id;
        record.admittedAt = opened.admittedAt;
        record.attribution = opened.attribution;
        record.cost = cost;
        record.usage.output = 10;
        record.usage.quality = core::CountQuality::Reported;
        m_accounts->settle(hold, std::move(record));
    }

    qint64 settledOf(const QByteArray &id, const QByteArray &label)
    {
        const auto state = m_accounts->bucket(id, label);
        return state ? state->settled : -1;
    }

    std::map<quint64, core::HoldRecord> m_ids;

    /// Before each test: an empty ledger at noon.
    void begin()
    {
        QFile::remove(m_folder.filePath(QStringLiteral("ledger.db")));
        QFile::remove(m_folder.filePath(QStringLiteral("ledger.db-wal")));
        QFile::remove(m_folder.filePath(QStringLiteral("ledger.db-shm")));
        m_ended = 0;
        m_clock.time = sys_days(2026y / 11 / 21) + 12h;
        open();
    }
};

} // namespace accountstest
