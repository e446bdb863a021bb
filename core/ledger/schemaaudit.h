// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace core::schema {

/// The step that makes the ledger provable and lets it forget: alerts that repeat in rolling
/// windows, corrections, the chains, and what retention leaves of pruned entries.
[[nodiscard]] QList<QString> auditStep();

} // namespace core::schema
