// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schema.h"

#include "core/ledger/connection.h"
#include "core/ledger/schemaadmission.h"
#include "core/ledger/schemaalerts.h"
#include "core/ledger/schemaaudit.h"
#include "core/ledger/schemabilling.h"
#include "core/ledger/schemadelivery.h"
#include "core/ledger/schemafindings.h"
#include "core/ledger/schemakeys.h"
#include "core/ledger/schemapacked.h"
#include "core/ledger/schemareports.h"
#include "core/ledger/schematelemetry.h"

#include <QFile>
#include <QtEndian>

#include <array>

namespace core::schema {
using namespace Qt::StringLiterals;

namespace {
/// sqlite.org/fileformat.html, "The Database Header".
constexpr qsizetype HeaderSize = 100;
constexpr int UserVersionOffset = 60;
constexpr int ApplicationIdOffset = 68;
constexpr QByteArrayView Magic("SQLite format 3\0", 16);

/// Checking each page reads the whole file, about 0.1 s for this much. Damage in a larger file
/// shows when its page is read, as an error of that statement.
constexpr qint64 CheckedBytes = qint64{32} * 1024 * 1024;

// Strings that come from outside are bytes and stand once, in `name`; id 0 is "not given".
// Times are microseconds since 1970, money is nano-dollars.
constexpr const char *Entries[] = {
    "CREATE TABLE name (id INTEGER PRIMARY KEY, text BLOB NOT NULL UNIQUE) STRICT",
    "INSERT INTO name (id, text) VALUES (0, x'')",
    R"(CREATE TABLE attribution (
        id INTEGER PRIMARY KEY,
        tenant INTEGER NOT NULL REFERENCES name, agent INTEGER NOT NULL REFERENCES name,
        user INTEGER NOT NULL REFERENCES name, "key" INTEGER NOT NULL REFERENCES name,
        feature INTEGER NOT NULL REFERENCES name, experiment INTEGER NOT NULL REFERENCES name,
        namespace INTEGER NOT NULL REFERENCES name, team INTEGER NOT NULL REFERENCES name,
        provider INTEGER NOT NULL REFERENCES name, model INTEGER NOT NULL REFERENCES name,
        route INTEGER NOT NULL REFERENCES name,
        UNIQUE (tenant, agent, user, "key", feature, experiment, namespace, team, provider,
                model, route)) STRICT)",
    R"(CREATE TABLE hold (
        id_high INTEGER NOT NULL, id_low INTEGER NOT NULL, attempt INTEGER NOT NULL,
        admitted_at INTEGER NOT NULL,
        attribution INTEGER NOT NULL REFERENCES attribution, tags INTEGER NOT NULL REFERENCES name,
        bound_cost INTEGER NOT NULL, bound_tokens INTEGER NOT NULL, bound_requests INTEGER NOT NULL,
        decision INTEGER NOT NULL, reason BLOB NOT NULL, stream INTEGER NOT NULL,
        PRIMARY KEY (id_high, id_low, attempt)) STRICT, WITHOUT ROWID)",
    // What has to be charged after a crash, found without looking through all holds.
    R"(CREATE TABLE open_hold (
        id_high INTEGER NOT NULL, id_low INTEGER NOT NULL, attempt INTEGER NOT NULL,
        PRIMARY KEY (id_high, id_low, attempt)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE released (
        id_high INTEGER NOT NULL, id_low INTEGER NOT NULL, attempt INTEGER NOT NULL,
        PRIMARY KEY (id_high, id_low, attempt)) STRICT, WITHOUT ROWID)",
    // Has no foreign key to hold: recovery and imports settle without one.
    // deltas: JSON [[name of the bucket, slot, amount], ...], what bucket_total was given.
    R"(CREATE TABLE settlement (
        id_high INTEGER NOT NULL, id_low INTEGER NOT NULL, attempt INTEGER NOT NULL,
        admitted_at INTEGER NOT NULL, settled_at INTEGER NOT NULL,
        attribution INTEGER NOT NULL REFERENCES attribution, tags INTEGER NOT NULL REFERENCES name,
        input INTEGER NOT NULL, cached_input INTEGER NOT NULL, cache_write INTEGER NOT NULL,
        output INTEGER NOT NULL, reasoning INTEGER NOT NULL, quality INTEGER NOT NULL,
        cost INTEGER NOT NULL, price_source INTEGER NOT NULL REFERENCES name,
        ending INTEGER NOT NULL, http_status INTEGER NOT NULL, to_first_byte INTEGER NOT NULL,
        total INTEGER NOT NULL, overhead INTEGER NOT NULL, deltas BLOB NOT NULL,
        PRIMARY KEY (id_high, id_low, attempt)) STRICT, WITHOUT ROWID)",
    "CREATE INDEX settlement_by_admission ON settlement (admitted_at)",
    R"(CREATE TABLE refusal (
        at INTEGER NOT NULL, id_high INTEGER NOT NULL, id_low INTEGER NOT NULL,
        attribution INTEGER NOT NULL REFERENCES attribution, tags INTEGER NOT NULL REFERENCES name,
        decision INTEGER NOT NULL, code INTEGER NOT NULL REFERENCES name, reason BLOB NOT NULL,
        bound_cost INTEGER NOT NULL, bound_tokens INTEGER NOT NULL, bound_requests INTEGER NOT NULL,
        PRIMARY KEY (at, id_high, id_low)) STRICT, WITHOUT ROWID)",
};

