// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/pricing/price.h"

#include <QJsonArray>
#include <QJsonObject>

#include <initializer_list>
#include <optional>

namespace core {

/// One JSON object of a price list, read strictly and key by key. It keeps the first error, which
/// names the place and the key, so that a reader asks once at its end; what was read is worth
/// nothing while error() is set.
class JsonEntry
{
public:
    /// `where` begins every message: "prices.json, entry 3 (gpt-4o)".
    JsonEntry(QJsonObject object, QString where);

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const QString &where() const { return m_where; }

    [[nodiscard]] bool has(QLatin1StringView key) const { return m_object.contains(key); }
    void allowOnly(std::initializer_list<QLatin1StringView> keys);

    [[nodiscard]] QString text(QLatin1StringView key);     ///< not empty
    [[nodiscard]] QJsonArray array(QLatin1StringView key); ///< not empty
    [[nodiscard]] qint64 tokens(QLatin1StringView key);    ///< a whole number, not below zero
    [[nodiscard]] Time day(QLatin1StringView key);         ///< the start of an ISO date, UTC
    /// Dollars, exactly, in nano-dollars; an absent key is `otherwise` where that is given.
    [[nodiscard]] qint64 dollars(QLatin1StringView key, std::optional<qint64> otherwise = {});

    void fail(const QString &key, const QString &what, const QString &remedy);
    void keep(const std::optional<Error> &error); ///< of a part of this entry

private:
    QJsonObject m_object;
    QString m_where;
    std::optional<Error> m_error;
};

/// Cached tokens without a price of their own cost what others cost, never nothing.
[[nodiscard]] Rates readRates(JsonEntry &entry);
/// Nothing where the entry says nothing of audio, which then has no price.
[[nodiscard]] std::optional<Money> readAudioMinute(JsonEntry &entry);

} // namespace core
