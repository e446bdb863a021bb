// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/requestid.h"

#include <QByteArray>

namespace core {

/// The ids under which a call is known outside. Each follows from the request's id and attempt, so
/// that whatever is sent again, after a fault or a crash, is sent under the same id.

/// 32 hex digits, never all zero: the trace of a call whose client brought none.
[[nodiscard]] QByteArray traceIdOf(const RequestId &id);
/// 16 hex digits, never all zero: the span towards the upstream.
[[nodiscard]] QByteArray spanIdOf(const RequestId &id, int attempt);

} // namespace core
