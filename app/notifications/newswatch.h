// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace app {

/// Something that the owner should hear of although the window is closed.
struct News
{
    QString title;
    QString text;
    bool urgent = false; ///< a cap is reached, an upstream is down

    friend bool operator==(const News &, const News &) = default;
};

/// Finds what is news between one snapshot and the next: crossings that nobody muted, upstreams
/// that went or came back, destinations that need a person. Each is told once; what was crossed
/// before Capstan was started is not told again. What comes within a second of each other is told
/// as one.
class NewsWatch : public QObject
{
    Q_OBJECT

public:
    /// Waits this long for company.
    static constexpr std::chrono::milliseconds Gathering{1'000};

    /// `start`: when Capstan was started; older crossings are known.
    explicit NewsWatch(core::Time start, QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);

Q_SIGNALS:
    void told(const News &news);

private:
    void lookAtAlerts(const core::Snapshot &snapshot);
    void lookAtUpstreams(const core::Snapshot &snapshot);
    void lookAtTraffic(const core::Snapshot &snapshot);
    void lookAtDestinations(const core::Snapshot &snapshot);
    void gather(const News &news);
    void tell();

    core::Time m_start;
    std::optional<QSet<QByteArray>> m_alerts; ///< identities of the last snapshot
    QHash<QString, bool> m_upstreams;         ///< by name: it answered
    QHash<QString, bool> m_traffic;           ///< by upstream: it counts otherwise than we do
    QHash<QByteArray, bool> m_destinations;   ///< by name: it needs a person
    std::vector<News> m_gathered;
    QTimer m_timer;
};

} // namespace app
