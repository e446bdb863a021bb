// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace core::schema {

/// The step of the ladder that lets reports read many slots, and the newest calls, at once
/// (core/ledger/packedsums.h).
[[nodiscard]] QList<QString> packedStep();

} // namespace core::schema
