// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"

#include <QProcessEnvironment>

namespace core {

/// The configuration from the file (an empty name: none) and the environment, which goes before
/// it: VLLM_BASE_URL is the address of the provider `vllm`, and makes that provider the first one
/// when the file has none. Without both, `vllm` is http://localhost:8000/v1.
///
/// Failure: anything wrong gives one Error that names file, line and key (or the variable) and says
/// what is allowed; there is no half-read configuration. NotFound when the file cannot be read.
[[nodiscard]] Result<Configuration> readConfiguration(const QString &file,
                                                      const QProcessEnvironment &environment);

} // namespace core
