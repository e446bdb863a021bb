// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/reconciler.h"

#include "proxy/accounts.h"
#include "proxy/metrics/metricspage.h"

#include <chrono>
#include <future>
#include <memory>
#include <utility>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {
/// A writer that has not come to its queue's end by then waits for its disk.
constexpr std::chrono::seconds WriterPatience{30};
/// The writer waits no longer for us, whatever happened to the reader.
constexpr std::chrono::seconds ReaderPatience{2};

/// The moment at which memory and disk are looked at together.
struct Meeting
{
    std::promise<void> writerThere;
    std::promise<void> readerDone;
};
} // namespace

Reconciler::Reconciler(Accounts &accounts, QString ledgerFile)
    : m_accounts(accounts)
    , m_ledgerFile(std::move(ledgerFile))
{
    m_thread.setMaxThreadCount(1);
}

void Reconciler::start(Answer answer)
{
    m_thread.start([this, answer = std::move(answer)] { answer(compare()); });
}

void Reconciler::finish()
{
    m_thread.waitForDone();
}

core::Result<core::Reconciliation> Reconciler::compare()
{
    const auto meeting = std::make_shared<Meeting>();
    std::future<void> writerThere = meeting->writerThere.get_future();
    const core::LifetimeTotals totals = m_accounts.lifetimeAnd([meeting](core::Ledger &) {
        std::future<void> readerDone = meeting->readerDone.get_future();
        meeting->writerThere.set_value();
        readerDone.wait_for(ReaderPatience);
    });
    if (writerThere.wait_for(WriterPatience) != std::future_status::ready) {
        return core::Error{core::ErrorCode::Unavailable,
                           u"The ledger is behind: its writer waits for the disk."_s,
                           u"Look at the disk that the ledger is on, and ask again."_s};
    }
    const auto reader = core::Ledger::openReader(m_ledgerFile);
    meeting->readerDone.set_value();
    if (!reader.ok()) {
        return reader.error();
    }
    core::Reconciliation result;
    result.add(u"memory"_s, totals.all());
    result.add(u"metrics"_s, sumOnPage(totals));
    if (const core::Outcome added = addLedger(result, **reader); !added.ok()) {
        return added.error();
    }
    return result;
}

} // namespace proxy
