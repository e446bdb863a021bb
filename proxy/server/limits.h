// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace proxy {

/// What a client may send. QHttpServer itself limits nothing (design section 10).
struct ServerLimits
{
    /// Above any real header set (browsers stop at 8-16 KiB); more is refused with 431.
    qint64 headerBytes = qint64{64} * 1024;
    /// 32 MiB carries a long context with several images; refused with 413 before it is read.
    qint64 bodyBytes = qint64{32} * 1024 * 1024;
    /// A client that has connected and started talking sends its head at once; 408 after this.
    std::chrono::milliseconds headerTime{10'000};
    /// No byte of the body for this long: 408.
    std::chrono::milliseconds bodyTime{30'000};
    /// A client that takes no byte of an answer that waits for it, for this long, has left without
    /// saying so, and its hold with it; as nginx's send_timeout.
    std::chrono::milliseconds sendTime{60'000};
    /// Pipelined bytes kept while an answer runs; more just waits in the kernel's buffer.
    qint64 stashBytes = qint64{64} * 1024;
};

} // namespace proxy
