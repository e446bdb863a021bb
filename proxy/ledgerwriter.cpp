// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/ledgerwriter.h"

#include <QLoggingCategory>

#include <utility>

// The half of LedgerWriter that runs in the callers' threads.

namespace proxy {
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(ledgerLog, "capstan.ledger", QtInfoMsg)

/// How long a settlement waits for others to share its commit: at 1,000 calls a second ten do, and
/// a crash loses none of the money, as their holds stay open.
constexpr auto Gathering = 10ms;
/// Records that may wait: minutes of a full disk, at about 1 kB each.
constexpr std::size_t LargestQueue = 100'000;
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

bool LedgerWriter::enqueue(Item &item, bool isAwaited)
{
    const auto *record = std::get_if<core::LedgerRecord>(&item.content);
    const bool isHold = record != nullptr && std::holds_alternative<core::HoldRecord>(*record);
    // What a call has cost is always taken: there are no more of these than holds were.
    const bool isLimited =
        record != nullptr && !std::holds_alternative<core::SettlementRecord>(*record);
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping || (m_depth >= LargestQueue && isLimited)) {
            return false;
        }
        m_depth += record != nullptr ? 1 : 0;
        std::deque<Item> &lane = isHold ? m_holds : m_others;
        const bool wasEmpty = lane.empty();
        lane.push_back(std::move(item));
        if (!isHold && wasEmpty) {
            m_gatherUntil = std::chrono::steady_clock::now() + Gathering;
        }
        wake =
            wasEmpty || (!isHold && isAwaited && !m_isAwaited) || m_others.size() == LargestShare;
        m_isAwaited = m_isAwaited || (!isHold && isAwaited);
    }
    // After the mutex is free, or the writer would wake only to wait for it.
    if (wake) {
        m_wake.notify_one();
    }
    return true;
}

void LedgerWriter::post(core::LedgerRecord record, Completion done)
{
    const bool isAwaited = static_cast<bool>(done);
    Item item{std::move(record), std::move(done)};
    if (!enqueue(item, isAwaited)) {
        qCWarning(ledgerLog, "A record was not taken: the ledger is closed, or its queue is full.");
        if (item.done) {
            item.done(false);
        }
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

} // namespace proxy
