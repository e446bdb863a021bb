// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/openai.h"

#include <QByteArrayView>

namespace proxy::openai {

/// What rerank and score compare: a text or a list of texts on each side (vLLM
/// entrypoints/pooling/scoring/protocol.py). A single one is paired with each of the other side and
/// read anew for every pair, which the bound must count.
class ScoredPairs
{
public:
    /// Whether the member holds one of the sides.
    [[nodiscard]] static bool isSide(Endpoint endpoint, QByteArrayView name);
    /// False when the value is no text or list of texts, or that side is there already. Objects
    /// (images) are taken as media.
    [[nodiscard]] bool take(QByteArrayView name, QByteArrayView value);
    [[nodiscard]] bool isComplete() const { return m_first.count > 0 && m_second.count > 0; }
    /// Adds textBytes, prompts and hasMedia.
    void addTo(CallFacts &facts) const;

private:
    struct Side
    {
        qint64 count = 0;
        qint64 bytes = 0;
    };
    Side m_first;
    Side m_second;
    bool m_hasMedia = false;
};

} // namespace proxy::openai
