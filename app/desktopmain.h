// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// The window with the proxy inside; returns what main() returns.
int runDesktop(int argc, char **argv, const CommandLine &line);

} // namespace app
