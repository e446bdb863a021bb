// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/budget/attribution.h"
#include "core/budget/selector.h"

namespace core {

/// What a scope's type selects by, without a value yet (requirements S1-16): seed S1's task and
/// session are the tags task_id and session_id, its org is a tenant; the others are dimensions.
/// Nullopt for a type that is unknown.
[[nodiscard]] std::optional<Selector::Term> scopeTerm(QByteArrayView scopeType);

/// Attributes to what one term of a selector names: its value must be there.
void setScope(Attribution &who, const Selector::Term &term);
/// Sets a tag, in its place by name.
void setTag(Attribution &who, const QByteArray &name, const QByteArray &value);

/// Attributes to a scope of seed S1 (requirements 1.2), or to any of Capstan's own dimensions.
/// InvalidInput names a type that is none of these, or a key that is missing.
[[nodiscard]] Outcome
attributeTo(const QByteArray &scopeType, const QByteArray &scopeKey, Attribution &who);

} // namespace core
