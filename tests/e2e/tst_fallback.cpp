// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet.h"

#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

/// A provider's silence that is found soon, and longer than any honest answer of the simulation.
const QByteArray Patience = "timeout_ms: 2000";

/// "cent" at a, which is in trouble, with "spare" at b to fall back to.
QByteArray twoProviders(const QByteArray &price = CentPrice)
{
    return "providers:\n"
           "  a: { type: openai, base_url: \"@0/v1\", " +
           Patience +
           " }\n"
           "  b: { type: openai, base_url: \"@1/v1\" }\n"
           "models:\n"
           "  cent: { provider: a, physical_name: cent, fallbacks: [spare], " +
           price +
           " }\n"
           "  spare: { provider: b, physical_name: cent, " +
           CentPrice + " }\n";
}

Fleet inTrouble(const QString &trouble, const QByteArray &configuration = twoProviders())
{
    return Fleet({{{u"--script"_s, trouble}, {}}, configuration});
}

const QByteArray TenTokens = chatBody("[[tokens=10]]", "\"max_tokens\":10,");
const QByteArray TenStreamed = chatBody("[[tokens=10]]", "\"max_tokens\":10," + StreamedWithUsage);
const core::Money TenCents = core::Money::fromNanos(100'000'000); // 10 x $0.01

} // namespace

