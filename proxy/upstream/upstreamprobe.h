// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "proxy/settings.h"
#include "proxy/upstream/enginewatch.h"
#include "proxy/upstream/fetch.h"
#include "proxy/upstream/modeldirectory.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace proxy {

/// Asks one upstream what it serves and how it is doing. Each worker has one, for a model it does
/// not know yet; the first worker's also polls. Lives in its worker's thread.
class UpstreamProbe : public QObject
{
    Q_OBJECT

public:
    UpstreamProbe(const UpstreamSettings &settings,
                  UpstreamClient &client,
                  ModelDirectory &directory,
                  const core::Clock &clock);
    ~UpstreamProbe() override;

    /// Reads /v1/models and the overheads of models that are new; then calls back. Calls made
    /// while one is under way share it.
    void refresh(std::function<void()> then);
    /// Every second while nobody listens there; else /v1/models every ten seconds and /metrics
    /// every two where it is a vLLM, and /v1/models once a minute where it is not. `listed` is
    /// called after each answer to /v1/models; `use` says what calls of ours have made it count.
    void startPolling(std::function<void()> listed, std::function<UpstreamUse()> use);

    /// A request to this upstream with its credential and time-outs; `path` begins with a slash.
    [[nodiscard]] UpstreamRequest
    request(QByteArrayView method, QByteArrayView path, QByteArray body = {}) const;

private:
    void poll();
    [[nodiscard]] bool isTimeForModels() const;
    void pollMetrics();
    void readModels(const FetchResult &result);
    void learnNext();
    void countOverhead(const QByteArray &model);
    void readMetrics(const FetchResult &result);
    void finish();

    const UpstreamSettings &m_settings;
    UpstreamClient &m_client;
    ModelDirectory &m_directory;
    const core::Clock &m_clock;
    std::vector<std::function<void()>> m_waiting;
    std::unique_ptr<Fetch> m_fetch;
    std::unique_ptr<Fetch> m_metrics;
    std::vector<QByteArray> m_toLearn;
    std::vector<qint64> m_counts;
    std::function<UpstreamUse()> m_use;
    EngineWatch m_watch;
    QTimer m_timer;
    std::function<void()> m_listed;
    bool m_isRefused = false; ///< it answers, but not with a list: asking more often won't help
    int m_turn = 0;
};

} // namespace proxy
