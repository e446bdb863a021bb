// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schemaaudit.h"

namespace core::schema {
using namespace Qt::StringLiterals;

namespace {
// An alert is told once in each window; a rolling one has another beginning each time. Of older
// rows the window is not known: the largest time keeps them for good.
constexpr const char *Alerts[] = {
    R"(CREATE TABLE alert_by_window (
        position INTEGER PRIMARY KEY, bucket INTEGER NOT NULL REFERENCES name,
        mark INTEGER NOT NULL, "limit" INTEGER NOT NULL, at INTEGER NOT NULL,
        budget BLOB NOT NULL, label BLOB NOT NULL, settled INTEGER NOT NULL, hard INTEGER NOT NULL,
        window_begins INTEGER NOT NULL, window_ends INTEGER NOT NULL,
        UNIQUE (bucket, mark, "limit", window_begins)) STRICT)",
    "INSERT INTO alert_by_window SELECT *, 0, 9223372036854775807 FROM alert",
    "DROP TABLE alert",
    "ALTER TABLE alert_by_window RENAME TO alert",
};

// A correction says what a recovered call really used (input ... cost), and what that adds to the
// sums (more_...; negative when it used less). deltas: as in a settlement.
constexpr const char *Corrections[] = {
    R"(CREATE TABLE correction (
        at INTEGER NOT NULL, id_high INTEGER NOT NULL, id_low INTEGER NOT NULL,
        attempt INTEGER NOT NULL, admitted_at INTEGER NOT NULL,
        attribution INTEGER NOT NULL REFERENCES attribution,
        input INTEGER NOT NULL, cached_input INTEGER NOT NULL, cache_write INTEGER NOT NULL,
        output INTEGER NOT NULL, reasoning INTEGER NOT NULL, cost INTEGER NOT NULL,
        more_input INTEGER NOT NULL, more_cached_input INTEGER NOT NULL,
        more_cache_write INTEGER NOT NULL, more_output INTEGER NOT NULL,
        more_reasoning INTEGER NOT NULL, more_cost INTEGER NOT NULL,
        by BLOB NOT NULL, reason BLOB NOT NULL, deltas BLOB NOT NULL,
        PRIMARY KEY (at, id_high, id_low)) STRICT, WITHOUT ROWID)",
    "CREATE INDEX correction_by_call ON correction (id_high, id_low, attempt, at)",
};

// See core/ledger/chain.h.
constexpr const char *Chains[] = {
    "CREATE TABLE chain (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, hash BLOB NOT NULL, "
    "list BLOB NOT NULL) STRICT",
    "CREATE TABLE name_chain (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, "
    "hash BLOB NOT NULL, list BLOB NOT NULL) STRICT",
};

// watermark: the last link that retention took, and the newest time in what it took. `stepping` is
// 1 only inside a step of retention. minutes_from: roll-ups of single minutes before this second
// have become quarters of an hour.
// pruned: what the settlements and corrections of a UTC day amounted to that are gone (day: its
// start in seconds since 1970); pruned_total the same by bucket and slot.
constexpr const char *Retention[] = {
    R"(CREATE TABLE watermark (
        name TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL, until INTEGER NOT NULL,
        hash BLOB NOT NULL, stepping INTEGER NOT NULL, minutes_from INTEGER NOT NULL)
        STRICT, WITHOUT ROWID)",
    "INSERT INTO watermark VALUES ('chain', 0, -9223372036854775808, x'', 0, "
    "-9223372036854775808)",
    R"(CREATE TABLE pruned (
        day INTEGER PRIMARY KEY, calls INTEGER NOT NULL, cost INTEGER NOT NULL,
        input INTEGER NOT NULL, cached_input INTEGER NOT NULL, cache_write INTEGER NOT NULL,
        output INTEGER NOT NULL, reasoning INTEGER NOT NULL) STRICT)",
    R"(CREATE TABLE pruned_total (
        slot INTEGER NOT NULL, bucket INTEGER NOT NULL REFERENCES name, amount INTEGER NOT NULL,
        PRIMARY KEY (slot, bucket)) STRICT, WITHOUT ROWID)",
    R"(CREATE TRIGGER release_time_gone AFTER DELETE ON hold BEGIN
        DELETE FROM release_time WHERE (admitted_at, id_high, id_low, attempt) =
            (old.admitted_at, old.id_high, old.id_low, old.attempt); END)",
};

struct Guarded
{
    QLatin1StringView table;
    QLatin1StringView time; ///< of the row; a release and a link go with what they belong to
};
constexpr Guarded Entries[] = {
    {"hold"_L1, "old.admitted_at"_L1},
    {"settlement"_L1, "old.admitted_at"_L1},
    {"refusal"_L1, "old.at"_L1},
    {"correction"_L1, "old.admitted_at"_L1},
    {"released"_L1, "until"_L1},
    {"chain"_L1, "old.at"_L1},
};

/// Only a step of retention takes rows away, and only those up to its watermark.
QString deletionGuard(const Guarded &guarded)
{
    return u"CREATE TRIGGER %1_no_DELETE BEFORE DELETE ON %1 WHEN NOT EXISTS "
           u"(SELECT 1 FROM watermark WHERE stepping = 1 AND %2 <= until) BEGIN "
           u"SELECT RAISE(ABORT, 'the ledger is append-only'); END"_s.arg(guarded.table,
                                                                          guarded.time);
}

QString guard(QLatin1StringView table, QLatin1StringView change)
{
    return u"CREATE TRIGGER %1_no_%2 BEFORE %2 ON %1 BEGIN "
           u"SELECT RAISE(ABORT, 'the ledger is append-only'); END"_s.arg(table, change);
}

template <std::size_t Size>
void append(QList<QString> &list, const char *const (&statements)[Size])
{
    for (const char *statement : statements) {
        list.append(QString::fromLatin1(statement));
    }
}
} // namespace

QList<QString> auditStep()
{
    QList<QString> list;
    append(list, Alerts);
    append(list, Corrections);
    append(list, Chains);
    append(list, Retention);
    for (const QLatin1StringView table :
         {"hold"_L1, "settlement"_L1, "refusal"_L1, "released"_L1}) {
        list.append(u"DROP TRIGGER %1_no_DELETE"_s.arg(table));
    }
    for (const Guarded &guarded : Entries) {
        list.append(deletionGuard(guarded));
    }
    for (const QLatin1StringView table :
         {"correction"_L1, "chain"_L1, "name_chain"_L1, "name"_L1, "attribution"_L1}) {
        list.append(guard(table, "UPDATE"_L1));
    }
    for (const QLatin1StringView table : {"name_chain"_L1, "name"_L1, "attribution"_L1}) {
        list.append(guard(table, "DELETE"_L1));
    }
    return list;
}

} // namespace core::schema
