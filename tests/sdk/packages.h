// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace sdk {

/// A folder below the build folder with the packages of tests/sdk/package-lock.json, fetched by npm
/// when they are not there yet. The error says why there are none.
[[nodiscard]] core::Result<QString> packageFolder();

/// The major version of node; 0 when there is none.
[[nodiscard]] int nodeVersion();

} // namespace sdk
