// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace core::schema {

/// The step that adds the virtual keys.
[[nodiscard]] QList<QString> keysStep();

} // namespace core::schema
