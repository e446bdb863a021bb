// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace core::schema {

/// How each call was let in, beside what it cost.
[[nodiscard]] QList<QString> admissionStep();

} // namespace core::schema
