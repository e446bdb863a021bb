// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/routestory.h"

#include <QString>

/// Why the router chose as it did, in words: "by the rules".
[[nodiscard]] QString reasonOf(const core::RouteStory &route);

/// "llama-70b → vllm".
[[nodiscard]] QString nameOf(const core::RouteStory::Candidate &candidate);

/// How it fared: "chosen · 0.84 · $0.03", or why it could not be.
[[nodiscard]] QString fateOf(const core::RouteStory::Candidate &candidate);
