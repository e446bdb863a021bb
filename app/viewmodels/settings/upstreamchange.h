// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/ownersettings.h"

#include <QString>

#include <optional>

/// One change of an upstream that can be taken back. No `before`: it was added; no `after`: it was
/// removed.
struct UpstreamChange
{
    std::optional<core::OwnerSettings::Upstream> before;
    std::optional<core::OwnerSettings::Upstream> after;

    [[nodiscard]] const core::OwnerSettings::Upstream &upstream() const
    {
        return after ? *after : *before;
    }
    [[nodiscard]] UpstreamChange reversed() const { return {after, before}; }
    [[nodiscard]] QString text() const; ///< "vllm-2: removed"
};
