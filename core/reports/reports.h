// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reports/report.h"

#include <QString>

#include <functional>
#include <memory>

namespace core {

/// Answers questions about the ledger through a read-only connection of its own: no report waits
/// for the writer or holds it up. One thread, the one that opened it.
///
/// Failure: NotFound for an unknown report, listing those there are; InvalidInput for a range that
/// makes no sense; Unavailable when the file cannot be read.
class Reports
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Reports>> open(const QString &ledgerFile);
    ~Reports();
    Reports(const Reports &) = delete;
    Reports &operator=(const Reports &) = delete;

    [[nodiscard]] Result<Report> run(const ReportQuery &asked);
    /// While run() works: true ends it, within milliseconds, with an error. Empty: it works on.
    void stopWhen(std::function<bool()> isUnwanted);

private:
    struct Private;
    explicit Reports(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace core
