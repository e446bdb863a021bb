// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace core::schema {

/// The step that lets alerts repeat in rolling windows.
[[nodiscard]] QList<QString> auditStep();

} // namespace core::schema
