// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QTemporaryDir>

#include <memory>

namespace core {

/// A log of usage as a ledger of its own, so that every report can be made of it without importing
/// it (seed S3's report commands). A file in a folder that goes with this.
class UsageLedger
{
public:
    /// NotFound when the log cannot be read, InvalidInput when none of its lines can be used
    /// (parseUsage()).
    [[nodiscard]] static Result<std::unique_ptr<UsageLedger>> of(const QString &log);

    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("ledger.db")); }

private:
    UsageLedger() = default;

    QTemporaryDir m_folder;
};

} // namespace core
