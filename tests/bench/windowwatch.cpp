// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowwatch.h"

#include <QQuickWindow>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <sys/resource.h>

namespace bench {

namespace {
constexpr std::chrono::milliseconds BeatInterval{4};
/// What the issue calls a stall.
constexpr double StallMilliseconds = 50;

double busySeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double threadSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}
} // namespace

WindowWatch::WindowWatch(QQuickWindow &window)
    : m_window(window)
{
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.setInterval(BeatInterval);
    connect(&m_beat, &QTimer::timeout, this, &WindowWatch::beat);
    connect(&window, &QQuickWindow::frameSwapped, this, &WindowWatch::frameSwapped);
    // Qt's software renderer paints in this thread; all others in one of their own.
    if (QQuickWindow::graphicsApi() == QSGRendererInterface::Software) {
        connect(&window, &QQuickWindow::beforeRendering, this, [this] {
            m_paintBegan = threadSeconds();
        });
        connect(&window, &QQuickWindow::afterRendering, this, &WindowWatch::painted);
    }
}

void WindowWatch::snapshotCame(core::Time at)
{
    ++m_snapshots;
    m_newest = at;
}

void WindowWatch::watch(double seconds, Beat beat)
{
    m_longestGap = m_longestStall = m_oldest = 0;
    m_stallsOverLimit = m_frames = m_snapshots = 0;
    m_shownUpTo = core::SystemClock().now();
    m_busyBefore = busySeconds();
    m_threadBefore = threadSeconds();
    m_painting = 0;
    m_since.start();
    m_sinceBeat.start();
    (void)m_host.takenSinceAsked();
    if (beat == Beat::Yes) {
        m_beat.start();
    }
    QTimer::singleShot(static_cast<int>(seconds * 1000), this, &WindowWatch::print);
}

void WindowWatch::beat()
{
    const double gap = milliseconds(m_sinceBeat);
    m_sinceBeat.start();
    m_longestGap = std::max(m_longestGap, gap);
    const double stall = gap - std::min(gap, m_host.takenSinceAsked());
    m_longestStall = std::max(m_longestStall, stall);
    m_stallsOverLimit += stall > StallMilliseconds ? 1 : 0;
}

void WindowWatch::frameSwapped()
{
    ++m_frames;
    if (m_newest > m_shownUpTo) {
        const auto age = core::SystemClock().now() - m_shownUpTo;
        m_oldest = std::max(m_oldest, static_cast<double>(age.count()) / 1000);
        m_shownUpTo = m_newest;
    }
}

void WindowWatch::painted()
{
    m_painting += threadSeconds() - m_paintBegan;
}

void WindowWatch::print()
{
    m_beat.stop();
    const double seconds = milliseconds(m_since) / 1000;
    const double thread = threadSeconds() - m_threadBefore - m_painting;
    std::printf(
        "stall=%.1f stalls=%d gap=%.1f fps=%.1f snapshots=%.1f shown=%.0f cpu=%.2f frame=%.1f\n",
        m_longestStall,
        m_stallsOverLimit,
        m_longestGap,
        m_frames / seconds,
        m_snapshots / seconds,
        m_oldest,
        (busySeconds() - m_busyBefore) / seconds * 100,
        thread / std::max(m_frames, 1) * 1000);
    std::fflush(stdout);
    Q_EMIT printed();
}

} // namespace bench
