// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reconciliation/trafficcomparison.h"

namespace proxy {

/// Tokens that calls of ours have made an upstream count. While a call runs, anything from nothing
/// to its bound; afterwards what it reported, or between the two where it did not.
struct UpstreamUse
{
    core::TokenRange prompt;
    core::TokenRange output;
};

} // namespace proxy
