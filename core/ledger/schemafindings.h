// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace core::schema {

/// The step of the ladder that keeps what a policy's rule said of a call once it had run.
[[nodiscard]] QList<QString> findingsStep();

} // namespace core::schema
