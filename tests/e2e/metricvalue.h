// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace e2e {

/// The value of one series on a page of /metrics, as it is written there; empty when it is not.
[[nodiscard]] inline QByteArray metricValue(const QByteArray &page, const QByteArray &series)
{
    for (const QByteArray &line : page.split('\n')) {
        if (line.startsWith(series + ' ')) {
            return line.mid(series.size() + 1);
        }
    }
    return {};
}

} // namespace e2e
