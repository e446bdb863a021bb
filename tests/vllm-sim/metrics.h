// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counters.h"

#include <QByteArray>

#include <map>

namespace sim {

/// What runs at this moment, of one model.
struct ModelLoad
{
    qint64 running = 0;
    qint64 waiting = 0;
    qint64 tokensHeld = 0; ///< prompt and generated, in the KV cache
};

/// /metrics in the Prometheus text format 0.0.4, with the names of vLLM's V1 engine.
[[nodiscard]] QByteArray metricsText(const std::map<QByteArray, ModelCounters> &models,
                                     const std::map<QByteArray, ModelLoad> &loads,
                                     qint64 maxModelLength);

} // namespace sim
