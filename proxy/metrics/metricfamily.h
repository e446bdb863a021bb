// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <prometheus/histogram.h>
#include <prometheus/metric_family.h>
#include <string>
#include <utility>
#include <vector>

namespace proxy {

using MetricFamilies = std::vector<prometheus::MetricFamily>;
using MetricLabels = std::vector<std::pair<const char *, QByteArray>>;

[[nodiscard]] prometheus::MetricFamily counterFamily(const char *name, const char *help);
[[nodiscard]] prometheus::MetricFamily gaugeFamily(const char *name, const char *help);

[[nodiscard]] prometheus::MetricFamily histogramFamily(const char *name, const char *help);

/// Adds one series to a family of counters or gauges.
void addSample(prometheus::MetricFamily &family, const MetricLabels &labels, double value);

void addHistogram(prometheus::MetricFamily &family,
                  const MetricLabels &labels,
                  const prometheus::Histogram &histogram);

/// A count per combination of label values. The first combinations, MostSeries of them, have a
/// place of their own; what comes later is counted with "other" in every label. Not thread-safe.
class LabelledCounts
{
public:
    /// Some label values are chosen by clients; this bounds what they can make of the page.
    static constexpr qsizetype MostSeries = 200;

    LabelledCounts(const char *name, const char *help, std::vector<const char *> labels);

    /// As many values as there are labels.
    void add(const QByteArrayList &values, qint64 count = 1);
    [[nodiscard]] prometheus::MetricFamily family() const;

private:
    const char *m_name;
    const char *m_help;
    std::vector<const char *> m_labels;
    QHash<QByteArrayList, qint64> m_counts;
};

} // namespace proxy