class TstFallback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesFromTheNextTarget_data() // S2-30, S2-31, S2-33, S4-27
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<qint64>("firstCost"); // of the attempt that failed, in nano-dollars
        for (const bool stream : {false, true}) {
            const auto row = [stream](const char *name, const QString &trouble, qint64 cost) {
                QTest::addRow("%s, %s", name, stream ? "stream" : "whole")
                    << trouble << stream << cost;
            };
            // An error answer generated nothing. What was lost without a word may have been
            // generated: a whole answer is charged at its bound, a stream at its (free) prompt.
            const qint64 lost = stream ? 0 : TenCents.nanos();
            row("429", u"429"_s, 0);
            row("500", u"500"_s, 0);
            row("503", u"503"_s, 0);
            row("closes", u"close-before-head"_s, lost);
            row("hangs", u"hang"_s, lost);
        }
        QTest::addRow("cut before the first event") << u"cut=0"_s << true << 0LL;
        QTest::addRow("cut in its body") << u"cut"_s << false << TenCents.nanos();
    }
    void servesFromTheNextTarget()
    {
        QFETCH(const QString, trouble);
        QFETCH(const bool, stream);
        QFETCH(const qint64, firstCost);
        Fleet fleet = inTrouble(trouble);
        QVERIFY(fleet.isRunning());
        const test::Answer answer = fleet.chat(stream ? TenStreamed : TenTokens);
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.isWhole());
        QCOMPARE(answer.header("x-capstan-provider"), "b"_ba);
        QCOMPARE(answer.header("x-capstan-attempts"), "2"_ba);
        if (stream) {
            QCOMPARE(answer.events().last(), "[DONE]"_ba);
        }
        QCOMPARE(fleet.seenBy(1), 1);

        const LedgerRows rows = fleet.ledger();
        QCOMPARE(rows.settlements.size(), 2U);
        QCOMPARE(rows.settlements[0].id, rows.settlements[1].id);
        QCOMPARE(rows.settlements[0].provider, "a"_ba);
        QCOMPARE(rows.settlements[0].attempt, 1);
        QCOMPARE(rows.settlements[0].cost, core::Money::fromNanos(firstCost));
        QCOMPARE(rows.settlements[0].ending, core::Ending::UpstreamError);
        QCOMPARE(rows.settlements[1].provider, "b"_ba);
        QCOMPARE(rows.settlements[1].decision, core::Decision::Fallback);
        QCOMPARE(rows.settlements[1].attempt, 2);
        QCOMPARE(rows.settlements[1].cost, TenCents);
        QCOMPARE(rows.settlements[1].usage.output, 10);
        QCOMPARE(rows.settlements[1].ending, core::Ending::Complete);
        QCOMPARE(rows.openHolds, 0);
    }

    void countsFallbacksWhereDashboardsLook() // S2-43
    {
        Fleet fleet = inTrouble(u"503"_s, twoProviders() + "metrics: { legacy_names: true }\n");
        QVERIFY(fleet.isRunning());
        QCOMPARE(fleet.chat(TenTokens).status(), 200);
        QCOMPARE(fleet.chat(TenTokens).status(), 200);
        const QByteArray page = fleet.get("/metrics").body();
        QVERIFY2(page.contains(
                     "capstan_fallbacks_total{from=\"a\",to=\"b\",reason=\"server_error\"} 2\n"),
                 page.constData());
        QVERIFY2(page.contains("vapora_llm_fallback_triggers_total{from_provider=\"a\","
                               "to_provider=\"b\",reason=\"server_error\"} 2\n"),
                 page.constData());
        QVERIFY(page.contains("vapora_llm_routing_decisions_total{selected_provider=\"b\","
                              "task_type=\"none\",reason=\"fallback\"} 2\n"));
    }

    void chargesNothingForWhatWasNeverSent()
    {
        Fleet fleet = inTrouble({});
        QVERIFY(fleet.isRunning());
        QCOMPARE(fleet.chat(TenTokens).header("x-capstan-provider"), "a"_ba);
        fleet.kill(0);
        const test::Answer answer = fleet.chat(TenTokens);
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.header("x-capstan-provider"), "b"_ba);
        QCOMPARE(answer.header("x-capstan-cost-usd"), "0.1"_ba);
        const LedgerRows rows = fleet.ledger();
        QCOMPARE(rows.released.size(), 1U);
        QCOMPARE(rows.sum(), TenCents + TenCents); // one answer each
    }

    void doesNotTryAgainOnceTheClientHasAByte() // S2-30
    {
        Fleet fleet = inTrouble(u"cut=3"_s);
        QVERIFY(fleet.isRunning());
        const test::Answer answer = fleet.chat(TenStreamed);
        QCOMPARE(answer.status(), 200);
        QVERIFY(!answer.isWhole()); // and the client can tell
        QCOMPARE(fleet.seenBy(1), 0);
        const LedgerRows rows = fleet.ledger();
        QCOMPARE(rows.settlements.size(), 1U);
        QCOMPARE(rows.settlements[0].ending, core::Ending::UpstreamError);
    }

    void doesNotTryAgainWhatTheRequestIsToBlameFor()
    {
        Fleet fleet = inTrouble({});
        QVERIFY(fleet.isRunning());
        // More than the context: vLLM answers 400.
        const test::Answer answer = fleet.chat(chatBody("x", "\"max_tokens\":1000000,"));
        QCOMPARE(answer.status(), 400);
        QCOMPARE(fleet.seenBy(1), 0);
    }

    void triesTheSameProviderAgainWhereThatIsAllowed() // S3-30, S2-32
    {
        Fleet fleet({{{u"--script"_s, u"500"_s}},
                     "providers:\n"
                     "  a: { type: openai, base_url: \"@0/v1\", max_retries: 2 }\n"
                     "models:\n"
                     "  cent: { provider: a, physical_name: cent, " +
                         CentPrice + " }\n"});
        QVERIFY(fleet.isRunning());
        const test::Answer answer = fleet.chat(TenTokens);
        QCOMPARE(answer.status(), 502);
        QCOMPARE(answer.errorCode(), "upstream_error"_ba);
        const QJsonArray attempts = answer.error()["attempts"_L1].toArray();
        QCOMPARE(attempts.size(), 3); // two retries after the failure
        QCOMPARE(attempts[0]["provider"_L1].toString(), u"a"_s);
        QCOMPARE(attempts[0]["status"_L1].toInt(), 500);
        QCOMPARE(fleet.ledger().settlements.size(), 3U);
    }

    void forgetsACallWhoseClientLeavesWhileItWaits()
    {
        Fleet fleet({{{u"--script"_s, u"429=30"_s}},
                     "providers:\n"
                     "  a: { type: openai, base_url: \"@0/v1\", max_retries: 2 }\n"
                     "models:\n"
                     "  cent: { provider: a, physical_name: cent, " +
                         CentPrice + " }\n"});
        QVERIFY(fleet.isRunning());
        {
            test::HttpClient client(fleet.port());
            QVERIFY(client.begin(test::requestBytes(
                "POST", "/v1/chat/completions", TenTokens, "X-Tenant-Id: acme\r\n")));
            // Held and given back: then it waits, for Retry-After: 30.
            const auto bookedOne = [&fleet] {
                const auto rows = fleet.ledgerNow();
                return rows && rows->settlements.size() == 1;
            };
            QTRY_VERIFY(bookedOne());
        }
        const LedgerRows rows = fleet.ledger(); // stops at once: nobody waits any more
        QCOMPARE(rows.settlements.size(), 1U);
        QCOMPARE(rows.openHolds, 0);
    }

    void endsAtTheTotalDeadline() // S2-31
    {
        Fleet fleet = inTrouble(u"hang"_s, twoProviders() + "routing: { total_timeout_ms: 500 }\n");
        QVERIFY(fleet.isRunning());
        const test::Answer answer = fleet.chat(TenTokens);
        QCOMPARE(answer.status(), 504);
        QCOMPARE(answer.errorCode(), "upstream_timeout"_ba);
        QCOMPARE(fleet.seenBy(1), 0);
        QCOMPARE(fleet.ledger().settlements.size(), 1U);
    }

    void goesRoundFallbacksThatPointAtEachOtherOnce()
    {
        const QByteArray circle =
            "providers:\n"
            "  a: { type: openai, base_url: \"@0/v1\" }\n"
            "  b: { type: openai, base_url: \"@1/v1\" }\n"
            "models:\n"
            "  cent: { provider: a, physical_name: cent, fallbacks: [spare], " +
            CentPrice + " }\n  spare: { provider: b, physical_name: cent, fallbacks: [cent], " +
            CentPrice + " }\n";
        Fleet fleet({{{u"--script"_s, u"500"_s}, {u"--script"_s, u"500"_s}}, circle});
        QVERIFY(fleet.isRunning());
        const test::Answer answer = fleet.chat(TenTokens);
        QCOMPARE(answer.status(), 502);
        QCOMPARE(answer.error()["attempts"_L1].toArray().size(), 2);
    }

    void tellsOfEveryAttemptWhenAllFail() // S2-33, S3-31
    {
        Fleet fleet({{{}, {u"--script"_s, u"503"_s}}, twoProviders()});
        QVERIFY(fleet.isRunning());
        QCOMPARE(fleet.get("/v1/models").status(), 200); // a is known
        fleet.kill(0);
        const test::Answer answer = fleet.chat(TenTokens);
        QCOMPARE(answer.status(), 503);
        QCOMPARE(answer.errorCode(), "upstream_unavailable"_ba);
        const QJsonArray attempts = answer.error()["attempts"_L1].toArray();
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts[0]["error"_L1].toString(), u"unreachable"_s);
        QCOMPARE(attempts[1]["status"_L1].toInt(), 503);
        QCOMPARE(fleet.ledger().sum(), core::Money());
    }

    void admitsADearerFallbackAnew() // 10 tokens: $0.01 at a, $0.10 at b
    {
        const QByteArray cheap = "price: { input: 0, output: 1000 }";
        Fleet fleet = inTrouble(u"500"_s, twoProviders(cheap));
        QVERIFY(fleet.isRunning());
        test::HttpClient owner(fleet.port());
        QCOMPARE(owner.post("/api/budget", R"({"scope":"tenant:acme","limit":0.09})").status(),
                 201);
        const test::Answer refused = fleet.chat(TenTokens);
        QCOMPARE(refused.status(), 402);
        QCOMPARE(refused.error()["attempts"_L1][0]["status"_L1].toInt(), 500); // why b was asked
        QCOMPARE(fleet.seenBy(1), 0);
        const auto standing = readStanding(fleet.get("/api/budget?scope=tenant:acme"));
        QCOMPARE(standing->reserved, core::Money());
        QCOMPARE(standing->spent, core::Money());

        QCOMPARE(owner.post("/api/budget", R"({"scope":"tenant:acme","limit":0.1})").status(), 201);
        const test::Answer served = fleet.chat(TenTokens);
        QCOMPARE(served.status(), 200);
        QCOMPARE(served.header("x-capstan-cost-usd"), "0.1"_ba);
        QCOMPARE(fleet.ledger().sum(), TenCents);
    }

    void goesElsewhereWhenAProviderRefusesOurKey()
    {
        Fleet fleet({{{u"--api-key"_s, u"right"_s}, {}}, twoProviders()});
        QVERIFY(fleet.isRunning());
        const test::Answer answer = fleet.chat(TenTokens);
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.header("x-capstan-provider"), "b"_ba);
    }
};

QTEST_APPLESS_MAIN(TstFallback)
#include "tst_fallback.moc"
