// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

/// The English sentences of core and proxy that a window shows, and parts of such, as they are
/// written there: %1, %2 ... are what is filled in. tst_sentences reads the sources and names the
/// sentence that lacks here. A file each of what belongs together.
namespace sentencetable {

[[nodiscard]] std::span<const char *const> ofCalls();
[[nodiscard]] std::span<const char *const> ofBooks();
[[nodiscard]] std::span<const char *const> ofLedgers();
[[nodiscard]] std::span<const char *const> ofConnections();
[[nodiscard]] std::span<const char *const> ofConfigurations();

} // namespace sentencetable
