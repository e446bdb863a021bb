// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace core::schema {

/// The outbox of the exporters: what is to be told outside, and how far each destination is.
[[nodiscard]] QList<QString> telemetryStep();

} // namespace core::schema
