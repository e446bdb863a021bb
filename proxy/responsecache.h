// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QHash>

#include <list>
#include <memory>
#include <mutex>

namespace proxy {

/// Whole answers of models whose owner switched that on (S4-21), by the exact request. In memory
/// only, gone with the process; bounded in bytes, where the one used longest ago goes first. Shared
/// by all workers; any thread, a call costs one short visit.
class ResponseCache
{
public:
    struct Answer
    {
        QByteArray contentType;
        QByteArray body;  ///< of a stream: all its events
        QByteArray model; ///< that gave it, by its physical name
        bool isStream = false;
    };

    explicit ResponseCache(qint64 maximumBytes)
        : m_maximumBytes(maximumBytes)
    {}

    /// Null when there is none, or it is too old by now.
    [[nodiscard]] std::shared_ptr<const Answer> find(const QByteArray &key, core::Time now);
    /// Good until then. Not kept when it alone would fill an eighth of the room.
    void put(const QByteArray &key, Answer answer, core::Time until);

    struct Figures
    {
        qint64 hits = 0;
        qint64 misses = 0;
        qint64 answers = 0; ///< kept now
        qint64 bytes = 0;   ///< of them
    };
    [[nodiscard]] Figures figures() const;

private:
    struct Entry
    {
        QByteArray key;
        std::shared_ptr<const Answer> answer;
        core::Time until{};
        qint64 bytes = 0;
    };
    using Entries = std::list<Entry>;
    void drop(Entries::iterator entry);

    const qint64 m_maximumBytes;
    mutable std::mutex m_mutex; ///< guards what follows
    Entries m_entries;          ///< the one used last in front
    QHash<QByteArray, Entries::iterator> m_index;
    Figures m_figures;
};

} // namespace proxy
