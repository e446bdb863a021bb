// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keys/keyfacts.h"

/// A change of a virtual key's name, agent, models, limits or end that can be taken back.
struct KeyChange
{
    core::KeyFacts before;
    core::KeyFacts after;

    [[nodiscard]] KeyChange reversed() const { return {after, before}; }
    [[nodiscard]] QString text() const; ///< "Key crawler: changed", "Key crawler: now scraper"
    /// What a refusal of it goes by.
    [[nodiscard]] QByteArray refusedAs() const { return "Key " + after.id; }
};
