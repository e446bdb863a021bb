// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/adminwish.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// What `main` returns for a command line or a configuration that cannot be used.
inline constexpr int UsageExitCode = 2;

/// What the person who started Capstan asked for, checked but not yet acted on.
struct CommandLine
{
    enum class Action {
        Run,
        CheckConfig,
        Credential, ///< `words`: set NAME, delete NAME, list
        Reconcile,
        Administer, ///< `admin`
        PrintText,  ///< `text` on standard output, exit 0: --help, --version
    };

    Action action = Action::Run;
    QString text;
    QStringList words; ///< what follows the command
    AdminWish admin;
    bool headless = false;
    bool demo = false;
    bool connect = false; ///< of check-config: try the destinations too
    std::optional<quint16> port;
    std::optional<QByteArray> listen;
    std::optional<QByteArray> upstream; ///< goes before VLLM_BASE_URL
    QString dataDir;                    ///< absolute; empty: not given
    QString configFile;                 ///< empty: not given

    friend bool operator==(const CommandLine &, const CommandLine &) = default;
};

/// Reads the arguments, the program's own name first. Pure: needs no application object.
/// InvalidInput, one clear sentence, for anything unknown, missing, given twice or out of range.
[[nodiscard]] core::Result<CommandLine> parseCommandLine(const QStringList &arguments);

} // namespace app
