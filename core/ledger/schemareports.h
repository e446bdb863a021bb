// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace core::schema {

/// The step of the ladder that lets requests be found by time, by attribution and by what became
/// of them (core/reports).
[[nodiscard]] QList<QString> reportsStep();

} // namespace core::schema
