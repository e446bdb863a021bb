// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <vector>

namespace bench {

/// The time that the host of a virtual machine gave to others while a processor had work ("steal",
/// proc(5) on /proc/stat): nobody can answer in it. Always 0 on a machine of its own. Reading it
/// takes some 10 microseconds.
class HostWatch
{
public:
    HostWatch();

    /// Milliseconds since it was last asked, of the processor that lost most; in steps of 10 ms.
    [[nodiscard]] double takenSinceAsked();

private:
    QFile m_file;
    std::vector<long> m_before; ///< of each processor, in ticks of the clock
};

} // namespace bench
