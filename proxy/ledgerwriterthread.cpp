// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/ledgerwriter.h"

#include <QLoggingCategory>

#include <algorithm>
#include <iterator>
#include <pthread.h>
#include <utility>

// The half of LedgerWriter that runs in its own thread.

namespace proxy {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(ledgerLog, "capstan.ledger", QtInfoMsg)

/// Bounds how long a hold waits for the batch before its own: some 10 ms.
constexpr std::size_t LargestBatch = 512;
/// From one commit of holds to the next, so that under load several share one, as with PostgreSQL's
/// commit_delay: 7 % less time of the processor for each call. At 1,000 calls a second three of
/// four come later than this and do not wait. 1 ms under load brought nothing more.
constexpr auto HoldPace = 300us;
/// Between attempts while the disk fails and nothing new comes.
constexpr auto RetryInterval = 250ms;
/// Quiet time before the WAL is moved into the database.
constexpr auto QuietBeforeCheckpoint = 1s;
/// Pages of 4 KiB in the WAL before they are moved while calls go on: 32 MiB, so that the fsyncs
/// are shared by some ten thousand calls and a start after a crash reads little.
constexpr int WalPagesPerCheckpoint = 8'000;

bool isHold(const core::LedgerRecord &record)
{
    return std::holds_alternative<core::HoldRecord>(record);
}

/// Has happened, whether it can be written now or not.
bool hasHappened(const core::LedgerRecord &record)
{
    return std::holds_alternative<core::SettlementRecord>(record) ||
           std::holds_alternative<core::ReleaseRecord>(record) ||
           std::holds_alternative<core::RefusalRecord>(record) ||
           std::holds_alternative<core::AlertRecord>(record);
}

void answer(const LedgerWriter::Completion &done, bool written)
{
    if (done) {
        done(written);
    }
}
} // namespace

void LedgerWriter::live(const QString &path,
                        core::Durability durability,
                        std::promise<core::Outcome> opened)
{
    pthread_setname_np(pthread_self(), "ledger");
    auto ledger = core::Ledger::open(path, durability);
    if (!ledger) {
        opened.set_value(ledger.error());
        return;
    }
    m_checkpoints.emplace(path);
    opened.set_value(core::Done{});
    while (goesOn()) {
        receive();
        drain(**ledger);
        tendWal(**ledger);
    }
    m_checkpoints.reset(); // before the ledger: the last connection to go tidies the WAL away
}

bool LedgerWriter::goesOn() const
{
    const std::lock_guard lock(m_mutex);
    const bool isDone = m_holds.empty() && m_others.empty();
    return !m_isStopping || (!isDone && m_kept == 0);
}

void LedgerWriter::receive()
{
    std::unique_lock lock(m_mutex);
    waitForWork(lock);
    const auto takeFrom = [this](std::deque<Item> &lane, std::size_t most) {
        const auto end = lane.begin() + static_cast<std::ptrdiff_t>(std::min(lane.size(), most));
        std::move(lane.begin(), end, std::back_inserter(m_pending));
        lane.erase(lane.begin(), end);
    };
    takeFrom(m_others, std::exchange(m_kept, 0));
    if (!m_holds.empty()) {
        m_nextHolds = std::chrono::steady_clock::now() + HoldPace;
        takeFrom(m_holds, m_holds.size());
    }
    takeFrom(m_others, othersAreDue() ? LargestShare : 0);
    m_isAwaited = m_isAwaited && !m_others.empty();
}

void LedgerWriter::waitForWork(std::unique_lock<std::mutex> &lock)
{
    const auto isAwaited = [this] {
        return m_isStopping || !m_holds.empty() || m_isAwaited;
    };
    if (m_kept > 0) {
        m_wake.wait_for(lock, RetryInterval, isAwaited);
        return;
    }
    const auto somethingCame = [this, isAwaited] {
        return isAwaited() || !m_others.empty();
    };
    if (m_isCheckpointDue && !m_wake.wait_for(lock, QuietBeforeCheckpoint, somethingCame)) {
        requestCheckpoint();
    }
    m_wake.wait(lock, somethingCame);
    m_wake.wait_until(lock, m_gatherUntil, [this] { return !m_holds.empty() || othersAreDue(); });
    if (!m_holds.empty()) {
        m_wake.wait_until(lock, m_nextHolds, [this] { return m_isStopping; });
    }
}

bool LedgerWriter::othersAreDue() const
{
    return m_isStopping || m_isAwaited || m_others.size() >= LargestShare ||
           std::chrono::steady_clock::now() >= m_gatherUntil;
}

