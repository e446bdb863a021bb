// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// What `capstan key …` or `capstan budget …` asks of /api/admin.
struct AdminWish
{
    enum class Show {
        Nothing, ///< a line that says that it is done
        Key,     ///< the text of a new key
        Keys,
        Budgets,
        Alerts,
    };

    QByteArray method;
    QByteArray path; ///< with its query
    QByteArray body;
    Show show = Show::Nothing;
    bool asJson = false; ///< the answer as it came
    QString done;        ///< "The budget b-… is deleted."

    friend bool operator==(const AdminWish &, const AdminWish &) = default;
};

/// The options that say which Capstan is meant; as they stand in a CommandLine.
struct AdminPlace
{
    QString dataDir;
    QString configFile;

    friend bool operator==(const AdminPlace &, const AdminPlace &) = default;
};

struct AdminCommand
{
    AdminWish wish;
    AdminPlace place;
};

/// Whether the arguments (the program's own name first) begin with one of these commands.
[[nodiscard]] bool isAdminCommand(const QStringList &arguments);
/// Pure. InvalidInput, one clear sentence, for anything unknown, missing or out of range.
[[nodiscard]] core::Result<AdminCommand> parseAdminCommand(const QStringList &arguments);
/// Their lines of the help text.
[[nodiscard]] QString adminHelp();

} // namespace app
