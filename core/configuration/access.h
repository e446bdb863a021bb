// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/yamlnode.h"
#include "core/limits/ratelimit.h"

#include <vector>

// Who may call, and how much. As in SectionReader, errors are noted in the YamlFile.
namespace core {

/// The list `limits`. `per` gives each value of a dimension its own count, `match` (a selector,
/// "*" for all calls together) says whose calls are meant; both may stand.
void readRateLimits(std::vector<RateLimit> &limits, const YamlNode &list);

/// The list `cors_origins`.
void readCorsOrigins(std::vector<QByteArray> &origins, const YamlNode &list);

} // namespace core
