// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samplereports.h"
#include "samplesnapshot.h"

#include <QStringList>

/// A page of reports that somebody looks at, and what it was answered.
namespace reportspage {

inline constexpr int CostByTenant = 0;
inline constexpr int UnsafeRoutes = 4;
inline constexpr int Cost = 5;
inline constexpr int Forecast = 7;

struct Page
{
    explicit Page(bool holdsBack = false)
        : answers(reports)
    {
        answers.holdsBack = holdsBack;
        reports.apply(sample::snapshot());
        reports.setShown(true);
    }
    [[nodiscard]] QStringList cells(int row) const
    {
        ReportTable *table = const_cast<ReportsModel &>(reports).table();
        return table->data(table->index(row), Qt::UserRole).toStringList();
    }
    [[nodiscard]] const core::ReportQuery &query() const { return answers.asked.back().second; }
    [[nodiscard]] ReportChart &chart() { return *reports.chart(); }

    ReportsModel reports;
    sample::ReportAnswers answers;
};

} // namespace reportspage
