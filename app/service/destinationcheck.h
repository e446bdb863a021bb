// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandline.h"

#include <QProcessEnvironment>
#include <QTextStream>

namespace app {

/// `check-config --connect`: tries each telemetry destination, a line for each on `out`. 0 when all
/// work, else 1. Needs an application object; writes nothing anywhere.
[[nodiscard]] int checkDestinations(const CommandLine &line,
                                    const QProcessEnvironment &environment,
                                    QTextStream &out);

} // namespace app
