// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <utility>
#include <vector>

namespace proxy {

/// The samples of a Prometheus text page (text format 0.0.4), read once; labels are ignored, as
/// vLLM's only tell its engines apart (vllm/v1/metrics/loggers.py).
class MetricsText
{
public:
    explicit MetricsText(const QByteArray &page);

    /// Over all series of that exact name; nothing when there is none.
    [[nodiscard]] std::optional<double> sum(QByteArrayView name) const;
    [[nodiscard]] std::optional<double> maximum(QByteArrayView name) const;

private:
    std::vector<std::pair<QByteArray, double>> m_samples;
};

} // namespace proxy
