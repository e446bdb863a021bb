// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace core::schema {

/// What became of the alerts: who has been told, and what the owner has acknowledged.
[[nodiscard]] QList<QString> alertsStep();

} // namespace core::schema
