// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/reportformat.h"

#include "core/base/jsontext.h"

#include <QLocale>
#include <QString>

#include <algorithm>
#include <array>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr std::array<QByteArrayView, 3> Formats{"json", "csv", "table"};

QByteArray plain(const ReportCell &cell)
{
    switch (cell.index()) {
    case 1:
        return std::get<QByteArray>(cell);
    case 2:
        return QByteArray::number(std::get<qint64>(cell));
    case 3:
        return std::get<Money>(cell).toDecimal();
    case 4:
        return QByteArray::number(std::get<double>(cell), 'g', QLocale::FloatingPointShortest);
    case 5:
        return std::get<bool>(cell) ? "true" : "false";
    default:
        return {};
    }
}

bool isText(const ReportCell &cell)
{
    return std::holds_alternative<QByteArray>(cell);
}

QByteArray jsonOf(const ReportCell &cell)
{
    if (std::holds_alternative<std::monostate>(cell)) {
        return "null";
    }
    return isText(cell) ? quotedJson(std::get<QByteArray>(cell)) : plain(cell);
}

/// owasp.org, "CSV Injection": what a cell must not begin with.
QByteArray harmless(const QByteArray &text)
{
    static constexpr QByteArrayView Beginnings = "=+-@\t\r";
    return !text.isEmpty() && Beginnings.contains(text.front()) ? '\'' + text : text;
}

QByteArray csvOf(const ReportCell &cell)
{
    if (!isText(cell)) {
        return plain(cell);
    }
    QByteArray text = harmless(std::get<QByteArray>(cell));
    const bool needsQuotes = std::any_of(text.cbegin(), text.cend(), [](char c) {
        return c == ',' || c == '"' || c == '\n' || c == '\r';
    });
    return needsQuotes ? '"' + text.replace('"', "\"\"") + '"' : text;
}

QString shown(const ReportCell &cell)
{
    if (std::holds_alternative<std::monostate>(cell)) {
        return u"-"_s;
    }
    QString text = QString::fromUtf8(plain(cell));
    for (QChar &c : text) {
        c = c.isPrint() ? c : QChar(u'?');
    }
    return text;
}
} // namespace

Result<ReportFormat> reportFormatFrom(QByteArrayView name)
{
    const auto *const found = std::find(Formats.begin(), Formats.end(), name);
    if (found == Formats.end()) {
        return Error{ErrorCode::InvalidInput,
                     u"There is no format \"%1\"."_s.arg(
                         QString::fromUtf8(name.first(std::min<qsizetype>(name.size(), 32)))),
                     u"There are json, csv and table."_s};
    }
    return static_cast<ReportFormat>(found - Formats.begin());
}

QByteArray toJson(const Report &report)
{
    QByteArrayList rows;
    for (const auto &row : report.rows) {
        QByteArrayList members;
        for (std::size_t i = 0; i < row.size(); ++i) {
            members += quotedJson(report.columns[i]) + ':' + jsonOf(row[i]);
        }
        rows += '{' + members.join(',') + '}';
    }
    return '[' + rows.join(",\n ") + "]\n";
}

QByteArray toCsv(const Report &report)
{
    return QByteArrayList(report.columns.begin(), report.columns.end()).join(',') + "\r\n" +
           toCsvRows(report);
}

QByteArray toCsvRows(const Report &report)
{
    QByteArray text;
    for (const auto &row : report.rows) {
        QByteArrayList cells;
        std::transform(row.begin(), row.end(), std::back_inserter(cells), csvOf);
        text += cells.join(',') + "\r\n";
    }
    return text;
}

QByteArray toTable(const Report &report)
{
    std::vector<QStringList> lines(1);
    for (const QByteArray &column : report.columns) {
        lines.front() += QString::fromUtf8(column);
    }
    std::vector<bool> left(report.columns.size(), false);
    for (const auto &row : report.rows) {
        QStringList &line = lines.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += shown(row[i]);
            left[i] = left[i] || isText(row[i]);
        }
    }
    std::vector<qsizetype> widths(report.columns.size(), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i) {
            qsizetype &width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, line[i].size());
        }
    }
    QString text;
    for (const QStringList &line : lines) {
        QStringList cells;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const auto column = static_cast<std::size_t>(i);
            cells += left[column] ? line[i].leftJustified(widths[column])
                                  : line[i].rightJustified(widths[column]);
        }
        QString joined = cells.join(u"  "_s);
        while (joined.endsWith(u' ')) {
            joined.chop(1);
        }
        text += joined + u'\n';
    }
    return text.toUtf8();
}

QByteArray toText(const Report &report, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Csv:
        return toCsv(report);
    case ReportFormat::Table:
        return toTable(report);
    case ReportFormat::Json:
        break;
    }
    return toJson(report);
}

} // namespace core
