// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keys/keyfacts.h"

/// What people call the virtual keys, for whoever shows a budget or an alert of one: budgets,
/// ledger and HTTP know ids alone. Main thread.
namespace keynames {

/// As they are now. What was said before stays as it was.
void use(const std::vector<core::KeyFacts> &keys);
/// Its name; the id of one that has none, or is not known.
[[nodiscard]] QString of(const QByteArray &id);
/// The inverse, for what a person types: the id of the one key with that name, else the text.
[[nodiscard]] QByteArray idOf(const QString &typed);
/// Another one whenever a name has come, gone or changed.
[[nodiscard]] quint64 revision();

} // namespace keynames
