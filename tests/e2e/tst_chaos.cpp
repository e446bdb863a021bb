// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <limits>
#include <thread>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

constexpr int Clients = 6;

/// What a crowd of clients was answered.
struct Answers
{
    std::atomic<int> served = 0;
    std::atomic<int> failed = 0;
    std::atomic<int> unanswered = 0; ///< no head, or not whole
};

void ask(quint16 port, const QByteArray &more, Answers &answers)
{
    const QByteArray body = chatBody("[[tokens=5]]", "\"max_tokens\":5," + more);
    const test::Answer answer =
        test::HttpClient(port).post("/v1/chat/completions", body, payer("acme"));
    if (!answer.isWhole()) {
        ++answers.unanswered;
    } else if (answer.status() == 200) {
        ++answers.served;
    } else {
        ++answers.failed;
    }
}

/// Six clients that ask until `asked` calls have been made.
class Crowd
{
public:
    Crowd(quint16 port, int asked, const QByteArray &more = {})
        : m_left(asked)
    {
        for (int i = 0; i < Clients; ++i) {
            m_threads.emplace_back([this, port, more] {
                while (m_left-- > 0) {
                    ask(port, more, answers);
                    ++done;
                }
            });
        }
    }
    ~Crowd() { join(); }
    void join()
    {
        for (std::thread &thread : m_threads) {
            if (thread.joinable()) {
                thread.join();
            }
        }
    }
    void waitFor(int calls) const
    {
        while (done < calls) {
            std::this_thread::yield();
        }
    }

    Answers answers;
    std::atomic<int> done = 0;

private:
    std::atomic<int> m_left;
    std::vector<std::thread> m_threads;
};

constexpr qint64 PromisedMs = 2'000;
/// A machine that is busy with other things may be late once; five times in a row it is Capstan.
constexpr int Recoveries = 5;

/// Kills a replica, brings it back, and returns after how long a call was served by it again.
qint64 millisecondsToNotice(Fleet &fleet)
{
    fleet.kill(0);
    Crowd without(fleet.port(), 20);
    without.join();
    if (without.answers.served != 20 || !fleet.revive(0)) {
        return std::numeric_limits<qint64>::max();
    }
    QElapsedTimer sinceRevival;
    sinceRevival.start();
    const QByteArray body = chatBody("[[tokens=1]]", "\"max_tokens\":1,");
    const auto isBack = [&fleet, &body] {
        return fleet.chat(body).header("x-capstan-provider") == "a";
    };
    return QTest::qWaitFor(isBack, 30'000) ? sinceRevival.elapsed()
                                           : std::numeric_limits<qint64>::max();
}

/// How many generations came to their end at the upstreams, whoever was told of it.
qsizetype completedAt(Fleet &fleet, std::size_t simulations)
{
    qsizetype completed = 0;
    for (std::size_t i = 0; i < simulations; ++i) {
        for (const QJsonValue each : fleet.requestsOf(i)) {
            completed += each["state"_L1] == "complete"_L1 ? 1 : 0;
        }
    }
    return completed;
}

int complete(const LedgerRows &rows)
{
    return static_cast<int>(
        std::ranges::count(rows.settlements, core::Ending::Complete, &SettledRow::ending));
}

/// Nobody was charged twice for an answer: of each call at most one attempt came to its end, and it
/// is the last one.
bool eachAnsweredOnce(const LedgerRows &rows)
{
    QHash<QByteArray, int> complete;
    for (const SettledRow &row : rows.settlements) {
        complete[row.id] += row.ending == core::Ending::Complete ? 1 : 0;
    }
    return std::ranges::all_of(complete, [](int count) { return count == 1; });
}

} // namespace

