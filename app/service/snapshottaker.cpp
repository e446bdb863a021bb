// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/snapshottaker.h"

#include "app/service/threadtime.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

/// 30 pictures a second: more than an eye needs for figures, little enough to leave the cores to
/// the calls.
constexpr std::chrono::milliseconds ShortestPeriod{33};
/// Spend is to be on screen 250 ms after it is settled, and the window is to draw 20 frames a
/// second at least, which come with the snapshots. From one taken to the next, because a large one
/// takes 15 ms to be taken and shown.
constexpr std::chrono::milliseconds LongestPeriod{40};
/// Of the time that was computed for a snapshot: it has a tenth of a core, up to the longest
/// period.
constexpr int PeriodFactor = 10;
/// vLLM's own gauges move once a second at most in our polling.
constexpr std::chrono::milliseconds UpstreamInterval{1'000};

} // namespace

SnapshotTaker::SnapshotTaker(proxy::ProxyService &service,
                             std::function<void(const Snapshot &)> deliver)
    : m_service(service)
    , m_deliver(std::move(deliver))
    , m_pace(this)
    , m_upstream(this)
{
    m_thread.setObjectName(QStringLiteral("snapshots"));
    m_pace.setSingleShot(true);
    m_upstream.setInterval(UpstreamInterval);
    connect(&m_pace, &QTimer::timeout, this, &SnapshotTaker::take);
    connect(&m_upstream, &QTimer::timeout, this, [this] {
        m_isStale = true;
        schedule();
    });
    moveToThread(&m_thread);
}

SnapshotTaker::~SnapshotTaker()
{
    stop();
}

void SnapshotTaker::start()
{
    m_thread.start();
    QMetaObject::invokeMethod(
        this, [this] { live(); }, Qt::QueuedConnection);
}

void SnapshotTaker::stop()
{
    if (!m_thread.isRunning()) {
        return;
    }
    m_service.accounts().onStale({});
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_pace.stop();
            m_upstream.stop();
            m_delivered.clear();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void SnapshotTaker::shown(std::chrono::nanoseconds cost)
{
    QMetaObject::invokeMethod(
        this,
        [this, cost] {
            using std::chrono::milliseconds;
            m_isOut = false;
            const auto larger = std::chrono::ceil<milliseconds>(std::max(cost, m_takingCost));
            const auto period =
                std::clamp<milliseconds>(PeriodFactor * larger, ShortestPeriod, LongestPeriod);
            // The window has as long for everything else, however much a snapshot costs it.
            m_pace.start(std::max(period - milliseconds(m_sinceTaken.elapsed()), larger));
        },
        Qt::QueuedConnection);
}

void SnapshotTaker::live()
{
    m_service.accounts().onStale([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_isStale = true;
                schedule();
            },
            Qt::QueuedConnection);
    });
    m_upstream.start();
    m_isStale = true;
    take();
}

void SnapshotTaker::schedule()
{
    if (m_isStale && !m_isOut && !m_pace.isActive()) {
        m_pace.start(ShortestPeriod);
    }
}

void SnapshotTaker::take()
{
    std::erase_if(m_delivered, [](const Snapshot &each) { return each.use_count() == 1; });
    if (!std::exchange(m_isStale, false)) {
        return;
    }
    m_sinceTaken.start();
    const auto before = threadTime();
    Snapshot snapshot = m_service.takeSnapshot();
    m_takingCost = threadTime() - before;
    if (snapshot != nullptr) {
        m_isOut = true;
        m_delivered.push_back(snapshot);
        m_deliver(snapshot);
    }
}

} // namespace app
