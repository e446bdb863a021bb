// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/entrykinds.h"

#include "core/ledger/connection.h"

#include <QStringList>

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr std::array Tables{
    EntryTable{EntryKind::Name, "name", "id, text", "ib", 1},
    EntryTable{EntryKind::Attribution,
               "attribution",
               "id, tenant, agent, user, \"key\", feature, experiment, namespace, team, provider, "
               "model, route",
               "iiiiiiiiiiii",
               1},
    EntryTable{
        EntryKind::Hold,
        "hold",
        "id_high, id_low, attempt, admitted_at, attribution, tags, bound_cost, bound_tokens, "
        "bound_requests, decision, reason, stream",
        "iiiiiiiiiibi"},
    EntryTable{EntryKind::Settlement,
               "settlement",
               "id_high, id_low, attempt, admitted_at, settled_at, attribution, tags, input, "
               "cached_input, cache_write, output, reasoning, quality, cost, price_source, ending, "
               "http_status, to_first_byte, total, overhead, deltas, admission",
               "iiiiiiiiiiiiiiiiiiiibo"},
    EntryTable{EntryKind::Release, "released", "id_high, id_low, attempt", "iii"},
    EntryTable{EntryKind::Refusal,
               "refusal",
               "at, id_high, id_low, attribution, tags, decision, code, reason, bound_cost, "
               "bound_tokens, bound_requests",
               "iiiiiiibiii"},
    EntryTable{EntryKind::Correction,
               "correction",
               "at, id_high, id_low, attempt, admitted_at, attribution, input, cached_input, "
               "cache_write, output, reasoning, cost, more_input, more_cached_input, "
               "more_cache_write, more_output, more_reasoning, more_cost, by, reason, deltas",
               "iiiiiiiiiiiiiiiiiibbb"},
    EntryTable{EntryKind::Finding,
               "finding",
               "id_high, id_low, attempt, admitted_at, at, facts",
               "iiiiib"},
};
} // namespace

std::span<const EntryTable> entryTables()
{
    return Tables;
}

const EntryTable *entryTable(EntryKind kind)
{
    const auto *const known = std::ranges::find(Tables, kind, &EntryTable::kind);
    return known == Tables.end() ? nullptr : known;
}

bool isName(EntryKind kind)
{
    return kind == EntryKind::Name || kind == EntryKind::Attribution;
}

QString EntryTable::selectAll() const
{
    return u"SELECT %1 FROM %2"_s.arg(QLatin1StringView(columns), QLatin1StringView(table));
}

QString EntryTable::selectOne() const
{
    return selectAll() + u' ' + byKey();
}

QString EntryTable::byKey() const
{
    const QStringList names = QString::fromLatin1(columns).split(u", "_s);
    return u"WHERE %1 = ?"_s.arg(names.first(keys).join(u" = ? AND "_s));
}

QByteArray EntryTable::contentOf(const Statement &row) const
{
    EntryContent content;
    for (int column = 0; column < types.size(); ++column) {
        if (types.at(column) == 'i') {
            content.append(row.integer(column));
        } else if (types.at(column) == 'o') {
            content.append(row.givenBytes(column));
        } else {
            content.append(row.bytes(column));
        }
    }
    return content.bytes();
}

} // namespace core
