// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/attribution.h"
#include "core/ledger/chain.h"
#include "core/ledger/connection.h"

#include <QByteArray>
#include <QHash>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace core {

/// Strings and attributions as the small numbers that stand for them in the ledger's tables, with
/// a bounded memory of those in use. Any bytes are fine, and come back as they were.
///
/// Failure: nothing comes back and the connection knows why.
class Names
{
public:
    /// New ones are chained; without a chain none may be made.
    explicit Names(Connection &connection, Chain *chain = nullptr);

    /// The number of a string, making one when it is new. The empty string is 0.
    [[nodiscard]] std::optional<qint64> idOf(const QByteArray &text);
    [[nodiscard]] std::optional<QByteArray> textOf(qint64 id);

    /// The eleven dimensions; tags are apart, because they may be new with each call.
    [[nodiscard]] std::optional<qint64> idOf(const Attribution &attribution);
    [[nodiscard]] std::optional<qint64> idOfTags(const Attribution &attribution);
    [[nodiscard]] std::optional<Attribution> attributionOf(qint64 id, qint64 tags);
    using Tags = std::vector<std::pair<QByteArray, QByteArray>>;
    [[nodiscard]] std::optional<Tags> tagsOf(qint64 tags);

    /// A text that many rows share, as what each of them keeps of it ("#12"), and back. What
    /// begins in another way, as JSON does, is itself.
    [[nodiscard]] std::optional<QByteArray> shared(const QByteArray &text);
    [[nodiscard]] std::optional<QByteArray> unshared(const QByteArray &kept);

    /// After a rollback: numbers given in that transaction stand for nothing now.
    void forget();

private:
    struct Values
    {
        std::array<QByteArray, DimensionCount> texts;
        friend bool operator==(const Values &, const Values &) = default;
        friend size_t qHash(const Values &values, size_t seed = 0)
        {
            return qHashRange(values.texts.begin(), values.texts.end(), seed);
        }
    };

    [[nodiscard]] std::optional<qint64> stored(const QByteArray &text);
    [[nodiscard]] std::optional<qint64> stored(const std::array<qint64, DimensionCount> &ids);
    void makeRoom(qsizetype bytes);

    /// Who shares a text in the ledger shares it in memory, too (core/routing/decisiontexts.h):
    /// found by where it is, which is quicker than by its 300 bytes.
    struct SharedText
    {
        QByteArray text;
        QByteArray kept;
    };

    Connection &m_connection;
    Chain *m_chain;
    Statement m_find;
    Statement m_insert;
    Statement m_text;
    Statement m_findAttribution;
    Statement m_insertAttribution;
    Statement m_attribution;
    QHash<QByteArray, qint64> m_ids;
    QHash<Values, qint64> m_attributions;
    std::vector<SharedText> m_shared;
    qsizetype m_bytes = 0; ///< about what both take
};

} // namespace core
