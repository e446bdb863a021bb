// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/budget/attribution.h"

namespace core {

/// Sets a tag, in its place by name.
void setTag(Attribution &who, const QByteArray &name, const QByteArray &value);

/// Attributes to a scope of seed S1 (requirements 1.2): a user; an org, which is a tenant; a task
/// or a session, which are the tags task_id and session_id; or to any of Capstan's own dimensions.
/// InvalidInput names a type that is none of these, or a key that is missing.
[[nodiscard]] Outcome
attributeTo(const QByteArray &scopeType, const QByteArray &scopeKey, Attribution &who);

} // namespace core
