// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/names.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Enough for some ten thousand tenants, agents and users; when it is full, it starts afresh.
constexpr qsizetype RememberedBytes = qsizetype{8} * 1024 * 1024;
/// A hash entry's own size.
constexpr qsizetype EntryBytes = 64;

/// Where two workers have each their copy of some dozen texts.
constexpr std::size_t MostShared = 64;

constexpr char SharedMark = '#';

constexpr auto Columns = "tenant, agent, user, \"key\", feature, experiment, namespace, team, "
                         "provider, model, route"_L1;

template <std::size_t... Indices>
bool runWith(Statement &statement,
             const std::array<qint64, DimensionCount> &ids,
             std::index_sequence<Indices...>)
{
    return statement.run(ids[Indices]...);
}
bool runWith(Statement &statement, const std::array<qint64, DimensionCount> &ids)
{
    return runWith(statement, ids, std::make_index_sequence<DimensionCount>{});
}

/// Netstrings (length:bytes,), so that no value needs escaping: "7:project,6:search,".
QByteArray tagsText(const Attribution &attribution)
{
    QByteArray text;
    for (const auto &[name, value] : attribution.tags) {
        for (const QByteArray &part : {name, value}) {
            text += QByteArray::number(part.size()) + ':' + part + ',';
        }
    }
    return text;
}

std::vector<std::pair<QByteArray, QByteArray>> tagsFrom(const QByteArray &text)
{
    std::vector<QByteArray> parts;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype colon = text.indexOf(':', at);
        const qsizetype length = text.mid(at, colon - at).toLongLong();
        parts.push_back(text.mid(colon + 1, length));
        at = colon + 1 + length + 1;
    }
    std::vector<std::pair<QByteArray, QByteArray>> tags;
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
        tags.emplace_back(parts[i], parts[i + 1]);
    }
    return tags;
}
} // namespace

Names::Names(Connection &connection, Chain *chain)
    : m_connection(connection)
    , m_chain(chain)
    , m_find(connection, u"SELECT id FROM name WHERE text = ?"_s)
    , m_insert(connection, u"INSERT INTO name (text) VALUES (?)"_s)
    , m_text(connection, u"SELECT text FROM name WHERE id = ?"_s)
    , m_findAttribution(
          connection,
          u"SELECT id FROM attribution WHERE (%1) = (?,?,?,?,?,?,?,?,?,?,?)"_s.arg(Columns))
    , m_insertAttribution(
          connection, u"INSERT INTO attribution (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?)"_s.arg(Columns))
    , m_attribution(connection, u"SELECT %1 FROM attribution WHERE id = ?"_s.arg(Columns))
{}

std::optional<qint64> Names::stored(const QByteArray &text)
{
    if (!m_find.run(text)) {
        return std::nullopt;
    }
    if (m_find.next()) {
        const qint64 id = m_find.integer(0);
        m_find.finish();
        return id;
    }
    if (!m_insert.run(text)) {
        return std::nullopt;
    }
    const qint64 id = m_insert.insertedId();
    if (m_chain) {
        m_chain->add(EntryKind::Name, Time{}, id, text);
    }
    return id;
}

std::optional<qint64> Names::idOf(const QByteArray &text)
{
    if (text.isEmpty()) {
        return 0;
    }
    if (const auto known = m_ids.constFind(text); known != m_ids.cend()) {
        return *known;
    }
    const std::optional<qint64> id = stored(text);
    if (id) {
        makeRoom(text.size() + EntryBytes);
        m_ids.insert(text, *id);
    }
    return id;
}

std::optional<QByteArray> Names::textOf(qint64 id)
{
    if (!m_text.run(id) || !m_text.next()) {
        return std::nullopt;
    }
    const QByteArray text = m_text.bytes(0);
    m_text.finish();
    return text;
}

std::optional<qint64> Names::stored(const std::array<qint64, DimensionCount> &ids)
{
    if (!runWith(m_findAttribution, ids)) {
        return std::nullopt;
    }
    if (m_findAttribution.next()) {
        const qint64 id = m_findAttribution.integer(0);
        m_findAttribution.finish();
        return id;
    }
    if (!runWith(m_insertAttribution, ids)) {
        return std::nullopt;
    }
    const qint64 id = m_insertAttribution.insertedId();
    if (m_chain) {
        std::apply([&](auto... parts) { m_chain->add(EntryKind::Attribution, {}, id, parts...); },
                   ids);
    }
    return id;
}

std::optional<qint64> Names::idOf(const Attribution &attribution)
{
    if (const auto known = m_attributions.constFind({attribution.values});
        known != m_attributions.cend()) {
        return *known;
    }
    std::array<qint64, DimensionCount> ids{};
    qsizetype bytes = EntryBytes + qsizetype{sizeof(Values)};
    for (std::size_t i = 0; i < DimensionCount; ++i) {
        const std::optional<qint64> id = idOf(attribution.values[i]);
        if (!id) {
            return std::nullopt;
        }
        ids[i] = *id;
        bytes += attribution.values[i].size();
    }
    const std::optional<qint64> id = stored(ids);
    if (id) {
        makeRoom(bytes);
        m_attributions.insert({attribution.values}, *id);
    }
    return id;
}

std::optional<qint64> Names::idOfTags(const Attribution &attribution)
{
    return attribution.tags.empty() ? std::optional<qint64>(0) : idOf(tagsText(attribution));
}

std::optional<Attribution> Names::attributionOf(qint64 id, qint64 tags)
{
    if (!m_attribution.run(id) || !m_attribution.next()) {
        return std::nullopt;
    }
    std::array<qint64, DimensionCount> ids{};
    for (std::size_t i = 0; i < DimensionCount; ++i) {
        ids[i] = m_attribution.integer(static_cast<int>(i));
    }
    m_attribution.finish();
    Attribution attribution;
    for (std::size_t i = 0; i < DimensionCount; ++i) {
        const std::optional<QByteArray> text = textOf(ids[i]);
        if (!text) {
            return std::nullopt;
        }
        attribution.values[i] = *text;
    }
    const std::optional<Tags> carried = tagsOf(tags);
    if (!carried) {
        return std::nullopt;
    }
    attribution.tags = *carried;
    return attribution;
}

std::optional<Names::Tags> Names::tagsOf(qint64 tags)
{
    const std::optional<QByteArray> text = textOf(tags);
    return text ? std::optional(tagsFrom(*text)) : std::nullopt;
}

std::optional<QByteArray> Names::shared(const QByteArray &text)
{
    const auto known = std::ranges::find_if(
        m_shared, [&text](const SharedText &one) { return one.text.isSharedWith(text); });
    if (known != m_shared.end()) {
        return known->kept;
    }
    const std::optional<qint64> id = idOf(text);
    if (!id) {
        return std::nullopt;
    }
    if (m_shared.size() == MostShared) {
        m_shared.clear();
    }
    m_shared.push_back({text, SharedMark + QByteArray::number(*id)});
    return m_shared.back().kept;
}

std::optional<QByteArray> Names::unshared(const QByteArray &kept)
{
    return kept.startsWith(SharedMark) ? textOf(kept.mid(1).toLongLong()) : kept;
}

void Names::forget()
{
    m_ids.clear();
    m_attributions.clear();
    m_shared.clear();
    m_bytes = 0;
}

void Names::makeRoom(qsizetype bytes)
{
    if (m_bytes + bytes > RememberedBytes) {
        forget();
    }
    m_bytes += bytes;
}

} // namespace core
