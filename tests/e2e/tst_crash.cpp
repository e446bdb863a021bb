// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "mixedload.h"
#include "site.h"
#include "watcher.h"

#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {

/// More than any run reaches before it is killed; what is left over cannot connect any more.
constexpr int CallsOfARound = 1'000;
constexpr int Connections = 32;
/// From before the first hold is written to the middle of a busy ledger.
constexpr int LatestKillMs = 400;

} // namespace

/// Point 4 of the foundation: what was sent is in the ledger, whenever the process dies.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingWhenItIsKilled()
    {
        const int rounds = isLongRun() ? 200 : 5;
        if (!isLongRun()) {
            qInfo("%d kills; 200 with CAPSTAN_LONG_TESTS=1", rounds);
        }
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:tenant-0", "100000000"));
        QRandomGenerator random(4);
        for (int round = 0; round < rounds; ++round) {
            killUnderLoad(site, random);
            QVERIFY2(site.start(), site.capstan().errorText().constData());
            checkAfterRestart(site);
            QCOMPARE(site.stop(), 0);
            QCOMPARE(verify(site.ledgerFile()), std::vector<QString>());
            QVERIFY(site.start());
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        qInfo("%d kills: %lld calls reached the upstream, %d of them were open at a kill",
              rounds,
              static_cast<long long>(m_seen.size()),
              m_recovered);
        QVERIFY(m_recovered > 0); // else no kill found anything to recover
    }

    // The same while nothing at all is settled: streams that hold, and are killed in the middle.
    void chargesOpenCallsAtTheirBound()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "10"));
        const QByteArray body =
            chatBody("[[sim:slow-tokens=5]] [[tokens=50]]", R"("max_tokens":50,)" + Streamed);
        std::vector<test::LoadCall> calls(
            8, {test::requestBytes("POST", "/v1/chat/completions", body, payer("acme"))});
        std::unique_ptr<Meanwhile> load;
        {
            std::atomic<bool> begun = false;
            load = std::make_unique<Meanwhile>([&, port = site.port()] {
                if (!begun.exchange(true)) {
                    (void)test::LoadClient(port, 8).run(calls);
                }
            });
            QTRY_COMPARE(site.seenCounters()["open_connections"_L1].toInt() > 0 &&
                             site.seenRequests().size() == 8,
                         true);
            site.capstan().kill();
            load.reset();
        }
        QVERIFY(site.start());
        // 8 x $0.50: what they may have cost, as nobody knows what they did.
        const auto standing = site.standing("tenant:acme");
        QCOMPARE(standing->spent, Money::fromDollars(4));
        QCOMPARE(standing->reserved, Money());
    }

private:
    QSet<QByteArray> m_seen;
    int m_recovered = 0;

    static void killUnderLoad(Site &site, QRandomGenerator &random)
    {
        std::vector<test::LoadCall> calls;
        for (const MixedCall &mixed : mixedCalls(CallsOfARound, random.generate(), 1)) {
            calls.push_back(mixed.call);
        }
        std::atomic<bool> isDone = false;
        Meanwhile load([&, port = site.port()] {
            if (!isDone.exchange(true)) {
                (void)test::LoadClient(port, Connections).run(calls);
            }
        });
        QTest::qSleep(random.bounded(LatestKillMs)); // a moment that nobody chose
        site.capstan().kill();
    }

    void checkAfterRestart(Site &site)
    {
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        QCOMPARE(rows->openHolds, 0);
        const auto settled = rows->byId();
        for (const QJsonValue value : site.seenRequests()) {
            const QByteArray id = value["id"_L1].toString().toUtf8();
            m_seen.insert(id);
            QVERIFY2(rows->holds.contains(id), id.constData());
            QVERIFY2(settled.contains(id), id.constData());
            const SettledRow &row = settled[id];
            const qint64 generated = value["generated_tokens"_L1].toInteger();
            // A recovered call may have used all it was held for, and is charged so.
            QVERIFY2(row.ending != core::Ending::Recovered || row.bound.tokens >= generated,
                     id.constData());
            QVERIFY2(row.ending != core::Ending::Recovered || row.cost == row.bound.cost,
                     id.constData());
        }
        m_recovered = static_cast<int>(
            std::ranges::count(rows->settlements, core::Ending::Recovered, &SettledRow::ending));
        // One number: memory, stored total, and the sum of all that was settled.
        const auto standing = site.standing("tenant:tenant-0");
        QVERIFY(standing);
        QCOMPARE(standing->spent, rows->sum());
        QCOMPARE(rows->bucketTotals, rows->sum());
        QCOMPARE(standing->reserved, Money());
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
