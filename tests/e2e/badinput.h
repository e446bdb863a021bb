// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace e2e {

/// The columns and rows of requests that must be refused: each endpoint, each member.
void addBadRequests();
/// The columns and rows of starts that must fail: each flag, variable and configuration key.
void addBadStarts();

} // namespace e2e
