// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/records.h"

#include <array>

namespace core {

QByteArrayView decisionName(Decision decision)
{
    static constexpr std::array<QByteArrayView, 8> Names{
        "allow", "warn", "downgrade", "clamp", "queue", "fallback", "refuse", "error"};
    return Names.at(static_cast<std::size_t>(decision));
}

QByteArrayView endingName(Ending ending)
{
    static constexpr std::array<QByteArrayView, 6> Names{
        "complete", "cut", "stopped", "client_gone", "upstream_error", "recovered"};
    return Names.at(static_cast<std::size_t>(ending));
}

} // namespace core
