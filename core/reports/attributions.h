// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/names.h"

#include <QHash>
#include <QSet>

#include <utility>
#include <vector>

namespace core {

/// The ledger's numbers for strings and attributions, from a reader's side. Remembers what it has
/// looked up, because numbers are given once and for all.
///
/// Failure: nothing comes back and the connection knows why.
class Attributions
{
public:
    explicit Attributions(Connection &connection);

    [[nodiscard]] std::optional<Attribution> of(qint64 attribution); ///< without tags
    [[nodiscard]] std::optional<Attribution> of(qint64 attribution, qint64 tags);
    [[nodiscard]] std::optional<QByteArray> text(qint64 name);
    /// A hold's reason, of which its row may keep a number only.
    [[nodiscard]] std::optional<QByteArray> reason(const QByteArray &kept);

    /// A call's tags, sorted by name.
    using Tags = std::vector<std::pair<QByteArray, QByteArray>>;
    [[nodiscard]] std::optional<Tags> tags(qint64 tags);
    [[nodiscard]] std::optional<bool> carries(qint64 tags, const Tags &wanted); ///< all of them

    /// All attributions in which each of these dimensions has this value.
    using Values = std::vector<std::pair<Dimension, QByteArray>>;
    [[nodiscard]] Result<QSet<qint64>> with(const Values &values);

    /// "attribution.\"key\"": the dimension's column, as SQL wants it.
    [[nodiscard]] static QString column(Dimension dimension);

private:
    Connection &m_connection;
    Names m_names;
    QHash<qint64, Attribution> m_known;
    QHash<qint64, QByteArray> m_texts;
    QHash<qint64, Tags> m_tags;
};

} // namespace core
