// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"
#include "proxy/checkpointthread.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <variant>
#include <vector>

namespace proxy {

/// The one thread that writes the ledger, which is opened, used and closed in it. Takes records
/// from any thread and commits in groups.
///
/// 1. Holds are written first, because a call waits for each: at once, or under load 0.3 ms after
///    the holds before them. All others keep their order among themselves; nothing that follows a
///    hold in time, such as its settlement, is written before it.
/// 2. What has a completion, and questions, are written soon; the rest may wait for company.
/// 3. A batch that fails answers its completions with false, and so does everything behind it.
///    What has happened already - settlements, releases, refusals, alerts - and what nobody waits
///    for is kept and tried again, in order; the rest is dropped: a hold's caller refuses the call.
/// 4. Kept records come first, so no hold is written, and no call runs, until they are. Tasks do
/// not
///    wait for them: isBehind() tells.
/// 5. A record that no retry can make right is answered with false, logged and dropped.
/// 6. The WAL is moved into the database by another thread, because that waits for the disk.
///
/// Failure: lastError() says what is wrong from the first failed batch to the next good one.
class LedgerWriter
{
public:
    /// Called once, in the writer thread: true after the commit, false after the failure. Must be
    /// short and must not wait for this object. A capture of two pointers costs no allocation.
    using Completion = std::function<void(bool written)>;

    /// Starts the thread and waits until the ledger is open, or cannot be.
    [[nodiscard]] static core::Result<std::unique_ptr<LedgerWriter>>
    start(const QString &path, core::Durability durability);
    ~LedgerWriter(); ///< stops
    LedgerWriter(const LedgerWriter &) = delete;
    LedgerWriter &operator=(const LedgerWriter &) = delete;

    /// Any thread; never waits for the disk. After stop(), and when the queue is full because the
    /// disk fails, the record is not taken and the completion gets false in the caller's thread.
    void post(core::LedgerRecord record, Completion done = {});

    /// Waits until everything posted so far is committed; the error when something is not.
    [[nodiscard]] core::Outcome flush();

    /// Runs something in the writer thread, after what was posted so far. False after stop(): then
    /// it will not run.
    using Task = std::function<void(core::Ledger &)>;
    bool run(Task task);
    /// For a task: something posted before it has happened and is not in the ledger, because the
    /// disk fails; what it adds up there is short of that.
    [[nodiscard]] bool isBehind() const { return m_kept > 0; }
    /// Runs a rare question in the writer thread, after what was posted so far, and waits for its
    /// answer. Not after stop().
    template <class Question>
    [[nodiscard]] auto ask(Question question) -> std::invoke_result_t<Question, core::Ledger &>
    {
        using Answer = std::invoke_result_t<Question, core::Ledger &>;
        std::packaged_task<Answer(core::Ledger &)> task(std::move(question));
        std::future<Answer> answer = task.get_future();
        const bool taken = run([&task](core::Ledger &ledger) { task(ledger); });
        Q_ASSERT_X(taken, "LedgerWriter", "asked after stop()");
        Q_UNUSED(taken)
        return answer.get();
    }
    [[nodiscard]] core::Result<core::LedgerState> load()
    {
        return ask([](core::Ledger &ledger) { return ledger.load(); });
    }

    /// Writes what waits and closes the ledger; the error when something could not be written. The
    /// second time nothing happens.
    core::Outcome stop();

    [[nodiscard]] std::size_t depth() const;     ///< records not yet committed, kept ones included
    [[nodiscard]] core::Error lastError() const; ///< an empty message while all is well

private:
    /// Written between two batches of holds: bounds how long a hold waits for others.
    static constexpr std::size_t LargestShare = 64;

    struct Item
    {
        std::variant<core::LedgerRecord, Task> content;
        Completion done;
    };
    struct Batch
    {
        std::vector<core::LedgerRecord> records;
        std::vector<Completion> completions; ///< of the same index
    };

    LedgerWriter() = default;
    [[nodiscard]] bool enqueue(Item &item, bool isAwaited);

    // In the writer thread:
    void live(const QString &path, core::Durability durability, std::promise<core::Outcome> opened);
    void receive();
    void waitForWork(std::unique_lock<std::mutex> &lock);
    [[nodiscard]] bool othersAreDue() const; ///< the mutex is held
    [[nodiscard]] bool goesOn() const;
    void drain(core::Ledger &ledger);
    [[nodiscard]] Batch take();
    [[nodiscard]] core::Outcome write(core::Ledger &ledger, Batch &batch);
    [[nodiscard]] core::Outcome writeSingly(core::Ledger &ledger, Batch &batch);
    void giveUpForNow(core::Ledger &ledger, Batch &batch);
    void tendWal(core::Ledger &ledger);
    void requestCheckpoint();
    void forgetDepth(std::size_t count);
    void setError(const core::Error &error);

    // The writer thread's own:
    std::deque<Item> m_pending; ///< received, not yet written
    std::size_t m_kept = 0;     ///< stand first among the others, since a batch failed
    std::chrono::steady_clock::time_point m_nextHolds; ///< before it, holds wait for company
    std::optional<CheckpointThread> m_checkpoints;
    bool m_isCheckpointDue = false; ///< something was committed since the last
    int m_walPages = 0;
    int m_walPagesAtRequest = 0;

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    std::deque<Item> m_holds;
    std::deque<Item> m_others;
    std::chrono::steady_clock::time_point m_gatherUntil; ///< of the others
    bool m_isAwaited = false;                            ///< somebody waits for one of the others
    std::size_t m_depth = 0;
    core::Error m_error;
    bool m_isStopping = false;

    std::thread m_thread;
};

} // namespace proxy