/// Entries are never changed, by anybody: a wrong one is answered by another.
QString guard(const QString &table, const QString &change)
{
    return u"CREATE TRIGGER %1_no_%2 BEFORE %2 ON %1 BEGIN "
           u"SELECT RAISE(ABORT, 'the ledger is append-only'); END"_s.arg(table, change);
}

// granularity: seconds of a slot (60, 3600, 86400); slot: its start in seconds since 1970, UTC.
// By whole attribution, not by single dimension: a call changes three rows instead of thirty-six,
// and every question over several dimensions is answered too. Tags are left out, because a tag may
// be new with every call.
// bucket_total: `slot` first, so that start-up reads the live windows only. `opening` is the part
// of the amount that no settlement explains.
constexpr const char *Sums[] = {
    R"(CREATE TABLE rollup (
        granularity INTEGER NOT NULL, slot INTEGER NOT NULL,
        attribution INTEGER NOT NULL REFERENCES attribution,
        calls INTEGER NOT NULL, cost INTEGER NOT NULL, input INTEGER NOT NULL,
        cached_input INTEGER NOT NULL, cache_write INTEGER NOT NULL, output INTEGER NOT NULL,
        reasoning INTEGER NOT NULL,
        PRIMARY KEY (granularity, slot, attribution)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE bucket_total (
        slot INTEGER NOT NULL, bucket INTEGER NOT NULL REFERENCES name,
        amount INTEGER NOT NULL, opening INTEGER NOT NULL,
        PRIMARY KEY (slot, bucket)) STRICT, WITHOUT ROWID)",
};

constexpr const char *State[] = {
    "CREATE TABLE budget (position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, "
    "json TEXT NOT NULL) STRICT",
    R"(CREATE TABLE alert (
        position INTEGER PRIMARY KEY, bucket INTEGER NOT NULL REFERENCES name,
        mark INTEGER NOT NULL, "limit" INTEGER NOT NULL, at INTEGER NOT NULL,
        budget BLOB NOT NULL, label BLOB NOT NULL, settled INTEGER NOT NULL, hard INTEGER NOT NULL,
        UNIQUE (bucket, mark, "limit")) STRICT)",
    R"(CREATE TABLE epoch (
        position INTEGER PRIMARY KEY, budget BLOB NOT NULL, label BLOB NOT NULL,
        epoch INTEGER NOT NULL, at INTEGER NOT NULL,
        UNIQUE (budget, label, epoch)) STRICT)",
    "CREATE TABLE setting (name BLOB PRIMARY KEY NOT NULL, value BLOB NOT NULL) "
    "STRICT, WITHOUT ROWID",
};

template <std::size_t Size>
QList<QString> texts(const char *const (&statements)[Size])
{
    QList<QString> list;
    for (const char *statement : statements) {
        list.append(QString::fromLatin1(statement));
    }
    return list;
}

QList<QString> entriesStep()
{
    QList<QString> list = texts(Entries);
    for (const QString &table : {u"hold"_s, u"released"_s, u"settlement"_s, u"refusal"_s}) {
        list.append(guard(table, u"UPDATE"_s));
        list.append(guard(table, u"DELETE"_s));
    }
    return list;
}

