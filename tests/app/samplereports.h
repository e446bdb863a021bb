// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/reports/reportsmodel.h"

#include <QTemporaryDir>

namespace sample {

/// Six tenants' week, or as many rows as are wanted, as the report of that name would tell it.
[[nodiscard]] core::Report report(const core::ReportQuery &query, int rows);

/// Answers a page of reports at once, or when it is told to.
class ReportAnswers : public QObject
{
    Q_OBJECT

public:
    explicit ReportAnswers(ReportsModel &reports);

    /// What is still open.
    void answer();
    void fail(const QString &why);

    int rows = 12;
    bool holdsBack = false;
    std::vector<std::pair<quint64, core::ReportQuery>> asked;
    int cancelled = 0;
    QTemporaryDir folder; ///< of the files that are saved

private:
    ReportsModel &m_reports;
};

} // namespace sample
