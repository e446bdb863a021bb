// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "site.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace e2e {

/// Does something again and again in a thread of its own, until it is stopped or destroyed.
class Meanwhile
{
public:
    explicit Meanwhile(std::function<void()> turn);
    ~Meanwhile() { stop(); }
    Meanwhile(const Meanwhile &) = delete;
    Meanwhile &operator=(const Meanwhile &) = delete;
    void stop();

private:
    std::atomic<bool> m_stops = false;
    std::unique_ptr<QThread> m_thread;
};

/// Somebody who looks at one scope's budget as often as the network lets them.
class Watcher
{
public:
    Watcher(quint16 port, const QByteArray &scope);
    void stop() { m_meanwhile.stop(); }

    // What was seen; after stop().
    [[nodiscard]] int looks() const { return m_looks; }
    [[nodiscard]] int unanswered() const { return m_unanswered; }
    /// The most that was ever spent and held at one moment.
    [[nodiscard]] core::Money mostCommitted() const { return m_most; }
    /// Looks at which spent + reserved was above the limit of that moment.
    [[nodiscard]] int looksAboveLimit() const { return m_above; }

private:
    void look();

    test::HttpClient m_client;
    QByteArray m_path;
    int m_looks = 0;
    int m_unanswered = 0;
    int m_above = 0;
    core::Money m_most;
    Meanwhile m_meanwhile; // last: its thread uses the others
};

} // namespace e2e