const std::array<QList<QString>, 13> &ladder()
{
    static const std::array<QList<QString>, 13> steps{entriesStep(),
                                                      texts(Sums),
                                                      texts(State),
                                                      reportsStep(),
                                                      telemetryStep(),
                                                      keysStep(),
                                                      auditStep(),
                                                      deliveryStep(),
                                                      alertsStep(),
                                                      billingStep(),
                                                      packedStep(),
                                                      findingsStep(),
                                                      admissionStep()};
    return steps;
}

Error newer(const QString &path, qint64 version)
{
    return {ErrorCode::Conflict,
            u"The ledger %1 has version %2; this Capstan knows versions up to %3."_s.arg(path)
                .arg(version)
                .arg(newestVersion()),
            u"Nothing was changed. Start the newer Capstan that wrote it, or use another data "
            u"folder."_s};
}

Error foreign(const QString &path, const QString &what)
{
    return {ErrorCode::Internal,
            u"The file %1 is not a ledger: %2."_s.arg(path, what),
            u"Nothing was changed. Move the file away, or use another data folder."_s};
}

Outcome climb(Connection &connection, int step)
{
    bool ok = connection.begin();
    for (const QString &statement : statementsOfStep(step)) {
        ok = ok && connection.execute(statement);
    }
    ok = ok && connection.execute(u"PRAGMA user_version = %1"_s.arg(step + 1)) &&
         connection.commit();
    if (ok) {
        return Done{};
    }
    Error error = connection.error();
    connection.rollback();
    error.message += u" (while bringing it from version %1 to %2)"_s.arg(step).arg(step + 1);
    return error;
}

Outcome checkPages(Connection &connection)
{
    if (QFile(connection.path()).size() > CheckedBytes) {
        return Done{};
    }
    Statement check(connection, u"PRAGMA quick_check(1)"_s);
    if (!check.run()) {
        return connection.error();
    }
    if (check.next() && check.text(0) != "ok"_L1) {
        return foreign(connection.path(), u"it is damaged (%1)"_s.arg(check.text(0)));
    }
    return Done{};
}
} // namespace

int newestVersion()
{
    return static_cast<int>(ladder().size());
}

QList<QString> statementsOfStep(int step)
{
    return ladder().at(static_cast<std::size_t>(step));
}

Outcome inspect(const QString &path)
{
    QFile file(path);
    if (!file.exists() || file.size() == 0) {
        return Done{};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Unavailable,
                     u"The ledger %1 cannot be read: %2."_s.arg(path, file.errorString()),
                     u"Give this user permission to read and write the file."_s};
    }
    const QByteArray header = file.read(HeaderSize);
    if (header.size() < HeaderSize || !header.startsWith(Magic)) {
        return foreign(path, u"it does not begin as an SQLite database does"_s);
    }
    if (qFromBigEndian<quint32>(header.constData() + ApplicationIdOffset) != ApplicationId) {
        return foreign(path, u"it is a database of another program"_s);
    }
    const auto version = qFromBigEndian<quint32>(header.constData() + UserVersionOffset);
    if (version > static_cast<quint32>(newestVersion())) {
        return newer(path, version);
    }
    return Done{};
}

Outcome claim(Connection &connection)
{
    if (Outcome whole = checkPages(connection); !whole) {
        return whole;
    }
    const Result<qint64> version = connection.integer(u"PRAGMA user_version"_s);
    if (!version) {
        return version.error();
    }
    if (*version > newestVersion()) {
        return newer(connection.path(), *version);
    }
    // Not a step of the ladder: it must be in the file itself, where inspect() looks, and from the
    // first step on all goes to the WAL.
    if (*version == 0 && !connection.execute(u"PRAGMA application_id = %1"_s.arg(ApplicationId))) {
        return connection.error();
    }
    return Done{};
}

Outcome migrate(Connection &connection, int version)
{
    const Result<qint64> found = connection.integer(u"PRAGMA user_version"_s);
    if (!found) {
        return found.error();
    }
    for (int step = static_cast<int>(*found); step < version; ++step) {
        if (Outcome climbed = climb(connection, step); !climbed) {
            return climbed;
        }
    }
    return Done{};
}

} // namespace core::schema
