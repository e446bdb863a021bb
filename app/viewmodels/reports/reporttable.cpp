// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/reporttable.h"

#include <algorithm>

namespace {

/// Rows whose texts decide how wide the columns are: more than a window shows.
constexpr std::size_t Measured = 200;

/// Nulls last, whichever way the rest goes.
bool isLess(const core::ReportCell &a, const core::ReportCell &b, bool descending)
{
    const bool isNullA = std::holds_alternative<std::monostate>(a);
    const bool isNullB = std::holds_alternative<std::monostate>(b);
    if (isNullA || isNullB) {
        return !isNullA && isNullB;
    }
    return descending ? b < a : a < b;
}

} // namespace

void ReportTable::setReport(const core::Report &report, const QTimeZone &zone)
{
    beginResetModel();
    m_report = report;
    m_zone = zone;
    m_kinds.clear();
    m_titles.clear();
    m_right.clear();
    for (std::size_t column = 0; column < report.columns.size(); ++column) {
        m_kinds.push_back(reportwords::kindOf(report, column));
        m_titles.push_back(reportwords::column(report.columns[column]));
        m_right.push_back(reportwords::standsRight(m_kinds.back()));
    }
    measure();
    m_sortColumn = -1;
    m_descending = false;
    endResetModel();
    Q_EMIT reset();
    Q_EMIT sorted();
}

void ReportTable::measure()
{
    m_letters.clear();
    for (const QString &title : m_titles) {
        m_letters.push_back(static_cast<int>(title.size()));
    }
    for (std::size_t i = 0; i < std::min(Measured, m_report.rows.size()); ++i) {
        const QStringList texts = textsOf(m_report.rows[i]);
        for (qsizetype column = 0; column < texts.size(); ++column) {
            m_letters[column] =
                std::max(m_letters.at(column), static_cast<int>(texts.at(column).size()));
        }
    }
}

QStringList ReportTable::textsOf(const std::vector<core::ReportCell> &row) const
{
    QStringList texts;
    for (std::size_t column = 0; column < m_kinds.size(); ++column) {
        texts += reportwords::cell(row.at(column), m_kinds[column], m_zone);
    }
    return texts;
}

int ReportTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_report.rows.size());
}

QVariant ReportTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Cells && role != Spoken)) {
        return {};
    }
    const QStringList texts = textsOf(m_report.rows.at(static_cast<std::size_t>(index.row())));
    return role == Cells ? QVariant(texts) : QVariant(spoken(texts));
}

QString ReportTable::spoken(const QStringList &texts) const
{
    QStringList parts;
    for (qsizetype column = 0; column < texts.size(); ++column) {
        parts += m_titles.at(column) + QChar(u' ') + texts.at(column);
    }
    return parts.join(QStringLiteral(", "));
}

QHash<int, QByteArray> ReportTable::roleNames() const
{
    return {{Cells, "cells"}, {Spoken, "spoken"}};
}

void ReportTable::sortBy(int column)
{
    if (column < 0 || column >= m_titles.size()) {
        return;
    }
    m_descending = column == m_sortColumn ? !m_descending : m_right.at(column);
    m_sortColumn = column;
    const auto place = static_cast<std::size_t>(column);
    Q_EMIT layoutAboutToBeChanged();
    std::stable_sort(m_report.rows.begin(), m_report.rows.end(), [&](const auto &a, const auto &b) {
        return isLess(a.at(place), b.at(place), m_descending);
    });
    Q_EMIT layoutChanged();
    Q_EMIT sorted();
}
