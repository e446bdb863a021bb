// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"
#include "proxy/proxyservice.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace app {

/// Takes the service's snapshots in a thread of its own and hands one at a time to the window: the
/// next is taken once that was shown, and the more taking and showing cost, the later.
/// So neither the window nor the accounts' mutex gives more than a small part of their time to it.
class SnapshotTaker : public QObject
{
    Q_OBJECT

public:
    using Snapshot = std::shared_ptr<const core::Snapshot>;

    /// `deliver` is called in the taker's thread.
    SnapshotTaker(proxy::ProxyService &service, std::function<void(const Snapshot &)> deliver);
    ~SnapshotTaker() override; ///< stops

    void start(); ///< the service runs
    void stop();  ///< before the service stops; waits for a snapshot that is being taken
    /// Any thread: the snapshot that was delivered is on screen, and what that took of a core.
    void shown(std::chrono::nanoseconds cost);

private:
    // In the taker's thread:
    void live();
    void schedule();
    void take();

    proxy::ProxyService &m_service;
    std::function<void(const Snapshot &)> m_deliver;
    QTimer m_pace;     ///< runs while it is too soon for the next
    QTimer m_upstream; ///< the upstream's own figures, and burn rates that decay without calls
    bool m_isStale = false;
    bool m_isOut = false; ///< delivered, and not yet shown
    std::chrono::nanoseconds m_takingCost{0};
    QElapsedTimer m_sinceTaken;
    /// Large ones take milliseconds to let go of, which is done here and not in the window.
    std::vector<Snapshot> m_delivered;
    QThread m_thread;
};

} // namespace app
