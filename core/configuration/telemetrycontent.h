// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/yamlnode.h"
#include "core/telemetry/contentrules.h"

namespace core {

/// Reads `content:` of a destination: record, max_kilobytes, redact (regular expressions) and
/// redact_keys (members of JSON). Without `record: true` nothing is recorded.
void readContentRules(const YamlNode &node, ContentRules &rules);

} // namespace core
