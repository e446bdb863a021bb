// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/ledgerwriter.h"

#include <QLoggingCategory>

#include <algorithm>
#include <pthread.h>
#include <utility>

namespace proxy {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(ledgerLog, "capstan.ledger", QtInfoMsg)

/// Settlements gather this long when no hold is there to take them along: at 1,000 calls a second
/// five share a commit, and a crash loses none of the money, as their holds stay open.
constexpr auto Linger = 5ms;
/// Bounds how long a hold waits for the batch before its own: some 10 ms.
constexpr std::size_t LargestBatch = 512;
/// Between attempts while the disk fails and nothing new comes.
constexpr auto RetryInterval = 250ms;
/// Quiet time before the WAL is moved into the database, so that no call waits for its fsync.
constexpr auto QuietBeforeCheckpoint = 1s;
/// Records that may wait: minutes of a full disk, at about 1 kB each.
constexpr std::size_t LargestQueue = 100'000;

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

core::Result<std::unique_ptr<LedgerWriter>> LedgerWriter::start(const QString &path,
                                                                core::Durability durability)
{
    std::unique_ptr<LedgerWriter> writer(new LedgerWriter);
    std::promise<core::Outcome> promise;
    std::future<core::Outcome> opened = promise.get_future();
    writer->m_thread = std::thread(
        [writer = writer.get(), path, durability, promise = std::move(promise)]() mutable {
            writer->live(path, durability, std::move(promise));
        });
    if (const core::Outcome outcome = opened.get(); !outcome) {
        return outcome.error();
    }
    return writer;
}

LedgerWriter::~LedgerWriter()
{
    static_cast<void>(stop());
}

bool LedgerWriter::enqueue(Item &item, bool urgent)
{
    const std::lock_guard lock(m_mutex);
    const bool isTask = std::holds_alternative<Task>(item.content);
    if (m_isStopping || (m_depth >= LargestQueue && !isTask)) {
        return false;
    }
    m_inbox.push_back(std::move(item));
    m_depth += isTask ? 0 : 1;
    // While it gathers, the writer is left asleep for records that nobody waits for.
    const bool wake =
        m_inbox.size() == 1 || (urgent && !m_isUrgent) || m_inbox.size() == LargestBatch;
    m_isUrgent = m_isUrgent || urgent;
    if (wake) {
        m_wake.notify_one();
    }
    return true;
}

void LedgerWriter::post(core::LedgerRecord record, Completion done)
{
    const bool urgent = static_cast<bool>(done) || isHold(record);
    Item item{std::move(record), std::move(done)};
    if (!enqueue(item, urgent)) {
        qCWarning(ledgerLog, "A record was not taken: the ledger is closed, or its queue is full.");
        answer(item.done, false);
    }
}

bool LedgerWriter::run(Task task)
{
    Item item{std::move(task), {}};
    return enqueue(item, true);
}

core::Outcome LedgerWriter::flush()
{
    const core::Error error = ask([this](core::Ledger &) { return lastError(); });
    return error.message.isEmpty() ? core::Outcome(core::Done{}) : core::Outcome(error);
}

core::Outcome LedgerWriter::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    const core::Error error = lastError();
    return error.message.isEmpty() ? core::Outcome(core::Done{}) : core::Outcome(error);
}

std::size_t LedgerWriter::depth() const
{
    const std::lock_guard lock(m_mutex);
    return m_depth;
}

core::Error LedgerWriter::lastError() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

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
    opened.set_value(core::Done{});
    bool more = true;
    while (more) {
        more = receive(**ledger);
        drain(**ledger);
    }
}

bool LedgerWriter::receive(core::Ledger &ledger)
{
    std::unique_lock lock(m_mutex);
    const auto somethingCame = [this] {
        return m_isStopping || !m_inbox.empty();
    };
    if (!m_pending.empty()) {
        m_wake.wait_for(lock, RetryInterval, somethingCame);
    } else if (m_isCheckpointDue && !m_wake.wait_for(lock, QuietBeforeCheckpoint, somethingCame)) {
        lock.unlock();
        // What fails here fails again, and is reported, with the next batch.
        static_cast<void>(ledger.checkpoint());
        m_isCheckpointDue = false;
        lock.lock();
    }
    if (m_pending.empty()) {
        m_wake.wait(lock, somethingCame);
        m_wake.wait_for(lock, Linger, [this] {
            return m_isUrgent || m_isStopping || m_inbox.size() >= LargestBatch;
        });
    }
    std::move(m_inbox.begin(), m_inbox.end(), std::back_inserter(m_pending));
    m_inbox.clear();
    m_isUrgent = false;
    return !m_isStopping;
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
            break; // a question sees what was posted before it, and nothing after
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
    m_pending = std::move(kept);
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
