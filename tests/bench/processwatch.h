// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace bench {

/// What the watched processes use together, all their threads; a process that ended counts as 0.
class ProcessWatch
{
public:
    explicit ProcessWatch(std::vector<qint64> processes = {})
        : m_processes(std::move(processes))
    {}

    [[nodiscard]] double busySeconds() const;       ///< user and system, in steps of 10 ms
    [[nodiscard]] double residentMegabytes() const; ///< 10^6 bytes

private:
    std::vector<qint64> m_processes;
};

} // namespace bench
