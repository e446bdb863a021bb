// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QProcessEnvironment>

namespace core {

/// The variables that are first used long after the start (secrets, the webhook's address, headers
/// and files of telemetry), so that a slip in one is seen at once. InvalidInput names the variable
/// and never quotes it. Telemetry's own may be empty, which is unset (OpenTelemetry's rule); an
/// empty LLM_PROXY_SECRET or CAPSTAN_WEBHOOK_URL is an error, as what it guards or tells is lost.
[[nodiscard]] Outcome checkVariables(const QProcessEnvironment &environment);

} // namespace core
