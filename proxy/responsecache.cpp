// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/responsecache.h"

#include <utility>

namespace proxy {

namespace {
/// Of a list node, a hash node and two shared blocks: so that many tiny answers have a bound, too.
constexpr qint64 BytesPerEntry = 512;
/// One answer shall not drive all others out.
constexpr qint64 ShareOfOne = 8;
} // namespace

std::shared_ptr<const ResponseCache::Answer> ResponseCache::find(const QByteArray &key,
                                                                 core::Time now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.constFind(key);
    if (found == m_index.constEnd() || (*found)->until <= now) {
        ++m_figures.misses;
        if (found != m_index.constEnd()) {
            drop(*found);
        }
        return nullptr;
    }
    ++m_figures.hits;
    m_entries.splice(m_entries.begin(), m_entries, *found);
    return m_entries.front().answer;
}

void ResponseCache::put(const QByteArray &key, Answer answer, core::Time until)
{
    const qint64 bytes = answer.body.size() + key.size() + BytesPerEntry;
    if (bytes > m_maximumBytes / ShareOfOne) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_index.constFind(key); found != m_index.constEnd()) {
        drop(*found);
    }
    m_entries.push_front({key, std::make_shared<const Answer>(std::move(answer)), until, bytes});
    m_index.insert(key, m_entries.begin());
    m_figures.bytes += bytes;
    ++m_figures.answers;
    while (m_figures.bytes > m_maximumBytes) {
        drop(std::prev(m_entries.end()));
    }
}

ResponseCache::Figures ResponseCache::figures() const
{
    const std::lock_guard lock(m_mutex);
    return m_figures;
}

void ResponseCache::drop(Entries::iterator entry)
{
    m_figures.bytes -= entry->bytes;
    --m_figures.answers;
    m_index.remove(entry->key);
    m_entries.erase(entry);
}

} // namespace proxy
