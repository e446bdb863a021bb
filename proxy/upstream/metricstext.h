// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace proxy {

/// The samples of a Prometheus text page (text format 0.0.4) whose names begin with a prefix, read
/// once. Of vLLM's the labels only tell its engines and models apart (vllm/v1/metrics/loggers.py).
class MetricsText
{
public:
    explicit MetricsText(const QByteArray &page, QByteArrayView prefix = "vllm:");

    /// Over all series of that exact name (and with this label, `kind="input"`); nothing when there
    /// is none.
    [[nodiscard]] std::optional<double> sum(QByteArrayView name, QByteArrayView label = {}) const;
    [[nodiscard]] std::optional<double> maximum(QByteArrayView name) const;

private:
    struct Sample
    {
        QByteArray name;
        QByteArray labels; ///< with their braces
        double value = 0;
    };
    std::vector<Sample> m_samples;
};

} // namespace proxy
