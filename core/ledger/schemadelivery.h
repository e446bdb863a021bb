// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace core::schema {

/// What destinations were told, in money, so that it can be compared with the ledger; and what was
/// said in calls, for destinations that may have it.
[[nodiscard]] QList<QString> deliveryStep();

} // namespace core::schema
