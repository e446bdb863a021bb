// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/upstream/metricstext.h"

#include <QList>

#include <algorithm>

namespace proxy {

MetricsText::MetricsText(const QByteArray &page, QByteArrayView prefix)
{
    for (const QByteArray &line : page.split('\n')) {
        if (!line.startsWith(prefix)) {
            continue;
        }
        const qsizetype nameEnd = std::min(line.indexOf('{') < 0 ? line.size() : line.indexOf('{'),
                                           line.indexOf(' ') < 0 ? line.size() : line.indexOf(' '));
        const qsizetype labelsEnd = std::max(line.lastIndexOf('}') + 1, nameEnd);
        bool isNumber = false;
        const double value =
            line.mid(labelsEnd).trimmed().split(' ').constFirst().toDouble(&isNumber);
        if (isNumber) {
            m_samples.push_back(
                {line.left(nameEnd), line.mid(nameEnd, labelsEnd - nameEnd), value});
        }
    }
}

std::optional<double> MetricsText::sum(QByteArrayView name, QByteArrayView label) const
{
    std::optional<double> total;
    for (const auto &[sample, labels, value] : m_samples) {
        if (sample == name && (label.isEmpty() || labels.contains(label))) {
            total = total.value_or(0) + value;
        }
    }
    return total;
}

std::optional<double> MetricsText::maximum(QByteArrayView name) const
{
    std::optional<double> largest;
    for (const auto &[sample, labels, value] : m_samples) {
        if (sample == name) {
            largest = std::max(largest.value_or(value), value);
        }
    }
    return largest;
}

} // namespace proxy
