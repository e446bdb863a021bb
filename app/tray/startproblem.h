// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

class QWidget;

namespace app {

/// What a person chose when Capstan could not start.
enum class StartChoice : quint8 { AnotherPort, TryAgain, Quit };

/// Asks in a window of its own what to do: a port that is taken, a ledger that another process
/// owns, a configuration with a fault. The same sentence stands on standard error.
[[nodiscard]] StartChoice askAboutStart(const core::Error &error);

/// Whether another port would help.
[[nodiscard]] bool isAboutPort(const core::Error &error);

} // namespace app