void LedgerWriter::drain(core::Ledger &ledger)
{
    while (!m_pending.empty()) {
        if (const auto *task = std::get_if<Task>(&m_pending.front().content)) {
            (*task)(ledger);
            m_pending.pop_front();
            continue;
        }
        Batch batch = take();
        const core::Outcome written = write(ledger, batch);
        setError(written ? core::Error{} : written.error());
        if (!written) {
            giveUpForNow(ledger, batch);
            return;
        }
    }
}

LedgerWriter::Batch LedgerWriter::take()
{
    Batch batch;
    while (!m_pending.empty() && batch.records.size() < LargestBatch) {
        Item &item = m_pending.front();
        auto *record = std::get_if<core::LedgerRecord>(&item.content);
        if (record == nullptr) {
            break; // a question sees all that was posted before it
        }
        if (!batch.records.empty() && isHold(*record) != isHold(batch.records.front())) {
            break; // no call waits for what only others need
        }
        batch.records.push_back(std::move(*record));
        batch.completions.push_back(std::move(item.done));
        m_pending.pop_front();
    }
    return batch;
}

core::Outcome LedgerWriter::write(core::Ledger &ledger, Batch &batch)
{
    core::Outcome written = ledger.write(batch.records);
    if (!written && written.error().code == core::ErrorCode::InvalidInput) {
        return writeSingly(ledger, batch);
    }
    if (written) {
        m_isCheckpointDue = true;
        forgetDepth(batch.records.size());
        for (const Completion &done : batch.completions) {
            answer(done, true);
        }
    }
    return written;
}

core::Outcome LedgerWriter::writeSingly(core::Ledger &ledger, Batch &batch)
{
    while (!batch.records.empty()) {
        core::Outcome written = ledger.write({batch.records.front()});
        if (!written && written.error().code != core::ErrorCode::InvalidInput) {
            return written;
        }
        if (!written) {
            qCWarning(ledgerLog).noquote() << written.error().message << written.error().remedy;
        }
        answer(batch.completions.front(), written.ok());
        batch.records.erase(batch.records.begin());
        batch.completions.erase(batch.completions.begin());
        forgetDepth(1);
    }
    return core::Done{};
}

void LedgerWriter::giveUpForNow(core::Ledger &ledger, Batch &batch)
{
    for (std::size_t i = batch.records.size(); i-- > 0;) {
        m_pending.push_front({std::move(batch.records[i]), std::move(batch.completions[i])});
    }
    std::deque<Item> kept;
    for (Item &item : std::exchange(m_pending, {})) {
        m_kept = kept.size(); // so that a task sees what stands before it
        if (const auto *task = std::get_if<Task>(&item.content)) {
            (*task)(ledger);
            continue;
        }
        const auto &record = std::get<core::LedgerRecord>(item.content);
        const bool isWaitedFor = static_cast<bool>(item.done);
        answer(std::exchange(item.done, {}), false);
        if (hasHappened(record) || (!isWaitedFor && !isHold(record))) {
            kept.push_back(std::move(item));
        } else {
            forgetDepth(1);
        }
    }
    m_kept = kept.size();
    const std::lock_guard lock(m_mutex);
    std::move(m_others.begin(), m_others.end(), std::back_inserter(kept));
    m_others = std::move(kept);
}

/// Once the other thread has moved all but the last few pages, these are moved here, and the WAL
/// begins anew: only its owner can, who knows that nobody writes.
void LedgerWriter::tendWal(core::Ledger &ledger)
{
    m_walPages = ledger.walPages();
    const bool beganAnew = m_walPages < m_walPagesAtRequest;
    if (beganAnew) {
        m_walPagesAtRequest = 0;
    } else if (m_checkpoints->takeDone() && m_walPagesAtRequest >= WalPagesPerCheckpoint) {
        // What fails here fails again, and is reported, with the next batch.
        static_cast<void>(ledger.checkpoint());
        m_walPagesAtRequest = m_walPages;
    } else if (m_walPages >= m_walPagesAtRequest + WalPagesPerCheckpoint) {
        requestCheckpoint();
    }
}

void LedgerWriter::requestCheckpoint()
{
    m_isCheckpointDue = false;
    m_walPagesAtRequest = m_walPages;
    m_checkpoints->request();
}

void LedgerWriter::forgetDepth(std::size_t count)
{
    const std::lock_guard lock(m_mutex);
    m_depth -= count;
}

void LedgerWriter::setError(const core::Error &error)
{
    const std::lock_guard lock(m_mutex);
    const bool isNews = m_error.message.isEmpty() != error.message.isEmpty();
    m_error = error;
    if (isNews && !error.message.isEmpty()) {
        qCWarning(ledgerLog).noquote() << error.message << error.remedy;
    } else if (isNews) {
        qCInfo(ledgerLog, "The ledger can be written again.");
    }
}

} // namespace proxy