class TstChaos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesTheWorkBetweenReplicas() // S4-07, S4-27
    {
        Fleet fleet({{{}, {}, {}}, replicas(3)});
        QVERIFY(fleet.isRunning());
        Crowd crowd(fleet.port(), 60);
        crowd.join();
        QCOMPARE(crowd.answers.served, 60);
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY2(fleet.seenBy(i) >= 6, QByteArray::number(fleet.seenBy(i))); // of some 20
        }
    }

    void showsNoClientADeadReplica() // issue 5: 3
    {
        Fleet fleet({{{}, {}, {}}, replicas(3)});
        QVERIFY(fleet.isRunning());
        Crowd before(fleet.port(), 30);
        before.join();
        fleet.kill(0);
        Crowd after(fleet.port(), 120);
        after.join();
        QCOMPARE(after.answers.served, 120);
        const LedgerRows rows = fleet.ledger();
        QVERIFY(eachAnsweredOnce(rows));
        QCOMPARE(rows.sum(), core::Money::fromNanos(7'500'000'000)); // 150 x 5 x $0.01
        QCOMPARE(rows.openHolds, 0);
    }

    void tellsEveryClientOfAStreamThatDied() // issue 5: 3
    {
        Fleet fleet({{{}, {}, {}}, replicas(3)});
        QVERIFY(fleet.isRunning());
        const QByteArray request = test::requestBytes(
            "POST",
            "/v1/chat/completions",
            chatBody("[[tokens=40]] [[sim:slow-tokens=40]]", "\"max_tokens\":40," + Streamed),
            payer("acme"));
        std::vector<std::pair<std::unique_ptr<test::HttpClient>, test::Answer>> streams(9);
        for (auto &[client, answer] : streams) {
            client = std::make_unique<test::HttpClient>(fleet.port());
            QVERIFY(client->begin(request));
            QVERIFY(client->readUntil(
                answer, [](const test::Answer &sofar) { return !sofar.events().isEmpty(); }));
        }
        fleet.kill(0);
        int cut = 0;
        for (auto &[client, answer] : streams) {
            client->finish(answer);
            const bool isVictim = answer.header("x-capstan-provider") == "a";
            cut += isVictim ? 1 : 0;
            QCOMPARE(answer.isWhole(), !isVictim);
            QCOMPARE(answer.body().contains("[DONE]"), !isVictim);
        }
        QVERIFY(cut > 0);
        const LedgerRows rows = fleet.ledger();
        QCOMPARE(rows.settlements.size(), 9U); // none was sent twice
        QCOMPARE(
            std::ranges::count(rows.settlements, core::Ending::UpstreamError, &SettledRow::ending),
            cut);
    }

    void noticesARecoveryWithinTwoSeconds() // issue 5: 3
    {
        Fleet fleet({{{}, {}}, replicas(2)});
        QVERIFY(fleet.isRunning());
        QCOMPARE(fleet.get("/v1/models").status(), 200);
        qint64 soonest = std::numeric_limits<qint64>::max();
        for (int round = 0; round < Recoveries && soonest > PromisedMs; ++round) {
            soonest = std::min(soonest, millisecondsToNotice(fleet));
        }
        qInfo("noticed after %lld ms", soonest);
        QVERIFY(soonest <= PromisedMs);
        const LedgerRows rows = fleet.ledger();
        QVERIFY(eachAnsweredOnce(rows));
    }

    void losesNoCallWhileReplicasComeAndGo() // issue 5: 3
    {
        Fleet fleet({{{}, {}, {}}, replicas(3)});
        QVERIFY(fleet.isRunning());
        const int calls = isLongRun() ? 3'000 : 300;
        Crowd crowd(fleet.port(), calls);
        for (int turn = 0; turn < 5; ++turn) {
            const auto victim = static_cast<std::size_t>(turn % 3);
            crowd.waitFor(calls * (2 * turn + 1) / 11);
            fleet.kill(victim);
            crowd.waitFor(calls * (2 * turn + 2) / 11);
            QVERIFY(fleet.revive(victim));
        }
        crowd.join();
        QCOMPARE(crowd.answers.unanswered, 0);
        QCOMPARE(crowd.answers.failed, 0);
        QCOMPARE(crowd.answers.served, calls);
        const LedgerRows rows = fleet.ledger();
        QVERIFY(eachAnsweredOnce(rows));
        QCOMPARE(rows.openHolds, 0);
        core::Money answered;
        for (const SettledRow &row : rows.settlements) {
            if (row.ending == core::Ending::Complete) {
                answered += row.cost;
            }
        }
        QCOMPARE(answered, core::Money::fromNanos(calls * 50'000'000LL)); // 5 x $0.01 each
    }

    void answersEveryCallOnceAmongAllKindsOfTrouble_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<bool>("stream");
        for (const bool stream : {false, true}) {
            for (const char *trouble : {"500", "503", "429=1", "close-before-head", "hang"}) {
                QTest::addRow("%s, %s", trouble, stream ? "stream" : "whole")
                    << QString::fromLatin1(trouble) << stream;
            }
        }
        QTest::newRow("cut, whole") << u"cut"_s << false;
        QTest::newRow("cut before its first event, stream") << u"cut=0"_s << true;
    }
    void answersEveryCallOnceAmongAllKindsOfTrouble()
    {
        QFETCH(const QString, trouble);
        QFETCH(const bool, stream);
        Fleet fleet({{{u"--script"_s, trouble}, {}, {}}, replicas(3, 1'000)});
        QVERIFY(fleet.isRunning());
        Crowd crowd(fleet.port(), 60, stream ? Streamed : QByteArray());
        crowd.join();
        QCOMPARE(crowd.answers.served, 60);
        // One call, one generation that came to its end: no two upstreams answered the same call.
        QCOMPARE(completedAt(fleet, 3), 60);
        const LedgerRows rows = fleet.ledger();
        QVERIFY(eachAnsweredOnce(rows));
        QCOMPARE(complete(rows), 60);
        QCOMPARE(rows.openHolds, 0);
    }

    /// After the first byte there is no second try: the client is told, and pays for what came.
    void tellsOrAnswersEveryStreamWhileOneReplicaCutsThem()
    {
        Fleet fleet({{{u"--script"_s, u"cut=3"_s}, {}, {}}, replicas(3)});
        QVERIFY(fleet.isRunning());
        Crowd crowd(fleet.port(), 60, Streamed);
        crowd.join();
        QVERIFY(crowd.answers.unanswered > 0);
        QCOMPARE(crowd.answers.served + crowd.answers.unanswered, 60);
        const LedgerRows rows = fleet.ledger();
        QCOMPARE(rows.settlements.size(), 60U);
        QCOMPARE(rows.byId().size(), 60); // an attempt each
        QCOMPARE(complete(rows), crowd.answers.served.load());
        QCOMPARE(rows.openHolds, 0);
        for (const SettledRow &row : rows.settlements) {
            // 5 tokens, or the 2 that followed the role in three events; a cent each
            const qint64 came = row.ending == core::Ending::Complete ? 5 : 2;
            QCOMPARE(row.usage.output, came);
            QCOMPARE(row.cost, core::Money::fromNanos(came * 10'000'000));
        }
    }
};

QTEST_APPLESS_MAIN(TstChaos)
#include "tst_chaos.moc"
