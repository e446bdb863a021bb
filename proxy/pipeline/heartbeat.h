// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QTimer>

#include <chrono>
#include <functional>

namespace proxy {

/// Keeps the connection of a silent stream open: beats once in each whole interval in which the
/// stream did not move. Idle proxies between a client and Capstan close what says nothing. Lives
/// in its worker's thread.
class Heartbeat
{
public:
    /// A comment of server-sent events, which every reader passes over (HTML standard,
    /// server-sent events).
    static constexpr QByteArrayView Comment = ": heartbeat\n\n";

    /// An interval above zero; it begins now.
    Heartbeat(std::chrono::seconds interval, std::function<void()> beat);

    /// Something else went to the client: the interval begins anew.
    void streamMoved() { m_timer.start(); }

private:
    QTimer m_timer;
};

} // namespace proxy
