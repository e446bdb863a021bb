// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scopedchats.h"

using namespace scopedchats;

/// Seed S1's five endpoints and its environment, exactly (requirements S1-01 to S1-15), and that
/// what they say outlives the process.
class TestSeedApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S1-01, S1-03, S1-04, S1-12: a stream for a scope, counted although nobody asked for usage.
    void chatsForAScope()
    {
        Site site;
        QVERIFY(site.isRunning());
        const auto answer = site.post("/api/chat", scopedChat("tenant-1", 12));
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.header("content-type").startsWith("text/event-stream"));
        QCOMPARE(answer.events().last(), "[DONE]");
        QVERIFY(!answer.body().contains("usage"));
        QVERIFY(site.cap("tenant-1", "5")); // knows what was spent before it was set
        QCOMPARE(site.standing("tenant:tenant-1")->spent, cents(12));
        QCOMPARE(site.post("/api/chat", scopedChat("agent:scribe", 3)).status(), 200);
        QVERIFY(site.cap("agent:scribe", "5"));
        QCOMPARE(site.standing("agent:scribe")->spent, cents(3));
        QCOMPARE(site.standing("tenant-1")->spent, cents(12)); // a bare name is a tenant
    }

    // S1-02: without a model VLLM_MODEL serves; without that, the upstream's first.
    void usesTheDefaultModel()
    {
        const QByteArray body =
            R"({"scope":"tenant-1","messages":[{"role":"user","content":"Hi [[tokens=2]]"}]})";
        for (const QByteArray &model : {CentAndMill, QByteArray()}) {
            SiteWish wish;
            if (!model.isEmpty()) {
                wish.environment.insert(u"VLLM_MODEL"_s, QString::fromLatin1(model));
            }
            Site site(wish);
            QVERIFY(site.isRunning());
            const auto answer = site.post("/api/chat", body);
            QCOMPARE(answer.status(), 200);
            const QByteArray expected = model.isEmpty() ? Cent : model;
            QCOMPARE(answer.header("x-capstan-model"), expected);
        }
    }

    // S1-05, S1-06: the seed's six fields and `reserved`; set twice is an update that keeps spend.
    void setsAndGetsABudget()
    {
        Site site;
        QVERIFY(site.isRunning());
        QCOMPARE(site.get("/api/budget?scope=tenant-1").status(), 404);
        const auto made = site.post("/api/budget", R"({"scope":"tenant-1","limit":1.00})");
        QCOMPARE(made.status(), 201);
        QCOMPARE(site.post("/api/chat", scopedChat("tenant-1", 30)).status(), 200);
        const auto state = site.get("/api/budget?scope=tenant-1");
        QCOMPARE(state.body(),
                 R"({"scope":"tenant-1","limit":1,"spent":0.3,"remaining":0.7,)"
                 R"("softCapReached":false,"hardCapReached":false,"reserved":0})");
        QVERIFY(site.cap("tenant-1", "0.3"));
        QCOMPARE(site.get("/api/budget?scope=tenant-1").body(),
                 R"({"scope":"tenant-1","limit":0.3,"spent":0.3,"remaining":0,)"
                 R"("softCapReached":true,"hardCapReached":true,"reserved":0})");
        QCOMPARE(site.get("/api/admin/budgets").json()["budgets"_L1].toArray().size(), 1);
    }

    // S1-07: 204, also twice; the history stays and the default counts again.
    void deletesABudget()
    {
        Site site(defaults("50"));
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant-1", "1"));
        QCOMPARE(site.post("/api/chat", scopedChat("tenant-1", 30)).status(), 200);
        for (int i = 0; i < 2; ++i) {
            const auto gone = test::HttpClient(site.port()).remove("/api/budget?scope=tenant-1");
            QCOMPARE(gone.status(), 204);
            QVERIFY(gone.body().isEmpty());
        }
        const auto standing = site.standing("tenant-1");
        QCOMPARE(standing->limit, Money::fromDollars(50));
        QCOMPARE(standing->spent, cents(30));
    }

    // S1-08
    void isHealthy()
    {
        Site site;
        QVERIFY(site.isRunning());
        const auto health = site.get("/api/health");
        QCOMPARE(health.status(), 200);
        QCOMPARE(health.body(), R"({"status":"ok"})");
        QTRY_COMPARE(site.get("/readyz").status(), 200);
        QCOMPARE(site.get("/readyz").json()["reasons"_L1]["ledger"_L1].toString(), u"ok"_s);
        site.simulation().kill();
        QCOMPARE(site.get("/api/health").status(), 200);
        QCOMPARE(site.post("/api/chat", scopedChat("tenant-1", 1)).status(), 503);
        QTRY_COMPARE_WITH_TIMEOUT(site.get("/readyz").status(), 503, 30'000);
        const QJsonObject why = site.get("/readyz").json();
        QCOMPARE(why["status"_L1].toString(), u"not ready"_s);
        QVERIFY(why["reasons"_L1]["upstream"_L1].toString().startsWith("down: "_L1));
        QCOMPARE(why["reasons"_L1]["ledger"_L1].toString(), u"ok"_s);
    }

    // S1-09: each scope has the default limit for itself, and a call beyond it is refused.
    void limitsEachScopeByDefault()
    {
        Site site(defaults("0.50"));
        QVERIFY(site.isRunning());
        const QByteArray fifty = R"("max_tokens":50,)";
        for (const QByteArray &scope : {QByteArray("tenant-1"), QByteArray("tenant-2")}) {
            QCOMPARE(site.post("/api/chat", scopedChat(scope, 50, fifty)).status(), 200);
            const auto refused = site.post("/api/chat", scopedChat(scope, 50, fifty));
            QCOMPARE(refused.status(), 402);
            QCOMPARE(refused.errorCode(), "budget_exceeded");
            QCOMPARE(refused.error()["scope"_L1].toString().toUtf8(), "tenant:" + scope);
            QCOMPARE(site.standing(scope)->spent, cents(50));
        }
    }

    // S1-16: a cap of a session and one of an org count the same call, hold for it or neither does.
    // $0.50 and $0.30; a third call of $0.20 finds 30 - 20 = 10 cents left of the org's, and when
    // that is $1, 50 - 40 = 10 cents of the session's.
    void judgesTheCapsOfASessionAndAnOrgTogether()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("session:s1", "0.5"));
        QVERIFY(site.cap("org:acme", "0.3"));
        const QByteArray chat = scopedChat("session:s1", 20, R"("max_tokens":20,)");
        const auto call = [&site, &chat] {
            return site.post("/api/chat", chat, payer("acme"));
        };
        const auto spent = [&site](const QByteArray &scope) {
            const auto standing = site.standing(scope);
            return standing->reserved == Money() ? standing->spent : Money::fromDollars(-1);
        };
        QCOMPARE(call().status(), 200);
        QCOMPARE(spent("session:s1"), cents(20));
        QCOMPARE(spent("org:acme"), cents(20));
        const auto byOrg = call();
        QCOMPARE(byOrg.status(), 402);
        QCOMPARE(byOrg.error()["scope"_L1].toString(), u"tenant:acme"_s);
        QCOMPARE(spent("session:s1"), cents(20));
        QVERIFY(site.cap("org:acme", "1"));
        QCOMPARE(call().status(), 200);
        const auto bySession = call();
        QCOMPARE(bySession.status(), 402);
        QCOMPARE(bySession.error()["scope"_L1].toString(), u"tag:session_id:s1"_s);
        QCOMPARE(spent("session:s1"), cents(40));
        QCOMPARE(spent("tenant:acme"), cents(40)); // an org is a tenant
        QCOMPARE(site.get("/api/budget?scope=session:s1").json()["scope"_L1].toString(),
                 u"session:s1"_s); // as it was asked for
    }

    // S1-16: each session for itself, and the middleware's headers name the same task (S1-41).
    void capsEachSessionAndATask()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("session:*", "0.2"));
        QVERIFY(site.cap("task:t-7", "0.2"));
        const QByteArray twenty = R"("max_tokens":20,)";
        for (const QByteArray &scope :
             {QByteArray("session:a"), QByteArray("session:b"), QByteArray("task:t-7")}) {
            QCOMPARE(site.post("/api/chat", scopedChat(scope, 20, twenty)).status(), 200);
            QCOMPARE(site.post("/api/chat", scopedChat(scope, 20, twenty)).status(), 402);
        }
        const auto refused = site.post("/v1/chat/completions",
                                       chatBody("Hi [[tokens=20]]", twenty),
                                       "x-budget-scope-type: task\r\nx-budget-scope-key: t-7\r\n");
        QCOMPARE(refused.status(), 402);
        QCOMPARE(refused.error()["scope"_L1].toString(), u"tag:task_id:t-7"_s);
    }

    // S1-09, S1-16: the default limit is each session's and each task's, too, whoever pays.
    void limitsEachSessionByDefault()
    {
        Site site(defaults("0.2"));
        QVERIFY(site.isRunning());
        const QByteArray twenty = R"("max_tokens":20,)";
        for (const QByteArray &scope : {QByteArray("session:a"), QByteArray("task:a")}) {
            const QByteArray chat = scopedChat(scope, 20, twenty);
            const QByteArray type = scope.first(scope.indexOf(':'));
            QCOMPARE(site.post("/api/chat", chat, payer(type + "-one")).status(), 200);
            const auto refused = site.post("/api/chat", chat, payer(type + "-two"));
            QCOMPARE(refused.status(), 402);
            QCOMPARE(refused.error()["scope"_L1].toString().toUtf8(), "tag:" + type + "_id:a");
            QCOMPARE(site.standing(scope)->limit, cents(20));
            QCOMPARE(site.standing(scope)->spent, cents(20));
        }
    }

    // S1-10, S1-11: warned from 40 % on, refused at 60 %: $0.60 of $1.
    void warnsAndRefusesAtTheFractions()
    {
        Site site(defaults("1", "0.4", "0.6"));
        QVERIFY(site.isRunning());
        const QByteArray twenty = R"("max_tokens":20,)";
        const auto first = site.post("/api/chat", scopedChat("tenant-1", 20, twenty));
        QVERIFY(first.header("x-capstan-budget-warning").isEmpty()); // 20 of 100
        const auto second = site.post("/api/chat", scopedChat("tenant-1", 20, twenty));
        QVERIFY(second.header("x-capstan-budget-warning").startsWith("tenant:tenant-1"));
        const auto soft = site.get("/api/budget?scope=tenant-1").json();
        QVERIFY(soft["softCapReached"_L1].toBool());
        QVERIFY(!soft["hardCapReached"_L1].toBool());
        QCOMPARE(site.post("/api/chat", scopedChat("tenant-1", 20, twenty)).status(), 200);
        const auto refused = site.post("/api/chat", scopedChat("tenant-1", 20, twenty));
        QCOMPARE(refused.status(), 402);
        QVERIFY(site.get("/api/budget?scope=tenant-1").json()["hardCapReached"_L1].toBool());
        QCOMPARE(site.standing("tenant-1")->spent, cents(60));
    }
};

QTEST_GUILESS_MAIN(TestSeedApi)
#include "tst_seedapi.moc"
