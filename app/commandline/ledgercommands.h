// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QStringList>
#include <QTextStream>

namespace app {

/// Whether the arguments (the program's own name first) are `capstan verify`, `backup` or
/// `restore`.
[[nodiscard]] bool isLedgerCommand(const QStringList &arguments);

/// Runs it. 0: done, and the ledger is sound; 1: it is not, or the command failed; 2: the command
/// cannot be understood. verify and backup work beside a running Capstan; restore refuses then.
[[nodiscard]] int runLedgerCommand(const QStringList &arguments,
                                   const QProcessEnvironment &environment,
                                   QTextStream &out,
                                   QTextStream &err);

/// Their lines in --help.
[[nodiscard]] QString ledgerHelp();

} // namespace app
