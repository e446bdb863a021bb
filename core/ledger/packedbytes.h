// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/costsum.h"

#include <QByteArray>

#include <functional>
#include <map>

namespace core::packedbytes {

/// Sums by attribution as bytes: seven bits of a number in each, the lowest first, the eighth bit
/// says that more follow; zigzag for what may be negative; attributions as the distance from the
/// one before. About 25 bytes a sum.
[[nodiscard]] QByteArray pack(const std::map<qint64, CostSum> &sums);
/// False when these are not such bytes; what came before the fault was added.
[[nodiscard]] bool unpack(QByteArrayView bytes,
                          const std::function<void(qint64 attribution, const CostSum &)> &add);

} // namespace core::packedbytes
