// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/settings/settingsmodel.h"
#include "app/viewmodels/settings/upstreamfinding.h"

namespace sample {

/// A vLLM with three models that answers in 3 ms.
[[nodiscard]] UpstreamFinding finding();
/// Two upstreams, one of which refuses its key; four secrets, and a keychain that is locked.
void fillSettings(SettingsModel &settings);

} // namespace sample
