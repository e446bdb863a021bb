// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/items/columnchart.h"

#include <QBarSet>
#include <QChart>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>

namespace {

constexpr double LeastHeight = 2; ///< pixels of a column that is not zero
constexpr double WidestColumn = 56;
constexpr double LineHeight = 2;

bool hasBand(const ReportPoint &point)
{
    return point.high > point.low;
}

} // namespace

ColumnChart::ColumnChart(QQuickItem *parent)
    : ChartItem(parent)
    , m_columns(std::make_unique<QStackedBarSeries>())
{
    add(*m_columns);
    connect(this, &ColumnChart::looksChanged, this, [this] { m_isStale = true; });
}

ColumnChart::~ColumnChart()
{
    chart().removeSeries(m_columns.get());
}

void ColumnChart::setReport(ReportChart *report)
{
    if (report == m_report) {
        return;
    }
    if (m_report != nullptr) {
        m_report->disconnect(this);
    }
    m_report = report;
    const auto refresh = [this] {
        m_isStale = true;
        redraw();
    };
    if (report != nullptr) {
        connect(report, &ReportChart::changed, this, refresh);
    }
    refresh();
    Q_EMIT reportChanged();
}

void ColumnChart::setChosen(int column)
{
    if (column != m_chosen) {
        m_chosen = column;
        redraw();
        Q_EMIT chosenChanged();
    }
}

int ColumnChart::columnAt(double x) const
{
    const int count = m_report == nullptr ? 0 : m_report->count();
    if (count == 0 || x < 0 || x >= width()) {
        return -1;
    }
    return static_cast<int>(x / width() * count);
}

int ColumnChart::gridLines() const
{
    return m_report == nullptr ? 0 : static_cast<int>(m_report->ticks().size());
}

void ColumnChart::fill()
{
    if (m_isStale || m_builtFor != size()) {
        rebuild();
    }
    for (QBarSet *part : m_columns->barSets()) {
        part->deselectAllBars();
        part->selectBar(m_chosen);
    }
}

void ColumnChart::rebuild()
{
    m_isStale = false;
    m_builtFor = size();
    m_columns->clear();
    const bool isEmpty = m_report == nullptr || !m_report->isOverTime() || m_report->count() == 0;
    if (isEmpty) {
        return;
    }
    across().setRange(-0.5, m_report->count() - 0.5); // a column stands around its number
    m_columns->setBarWidth(barWidth());
    const bool anyBand = std::ranges::any_of(m_report->rows(), hasBand);
    for (int part = 0; part < (anyBand ? Parts : 1); ++part) {
        appendPart(static_cast<Part>(part));
    }
}

void ColumnChart::appendPart(Part part)
{
    QList<qreal> lengths;
    lengths.reserve(m_report->count());
    for (const ReportPoint &point : m_report->rows()) {
        lengths.append(lengthOf(part, point));
    }
    auto set = std::make_unique<QBarSet>(QString());
    set->append(lengths);
    set->setPen(Qt::NoPen);
    set->setBrush(shade(part, m_fillColor));
    set->setSelectedColor(shade(part, m_chosenColor));
    m_columns->append(set.release());
}

double ColumnChart::lengthOf(Part part, const ReportPoint &point) const
{
    const double line = LineHeight / height();
    const double foot = std::clamp(point.share - line / 2, point.low, point.high);
    const double head = std::clamp(point.share + line / 2, foot, std::max(foot, point.high));
    if (!hasBand(point)) {
        const bool isSeen = part == Whole && point.share > 0;
        return isSeen ? std::max(point.share, LeastHeight / height()) : 0;
    }
    switch (part) {
    case Whole:
        return 0;
    case Below:
        return point.low;
    case LowerBand:
        return foot - point.low;
    case Line:
        return head - foot;
    case UpperBand:
        return point.high - head;
    }
    return 0;
}

QColor ColumnChart::shade(Part part, QColor color) const
{
    if (part == Below) {
        return Qt::transparent;
    }
    if (part == LowerBand || part == UpperBand) {
        color.setAlphaF(static_cast<float>(m_bandOpacity));
    }
    return color;
}

/// Of the room that a column has, 0 to 1.
double ColumnChart::barWidth() const
{
    const double slot = width() / m_report->count();
    const double gap = slot > 6 ? std::max(2.0, slot * 0.2) : 0;
    return std::min(slot - gap, WidestColumn) / slot;
}
