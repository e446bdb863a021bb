// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answer.h"

#include <functional>
#include <vector>

namespace test {

/// One call of a load.
struct LoadCall
{
    QByteArray bytes;
    qint64 hangUpAfter = -1; ///< bytes of the answer after which the client is gone; -1: never
    qint64 sendOnly = -1;    ///< hangs up after so many bytes of the request; -1: sends all
};

struct LoadResult
{
    Answer answer;
    bool hungUp = false; ///< as wished; a server that hung up leaves an answer that is not whole
    qint64 closedAt = 0; ///< monotonicMicroseconds() of the hang-up
};

/// Hundreds of clients in one thread: keeps so many connections busy until all calls are done.
/// Connections are kept and used again, as real clients do. Raises the process's limit of open
/// files as far as it may.
class LoadClient
{
public:
    LoadClient(quint16 port, int connections);

    /// In the order of the calls. A call that cannot connect has status 0. `each` is told of each
    /// call that ended.
    [[nodiscard]] std::vector<LoadResult>
    run(const std::vector<LoadCall> &calls,
        const std::function<void(std::size_t, const LoadResult &)> &each = {});

private:
    quint16 m_port;
    int m_connections;
};

} // namespace test
