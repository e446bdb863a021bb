// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hostwatch.h"

#include "core/base/clock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QQuickWindow;

namespace bench {

/// What a person would feel of a window: how long it does not answer, how often it draws, how old
/// its figures are.
class WindowWatch : public QObject
{
    Q_OBJECT

public:
    explicit WindowWatch(QQuickWindow &window);

    void snapshotCame(core::Time at); ///< it holds all that was settled before `at`

    /// A beat in the thread of the window shows where it stands still. It costs some per cent of a
    /// core, so an idle window is watched without.
    enum class Beat : quint8 { Yes, No };
    /// Watches so long and prints one line of NAME=VALUE.
    void watch(double seconds, Beat beat);

Q_SIGNALS:
    void printed();

private:
    void beat();
    void frameSwapped();
    void painted();
    void print();

    QQuickWindow &m_window;
    QTimer m_beat;
    QElapsedTimer m_sinceBeat;
    QElapsedTimer m_since;
    HostWatch m_host;
    double m_longestGap = 0;   ///< milliseconds
    double m_longestStall = 0; ///< milliseconds; of a gap without what the host took of the machine
    int m_stallsOverLimit = 0;
    int m_frames = 0;
    int m_snapshots = 0;
    core::Time m_shownUpTo{}; ///< of the last frame; what was settled later waits for the next
    core::Time m_newest{};
    double m_oldest = 0; ///< milliseconds from a settlement to the frame that shows it, at most
    double m_busyBefore = 0;
    // Of the window's thread, whose processor time knows no neighbours. Seconds.
    double m_threadBefore = 0;
    double m_paintBegan = 0;
    double m_painting = 0; ///< what a GPU would do, in a thread of its own
};

} // namespace bench
