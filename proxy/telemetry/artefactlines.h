// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/callevent.h"

namespace proxy::artefacts {

/// One line of telemetry.jsonl, seed S3's record with more members (requirements 3.4, S3-18).
/// Empty for a refusal, which made no call.
[[nodiscard]] QByteArray telemetryLine(const core::CallEvent &event);

/// One line of policy_decisions.jsonl (requirements 3.3, S3-17): of every call and every refusal.
[[nodiscard]] QByteArray decisionLine(const core::CallEvent &event);

/// The members by which a line is told apart, as they stand in it.
[[nodiscard]] QByteArray identity(const core::CallEvent &event);

} // namespace proxy::artefacts
