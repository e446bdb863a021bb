// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/attributions.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Of each kind; when it is full, it starts afresh.
constexpr qsizetype MostRemembered = 20'000;
} // namespace

Attributions::Attributions(Connection &connection)
    : m_connection(connection)
    , m_names(connection)
{}

QString Attributions::column(Dimension dimension)
{
    return u"attribution.\"%1\""_s.arg(QString::fromLatin1(dimensionName(dimension)));
}

std::optional<Attribution> Attributions::of(qint64 attribution)
{
    if (const auto known = m_known.constFind(attribution); known != m_known.cend()) {
        return *known;
    }
    std::optional<Attribution> found = m_names.attributionOf(attribution, 0);
    if (found) {
        if (m_known.size() >= MostRemembered) {
            m_known.clear();
        }
        m_known.insert(attribution, *found);
    }
    return found;
}

std::optional<Attribution> Attributions::of(qint64 attribution, qint64 tags)
{
    return m_names.attributionOf(attribution, tags);
}

std::optional<QByteArray> Attributions::text(qint64 name)
{
    if (const auto known = m_texts.constFind(name); known != m_texts.cend()) {
        return *known;
    }
    std::optional<QByteArray> found = m_names.textOf(name);
    if (found) {
        if (m_texts.size() >= MostRemembered) {
            m_texts.clear();
        }
        m_texts.insert(name, *found);
    }
    return found;
}

std::optional<QByteArray> Attributions::reason(const QByteArray &kept)
{
    return m_names.unshared(kept);
}

std::optional<Attributions::Tags> Attributions::tags(qint64 tags)
{
    if (const auto known = m_tags.constFind(tags); known != m_tags.cend()) {
        return *known;
    }
    std::optional<Tags> found = m_names.tagsOf(tags);
    if (found) {
        if (m_tags.size() >= MostRemembered) {
            m_tags.clear();
        }
        m_tags.insert(tags, *found);
    }
    return found;
}

std::optional<bool> Attributions::carries(qint64 tags, const Tags &wanted)
{
    const std::optional<Tags> carried = this->tags(tags);
    if (!carried) {
        return std::nullopt;
    }
    return std::ranges::all_of(wanted, [&carried](const auto &tag) {
        return std::ranges::find(*carried, tag) != carried->end();
    });
}

Result<QSet<qint64>> Attributions::with(const Values &values)
{
    QString condition = u"1"_s;
    for (const auto &[dimension, value] : values) {
        // As a literal, because how many there are differs; hexadecimal holds nothing but digits.
        condition += u" AND %1 = (SELECT id FROM name WHERE text = x'%2')"_s.arg(
            column(dimension), QString::fromLatin1(value.toHex()));
    }
    Statement rows(m_connection, u"SELECT id FROM attribution WHERE %1"_s.arg(condition));
    if (!rows.run()) {
        return m_connection.error();
    }
    QSet<qint64> found;
    while (rows.next()) {
        found.insert(rows.integer(0));
    }
    return rows.sawAll() ? Result<QSet<qint64>>(std::move(found)) : m_connection.error();
}

} // namespace core
