// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capstreams.h"

using namespace capstreams;

/// Point 2 of the foundation: a cap is also used, by streams, which are seen and cut as they run.
class TestCapCuts : public QObject
{
    Q_OBJECT

    /// The one budget that cut that call; an empty one when there is none, or several.
    static core::BudgetArithmetic theCutOf(const Site &site, const test::Answer &answer)
    {
        const auto id = core::RequestId::fromText(answer.header("x-capstan-request-id"));
        const auto activity = core::Activity::open(site.ledgerFile());
        const auto story = id && activity.ok() ? (*activity)->story(*id).value() : std::nullopt;
        const auto &settled = story ? story->attempts.at(0).settled : std::nullopt;
        return settled && settled->cutBy.size() == 1 ? settled->cutBy.front()
                                                     : core::BudgetArithmetic();
    }

private Q_SLOTS:
    // While a stream of 200 tokens runs, its hold of $2 turns into spend bit by bit.
    void showsTheSpendOfAStreamAsItGoes()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "10"));
        RunningStream stream(
            site, chatBody("[[sim:slow-tokens=400]] [[tokens=200]]", withMaximum(200) + Streamed));
        QVERIFY(stream.speaks());
        std::vector<Standing> seen;
        do {
            seen.push_back(*site.standing("tenant:acme"));
        } while (seen.back().reserved > Money());
        for (std::size_t i = 0; i < seen.size(); ++i) {
            QCOMPARE(seen[i].spent + seen[i].reserved, cents(200));
            QVERIFY(i == 0 || seen[i].spent >= seen[i - 1].spent);
        }
        const auto between = std::ranges::count_if(seen, [](const Standing &standing) {
            return standing.spent > Money() && standing.spent < cents(200);
        });
        QVERIFY(between >= 3);
        QVERIFY(stream.end().isWhole());
    }

    // An upstream that gives 500 tokens more than it was asked for: the stream is ended when it
    // passes the cap, and what it sent is charged in full.
    void cutsAnUpstreamThatPassesTheCap()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "1"));
        const QByteArray body =
            chatBody("[[sim:overshoot=2000,slow-tokens=500]]", withMaximum(50) + StreamedWithUsage);
        const auto answer = site.chat(body);
        expectLengthEnding(answer);
        const auto standing = site.standing("tenant:acme");
        QCOMPARE(standing->spent, toldCost(answer));
        QCOMPARE(standing->reserved, Money());
        QVERIFY(standing->spent > cents(100));
        QVERIFY(standing->spent < cents(2'050));
        QTRY_COMPARE(site.seenCounters()["aborted_requests"_L1].toInt(), 1);
        QCOMPARE(site.stop(), 0);
        QCOMPARE(readLedger(site.ledgerFile())->sum(), standing->spent);
        const core::BudgetArithmetic cutBy = theCutOf(site, answer);
        QCOMPARE(cutBy.scope, "tenant:acme");
        QCOMPARE(cutBy.limit, cents(100).nanos());
        QCOMPARE(cutBy.settled, standing->spent.nanos()); // there was no other call
        QCOMPARE(cutBy.held, 0);
        QCOMPARE(cutBy.excess(), (standing->spent - cents(100)).nanos());
    }

    // Four streams of up to $4 run under $16; at $1 none of them may go on.
    void cutsWhatRunsWhenTheCapIsLowered()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "16"));
        const QByteArray body = chatBody("[[sim:slow-tokens=100]] [[tokens=400]]",
                                         withMaximum(400) + StreamedWithUsage);
        std::vector<std::unique_ptr<RunningStream>> streams;
        for (int i = 0; i < 4; ++i) {
            streams.push_back(std::make_unique<RunningStream>(site, body));
        }
        for (const auto &stream : streams) {
            QVERIFY(stream->speaks());
        }
        QVERIFY(site.cap("tenant:acme", "1"));
        Money told;
        for (const auto &stream : streams) {
            const test::Answer &answer = stream->end();
            expectLengthEnding(answer);
            told += toldCost(answer);
        }
        QCOMPARE(site.standing("tenant:acme")->spent, told);
        QCOMPARE(site.standing("tenant:acme")->reserved, Money());
        QVERIFY(told < cents(1'600));
        QTRY_COMPARE(site.seenCounters()["aborted_requests"_L1].toInt(), 4);
        QCOMPARE(site.stop(), 0);
        for (const auto &stream : streams) {
            const core::BudgetArithmetic cutBy = theCutOf(site, stream->end());
            QCOMPARE(cutBy.scope, "tenant:acme");
            QCOMPARE(cutBy.limit, cents(100).nanos());
            QVERIFY(cutBy.settled + cutBy.held <= cents(1'600).nanos()); // as they were let in
            QVERIFY(cutBy.held > 0);
            QVERIFY(cutBy.excess() > 0);
        }
    }

    void endsStreamsOfAPausedTenantWithAnError()
    {
        Site site;
        QVERIFY(site.isRunning());
        const QByteArray body =
            chatBody("[[sim:slow-tokens=20]] [[tokens=400]]", withMaximum(400) + Streamed);
        RunningStream paused(site, body);
        RunningStream other(site, body, "other");
        QVERIFY(paused.speaks());
        QVERIFY(other.speaks());
        const QByteArray pause = "/api/admin/pause";
        const QByteArray wish = R"({"tenant":"acme","paused":true,"cut":true})";
        QCOMPARE(site.post(pause, wish).status(), 200);
        const QByteArrayList events = paused.end().events();
        QCOMPARE(events.last(), "[DONE]");
        QCOMPARE(lastJson(events, 2)["error"_L1]["code"_L1].toString(), u"stopped"_s);
        const auto refused = site.chat(body);
        QCOMPARE(refused.status(), 403);
        QCOMPARE(refused.errorCode(), "tenant_paused");
        QCOMPARE(site.get("/api/admin/in-flight").json()["count"_L1].toInt(), 1);
        other.hangUp();
        QCOMPARE(site.post(pause, R"({"tenant":"acme","paused":false})").status(), 200);
        QCOMPARE(site.chat(chatBody("Back. [[tokens=3]]")).status(), 200);
    }
};

QTEST_GUILESS_MAIN(TestCapCuts)
#include "tst_capcuts.moc"
