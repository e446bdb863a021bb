// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace core::schema {

/// What reports over millions of calls and invoices need: failures in the roll-ups, roll-ups by
/// tag, an index that answers by itself, and the invoices.
[[nodiscard]] QList<QString> billingStep();

} // namespace core::schema
