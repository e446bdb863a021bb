// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandline.h"
#include "core/configuration/configuration.h"

#include <QProcessEnvironment>
#include <QTextStream>

namespace app {

/// The configuration as the command line wants it: file and environment, then the options; under
/// all these, what the owner set in the window.
/// Without --config the user's own capstan/capstan.yaml is read if it is there (on Linux in
/// ~/.config); the folder one happens to stand in is not looked at. The data folder is filled in
/// (except for --demo without --data-dir, whose throw-away folder the caller makes).
/// --data-dir moves the ledger too and so goes before a file in DATABASE_URL; --demo takes neither
/// the user's own file nor DATABASE_URL, so that it can never touch real data.
[[nodiscard]] core::Result<core::Configuration> configurationFor(const CommandLine &line,
                                                                 QProcessEnvironment environment);

/// The owner's own file: --config, or capstan.yaml at its usual place; empty: none.
[[nodiscard]] QString configurationFile(const CommandLine &line);

/// What is set in the window is kept there: settings.ini in the data folder. Empty when there is
/// no data folder yet.
[[nodiscard]] QString ownerSettingsFile(const core::Configuration &configuration);

/// DATABASE_URL's file, or ledger.db in the data folder.
[[nodiscard]] QString ledgerFile(const core::Configuration &configuration);

/// `check-config`: a summary on `out`, or the error on `err`. The program's exit code.
[[nodiscard]] int checkConfig(const CommandLine &line,
                              const QProcessEnvironment &environment,
                              QTextStream &out,
                              QTextStream &err);

/// "capstan: <message> <remedy>", one line for standard error.
[[nodiscard]] QString printable(const core::Error &error);

} // namespace app
