// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/costsum.h"

#include <QByteArray>

#include <functional>
#include <map>

namespace core::packedbytes {

/// Sums by attribution as bytes: how many there are, how wide each figure is (1, 2, 4 or 8 bytes,
/// as the largest of them needs), then the sums one after the other, little-endian. About 30 bytes
/// each, and read without a branch that a processor guesses wrongly.
[[nodiscard]] QByteArray pack(const std::map<qint64, CostSum> &sums);
/// False when these are not such bytes; nothing was added then.
[[nodiscard]] bool unpack(QByteArrayView bytes,
                          const std::function<void(qint64 attribution, const CostSum &)> &add);

} // namespace core::packedbytes
