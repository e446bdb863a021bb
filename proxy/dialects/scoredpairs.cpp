// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/scoredpairs.h"

#include <algorithm>
#include <array>

namespace proxy::openai {
namespace {

/// CLS, a separator between the two, one at the end, and an end-of-text of decoder models.
constexpr qint64 SpecialTokensPerPair = 4;

constexpr auto FirstNames = std::to_array<QByteArrayView>({"query", "text_1", "queries", "data_1"});
constexpr auto SecondNames =
    std::to_array<QByteArrayView>({"documents", "text_2", "items", "data_2"});

template <std::size_t Size>
bool contains(const std::array<QByteArrayView, Size> &names, QByteArrayView name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

bool ScoredPairs::isSide(Endpoint endpoint, QByteArrayView name)
{
    if (endpoint == Endpoint::Rerank) {
        return name == "query" || name == "documents";
    }
    return endpoint == Endpoint::Score &&
           (contains(FirstNames, name) || contains(SecondNames, name));
}

bool ScoredPairs::take(QByteArrayView name, QByteArrayView value)
{
    Side &side = contains(FirstNames, name) ? m_first : m_second;
    if (side.count > 0) {
        return false;
    }
    const auto add = [this, &side](QByteArrayView text) {
        ++side.count;
        side.bytes += text.size();
        m_hasMedia = m_hasMedia || text.front() == '{';
        return text.front() == '"' || text.front() == '{';
    };
    if (value.front() != '[') {
        return add(value);
    }
    core::JsonElements texts(value);
    QByteArrayView text;
    while (texts.next(text)) {
        if (!add(text)) {
            return false;
        }
    }
    return side.count > 0;
}

void ScoredPairs::addTo(CallFacts &facts) const
{
    if (m_first.count == 0 && m_second.count == 0) {
        return;
    }
    const auto readBytes = [](const Side &side, const Side &other) {
        return side.count == 1 ? side.bytes * std::max<qint64>(other.count, 1) : side.bytes;
    };
    facts.prompts = std::max({m_first.count, m_second.count, qint64{1}});
    facts.textBytes += readBytes(m_first, m_second) + readBytes(m_second, m_first) +
                       SpecialTokensPerPair * facts.prompts;
    facts.hasMedia = facts.hasMedia || m_hasMedia;
}

} // namespace proxy::openai
