// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incubation.h"

namespace {
/// A page takes some 30 ms of a core: a tenth of a second with these.
constexpr std::chrono::milliseconds Slice{4};
constexpr std::chrono::milliseconds Interval{12};
} // namespace

Incubation::Incubation(QObject *parent)
    : QObject(parent)
    , m_pace(this)
{
    m_pace.setTimerType(Qt::PreciseTimer);
    m_pace.setInterval(Interval);
    connect(
        &m_pace, &QTimer::timeout, this, [this] { incubateFor(static_cast<int>(Slice.count())); });
}

void Incubation::incubatingObjectCountChanged(int count)
{
    if (count == 0) {
        m_pace.stop();
    } else if (!m_pace.isActive()) {
        m_pace.start();
    }
}
