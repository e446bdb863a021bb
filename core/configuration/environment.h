// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"

#include <QProcessEnvironment>

#include <optional>

namespace core {

/// The environment variables of the seeds, checked.
struct EnvironmentSettings
{
    std::optional<QByteArray> upstreamUrl; ///< VLLM_BASE_URL
    QByteArray defaultModel;               ///< VLLM_MODEL
    QString databaseFile;                  ///< DATABASE_URL, when it names a file
    BudgetDefaults budgetDefaults;         ///< BUDGET_DEFAULT_LIMIT, _SOFT_CAP, _HARD_CAP
    Secret adminToken;                     ///< CAPSTAN_ADMIN_TOKEN

    friend bool operator==(const EnvironmentSettings &, const EnvironmentSettings &) = default;
};

/// InvalidInput naming the variable for a value that cannot be used; a variable that is set but
/// empty is one, as a cap lost to an empty `${LIMIT}` must not pass unseen. Never quotes a secret.
[[nodiscard]] Result<EnvironmentSettings> readEnvironment(const QProcessEnvironment &environment);

/// Whether DATABASE_URL names a PostgreSQL server, in libpq's way or SQLAlchemy's.
[[nodiscard]] bool isPostgres(QByteArrayView databaseUrl);

} // namespace core
