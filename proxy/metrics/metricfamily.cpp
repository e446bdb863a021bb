// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/metrics/metricfamily.h"

#include <algorithm>

namespace proxy {

namespace {
prometheus::MetricFamily familyOf(const char *name, const char *help, prometheus::MetricType type)
{
    prometheus::MetricFamily family;
    family.name = name;
    family.help = help;
    family.type = type;
    return family;
}

std::vector<prometheus::ClientMetric::Label> labelled(const MetricLabels &labels)
{
    std::vector<prometheus::ClientMetric::Label> list;
    for (const auto &[name, text] : labels) {
        list.push_back({name, text.toStdString()});
    }
    return list;
}
} // namespace

prometheus::MetricFamily counterFamily(const char *name, const char *help)
{
    return familyOf(name, help, prometheus::MetricType::Counter);
}

prometheus::MetricFamily gaugeFamily(const char *name, const char *help)
{
    return familyOf(name, help, prometheus::MetricType::Gauge);
}

prometheus::MetricFamily histogramFamily(const char *name, const char *help)
{
    return familyOf(name, help, prometheus::MetricType::Histogram);
}

void addSample(prometheus::MetricFamily &family, const MetricLabels &labels, double value)
{
    prometheus::ClientMetric metric;
    metric.label = labelled(labels);
    // The serializer reads the one that belongs to the family's type.
    metric.counter.value = value;
    metric.gauge.value = value;
    family.metric.push_back(std::move(metric));
}

void addHistogram(prometheus::MetricFamily &family,
                  const MetricLabels &labels,
                  const prometheus::Histogram &histogram)
{
    prometheus::ClientMetric metric = histogram.Collect();
    metric.label = labelled(labels);
    family.metric.push_back(std::move(metric));
}

LabelledCounts::LabelledCounts(const char *name, const char *help, std::vector<const char *> labels)
    : m_name(name)
    , m_help(help)
    , m_labels(std::move(labels))
{}

void LabelledCounts::add(const QByteArrayList &values, qint64 count)
{
    const auto it = m_counts.find(values);
    if (it != m_counts.end()) {
        *it += count;
    } else if (m_counts.size() < MostSeries) {
        m_counts.insert(values, count);
    } else {
        m_counts[QByteArrayList(values.size(), QByteArrayLiteral("other"))] += count;
    }
}

prometheus::MetricFamily LabelledCounts::family() const
{
    prometheus::MetricFamily family = counterFamily(m_name, m_help);
    QList<QByteArrayList> keys = m_counts.keys();
    std::ranges::sort(keys, [](const QByteArrayList &a, const QByteArrayList &b) {
        return std::ranges::lexicographical_compare(a, b);
    });
    for (const QByteArrayList &key : keys) {
        MetricLabels labels;
        for (std::size_t i = 0; i < m_labels.size(); ++i) {
            labels.emplace_back(m_labels[i], key.at(static_cast<qsizetype>(i)));
        }
        addSample(family, labels, static_cast<double>(m_counts.value(key)));
    }
    return family;
}

} // namespace proxy
