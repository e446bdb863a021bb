// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace sim {

/// What the simulated model says: short pieces, some with what trips careless proxies up (wide
/// characters, quotes, line ends). The first PlainWords of them are letters only.
inline constexpr std::size_t PlainWords = 56;
inline constexpr std::array<const char *, 64> Words = {
    " the", " and", " for", " all", " can",   " one", " has", " day",  " out",  " new", " way",
    " may", " say", " use", " how", " see",   " two", " now", " old",  " any",  " few", " far",
    " run", " set", " sea", " sun", " air",   " key", " map", " red",  " ask",  " try", " end",
    " own", " top", " let", " put", " add",   " yes", " low", " big",  " ten",  " six", " bit",
    " row", " sum", " net", " pay", " tax",   " cap", " due", " owe",  " per",  " sky", " ice",
    " oil", ".",    ",",    "\n",   " \"a\"", " né",  " für", " 日本", " 🙂",
};

[[nodiscard]] inline const char *wordAt(quint64 seed, qint64 position)
{
    const quint64 mixed = (seed + static_cast<quint64>(position)) * 0x9e3779b97f4a7c15ULL;
    return Words[(mixed >> 40) % Words.size()];
}

[[nodiscard]] inline const char *plainWordAt(quint64 seed, qint64 position)
{
    const quint64 mixed = (seed + static_cast<quint64>(position)) * 0x9e3779b97f4a7c15ULL;
    return Words[(mixed >> 40) % PlainWords];
}

} // namespace sim
