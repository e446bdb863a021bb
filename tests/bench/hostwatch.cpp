// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostwatch.h"

#include <QList>

#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bench {

namespace {
/// The eighth figure of a processor's line is what was taken from it.
constexpr qsizetype StealColumn = 8;
/// The processors come first, some 50 bytes each. A line that is cut off is of another kind.
constexpr qint64 EnoughBytes = 16384;

bool isOneProcessor(const QByteArray &line)
{
    return line.startsWith("cpu") && !line.startsWith("cpu ");
}
} // namespace

HostWatch::HostWatch()
    : m_file(u"/proc/stat"_s)
{
    // Unbuffered, or it would be read once.
    (void)m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    (void)takenSinceAsked();
}

double HostWatch::takenSinceAsked()
{
    m_file.seek(0);
    long most = 0;
    std::size_t processor = 0;
    for (const QByteArray &line : m_file.read(EnoughBytes).split('\n')) {
        if (!isOneProcessor(line)) {
            continue;
        }
        const long taken = line.simplified().split(' ').value(StealColumn).toLong();
        if (processor == m_before.size()) {
            m_before.push_back(taken);
        }
        most = std::max(most, taken - m_before[processor]);
        m_before[processor++] = taken;
    }
    return static_cast<double>(most) * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace bench
