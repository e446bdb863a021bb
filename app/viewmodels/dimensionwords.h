// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/attribution.h"

#include <QString>
#include <QStringList>

/// What people read for a dimension; files, headers and HTTP have core::dimensionName().
namespace dimensionwords {

[[nodiscard]] QString name(core::Dimension dimension);                   ///< "tenant"
[[nodiscard]] QStringList names();                                       ///< of all, in their order
[[nodiscard]] QString counted(core::Dimension dimension, qint64 number); ///< "12 features"

} // namespace dimensionwords
