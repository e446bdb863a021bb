// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace core {

/// A count that is only known to lie between two figures.
struct TokenRange
{
    qint64 least = 0;
    qint64 most = 0;

    TokenRange &operator+=(const TokenRange &other);
    TokenRange &operator-=(const TokenRange &other);
    friend bool operator==(const TokenRange &, const TokenRange &) = default;
};

/// One token counter of an upstream against what Capstan sent through it. The upstream's counter
/// began at some time of its own, so counter - ours is a constant nobody knows, until somebody
/// else sends traffic, too. Calls in flight make ours a range, and so the constant:
/// 1. Every sample says between which two figures the constant lies; what all samples since the
///    upstream's start allow is kept.
/// 2. A sample wholly above that is traffic that did not pass Capstan: at least the gap. One wholly
///    below it is our error: Capstan counted what the upstream never did.
/// 3. While nothing is in flight a range is a point, and the gap is exact.
/// 4. A counter that falls was restarted, at nothing: what was found so far is kept, and the search
///    for the constant starts again with what that says.
class TrafficComparison
{
public:
    /// `ours`: at least what had certainly been counted when the counter was read, at most what
    /// may have been.
    void take(qint64 counter, const TokenRange &ours);

    [[nodiscard]] qint64 unmetered() const; ///< tokens, at least; since Capstan's start
    [[nodiscard]] qint64 overcounted() const;
    /// Whether the last sample was a point: the two figures are exact.
    [[nodiscard]] bool isExact() const { return m_isExact; }

private:
    std::optional<TokenRange> m_offset; ///< between which the constant lies
    qint64 m_counter = 0;               ///< of the last sample, as the next
    TokenRange m_ours;
    qint64 m_above = 0; ///< gap of the last sample
    qint64 m_below = 0;
    qint64 m_earlierAbove = 0; ///< of the upstream's earlier lives
    qint64 m_earlierBelow = 0;
    bool m_isExact = false;
};

} // namespace core
