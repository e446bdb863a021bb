// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alerthistory.h"

#include <QByteArray>
#include <QJsonObject>

#include <utility>
#include <vector>

namespace core {

/// One page of alerts as /api/admin/alerts is asked for it.
struct AlertQuery
{
    AlertFilter filter;
    std::optional<qint64> before{}; ///< number of an alert
    int limit = 100;                ///< 1 to 1,000

    friend bool operator==(const AlertQuery &, const AlertQuery &) = default;
};

/// budget, label; hard, open: true or false; from, to: ISO times with a zone; before, limit.
/// InvalidInput names the parameter that is wrong.
[[nodiscard]] Result<AlertQuery>
alertQueryFrom(const std::vector<std::pair<QByteArray, QByteArray>> &parameters);
[[nodiscard]] const QByteArrayList &alertParameters();

/// {"alerts":[…],"next":…}: `next` is the number to go on before, or null. A spike has the budget
/// "spike", the mark 0, and `usual` and `hour` instead of a limit.
[[nodiscard]] QByteArray alertPageJson(const AlertPage &page);

/// "2026-11-21T14:32:00Z", or with another zone.
[[nodiscard]] std::optional<Time> isoTimeFrom(const QString &text);
[[nodiscard]] QByteArray isoTimeText(Time time);

} // namespace core
