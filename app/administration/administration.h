// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandline.h"

#include <QProcessEnvironment>
#include <QTextStream>

namespace app {

/// Fulfils line.admin through the admin API of the Capstan that runs on the data folder, with the
/// token of CAPSTAN_ADMIN_TOKEN; where none runs, through one that is started for this moment on a
/// free port of this machine. The program's exit code; needs an application
/// object.
[[nodiscard]] int administer(const CommandLine &line,
                             const QProcessEnvironment &environment,
                             QTextStream &out,
                             QTextStream &err);

} // namespace app
