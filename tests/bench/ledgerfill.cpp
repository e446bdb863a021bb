// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fills a new ledger with months of plausible calls, a hundred times faster than calls come:
//   ledgerfill FILE CALLS [DAYS] [--holds]
// 240 attributions (20 tenants, 3 agents, 2 models, 2 features), calls spread evenly over DAYS that
// end now. With --holds each call has its hold, as what-if wants it.
#include "core/ledger/connection.h"
#include "core/ledger/ledger.h"
#include "core/ledger/names.h"
#include "core/ledger/packedsums.h"

#include <QFile>
#include <QRandomGenerator>

#include <cstdio>
#include <vector>

using namespace core;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 CallsPerTransaction = 200'000;

[[noreturn]] void fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    std::exit(1);
}

void must(Connection &connection, bool ok)
{
    if (!ok) {
        fail(connection.error());
    }
}

std::vector<qint64> makeAttributions(Connection &connection)
{
    Names names(connection);
    std::vector<qint64> ids;
    for (int i = 0; i < 240; ++i) {
        Attribution who;
        const auto put = [&who](Dimension dimension, const QByteArray &text, int number) {
            who.of(dimension) = text + QByteArray::number(number);
        };
        put(Dimension::Tenant, "tenant-", i % 20);
        put(Dimension::Agent, "agent-", i / 20 % 3);
        put(Dimension::Model, "model-", i / 60 % 2);
        put(Dimension::Feature, "feature-", i / 120);
        put(Dimension::Experiment, "experiment-", i % 5);
        put(Dimension::Namespace, "namespace-", i % 4);
        put(Dimension::Route, "/route-", i % 3);
        who.of(Dimension::Provider) = "vllm";
        const auto id = names.idOf(who);
        must(connection, id.has_value());
        ids.push_back(*id);
    }
    return ids;
}

/// The roll-ups as Rollups would have added them up.
void addUp(Connection &connection)
{
    for (const int seconds : {60, 3'600, 86'400}) {
        must(connection,
             connection.execute(
                 u"INSERT INTO rollup (granularity, slot, attribution, calls, cost, input, "
                 u"cached_input, cache_write, output, reasoning, largest, latency, failed) "
                 u"SELECT %1, admitted_at / %1000000 * %1, attribution, count(*), sum(cost), "
                 u"sum(input), sum(cached_input), sum(cache_write), sum(output), sum(reasoning), "
                 u"max(cost), sum(total), sum(ending <> 0) FROM settlement GROUP BY 2, 3"_s.replace(
                     u"%1"_s, QString::number(seconds))));
    }
}

/// As the owner of the ledger does in quiet moments.
void pack(Connection &connection)
{
    PackedSums packed(connection);
    for (bool isMore = true; isMore;) {
        const auto step = packed.step(SystemClock().now());
        if (!step) {
            fail(step.error());
        }
        isMore = *step;
    }
}
} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "ledgerfill FILE CALLS [DAYS] [--holds]\n");
        return 2;
    }
    const QString file = QString::fromLocal8Bit(argv[1]);
    const qint64 calls = QByteArray(argv[2]).toLongLong();
    const qint64 days = argc > 3 ? QByteArray(argv[3]).toLongLong() : 90;
    const bool withHolds = argc > 4 && QByteArray(argv[4]) == "--holds";
    if (QFile::exists(file)) {
        std::fprintf(stderr, "%s is there already\n", argv[1]);
        return 2;
    }
    if (const auto made = Ledger::open(file, Durability::Process); !made) {
        fail(made.error());
    }
    auto opened = Connection::open(file);
    if (!opened) {
        fail(opened.error());
    }
    Connection &connection = **opened;
    must(connection, connection.execute(u"PRAGMA synchronous = OFF"_s));
    must(connection, connection.execute(u"PRAGMA cache_size = -400000"_s));
    must(connection, connection.begin());
    const std::vector<qint64> attributions = makeAttributions(connection);
    Statement hold(connection, u"INSERT INTO hold VALUES (?, ?, 1, ?, ?, 0, ?, ?, 1, 0, x'', 1)"_s);
    Statement settlement(
        connection,
        u"INSERT INTO settlement VALUES (?, ?, 1, ?, ?, ?, 0, ?, ?, 0, ?, 0, 3, ?, "
        u"0, ?, 200, ?, ?, 200, x'5b5d', x'0000')"_s); // let in at once, by no budget
    QRandomGenerator random(1);
    const Time end = SystemClock().now();
    const Duration span = std::chrono::days(days);
    for (qint64 i = 0; i < calls; ++i) {
        const Time at =
            end - span +
            Duration(static_cast<qint64>(static_cast<__int128>(span.count()) * i / calls));
        const qint64 high = (at.time_since_epoch().count() / 1'000 << 16) | (i & 0xffff);
        const qint64 attribution = attributions[random.bounded(quint32(attributions.size()))];
        const qint64 input = 100 + random.bounded(4'000);
        const qint64 output = 20 + random.bounded(800);
        const qint64 cost = input * 100 + output * 300; // $0.10 and $0.30 per million
        const Duration total(200'000 + random.bounded(4'000'000));
        const qint64 ending = random.bounded(100) == 0 ? 4 : 0;
        must(connection,
             (!withHolds ||
              hold.run(high, i, at, attribution, cost + 300'000, input + output + 1'000)) &&
                 settlement.run(high,
                                i,
                                at,
                                at + total,
                                attribution,
                                input,
                                input / 4,
                                output,
                                cost,
                                ending,
                                Duration(80'000),
                                total));
        if (i % CallsPerTransaction == CallsPerTransaction - 1) {
            must(connection, connection.commit() && connection.begin());
        }
    }
    addUp(connection);
    must(connection, connection.commit());
    pack(connection);
    must(connection, connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    return 0;
}
