// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "madekeys.h"

using namespace madekeys;

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The key says who pays; headers, metadata and scope cannot say otherwise.
    void attributesByTheKey() // S4-03, S4-12, S1-41
    {
        Site site;
        QVERIFY(site.isRunning());
        const MadeKey key = makeKey(site, json("{'tenant':'research','agent':'crawler'}"));
        QVERIFY(key.text.startsWith("sk-cap-"));
        const QByteArray metadata = json("'metadata':{'tenant_id':'victim','key_id':'k-0'},");
        const auto first = site.post("/v1/chat/completions",
                                     chatBody("Hi [[tokens=3]]", metadata),
                                     bearer(key.text) + payer("victim", "other"));
        QCOMPARE(first.status(), 200);
        const auto second = site.post(
            "/v1/chat/completions", chatBody("Hi [[tokens=3]]"), "x-api-key: " + key.text + "\r\n");
        QCOMPARE(second.status(), 200);
        // Seed S1's own headers are no way round it.
        const auto claimed = site.post("/v1/chat/completions",
                                       chatBody("Hi [[tokens=3]]"),
                                       bearer(key.text) + "x-budget-scope-type: org\r\n" +
                                           "x-budget-scope-key: victim\r\n");
        QCOMPARE(claimed.status(), 200);
        const auto scoped = site.post("/api/chat",
                                      json("{'scope':'tenant:victim','model':'cent','messages':[{'"
                                           "role':'user','content':'Hi [[tokens=3]]'}]}"),
                                      bearer(key.text));
        QCOMPARE(scoped.status(), 200);
        QCOMPARE(site.stop(), 0);
        QCOMPARE(chargedTo(site, core::Dimension::Tenant), QByteArrayList{"research"});
        QCOMPARE(chargedTo(site, core::Dimension::Agent), QByteArrayList{"crawler"});
        QCOMPARE(chargedTo(site, core::Dimension::Key), QByteArrayList{key.id});
        QCOMPARE(readLedger(site.ledgerFile())->settlements.size(), 4U);
    }

    // Nobody can charge a key's budget by only naming it.
    void believesNobodyWhoOnlyClaimsAKey()
    {
        Site site;
        QVERIFY(site.isRunning());
        const MadeKey key = makeKey(site, json("{'tenant':'research'}"));
        const QByteArray claim = json("'metadata':{'key_id':'" + key.id + "'},");
        QCOMPARE(site.chat(chatBody("Hi [[tokens=1]]", claim)).status(), 200);
        QCOMPARE(site.stop(), 0);
        QCOMPARE(chargedTo(site, core::Dimension::Key), QByteArrayList{""});
    }

    void refusesKeysThatAreNotGood_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("unknown") << "unknown"_ba
                                 << "invalid_api_key"_ba;
        QTest::newRow("expired") << "expired"_ba
                                 << "key_expired"_ba;
        QTest::newRow("revoked") << "revoked"_ba
                                 << "key_revoked"_ba;
    }
    void refusesKeysThatAreNotGood() // S3-38
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, code);
        Site site;
        QVERIFY(site.isRunning());
        const QByteArray expiry =
            what == "expired" ? json("'expires_at':'2020-01-01T00:00:00Z',") : QByteArray();
        MadeKey key = makeKey(site, '{' + expiry + json("'tenant':'t'}"));
        if (what == "revoked") {
            QCOMPARE(send(site, "DELETE", "/api/admin/keys?id=" + key.id).status(), 200);
        } else if (what == "unknown") {
            key.text.chop(1);
        }
        const auto answer = site.post("/v1/chat/completions", chatBody("Hi"), bearer(key.text));
        QCOMPARE(answer.status(), 401);
        QCOMPARE(answer.errorCode(), code);
        QCOMPARE(answer.error()["type"_L1].toString(), u"invalid_request_error"_s);
        QVERIFY(!answer.error()["message"_L1].toString().isEmpty());
        QVERIFY(!answer.body().contains(key.text.sliced(7)));
        QCOMPARE(answer.header("www-authenticate"), "Bearer"_ba);
        QCOMPARE(site.seenRequests().size(), 0);
    }

    void letsAKeyUseItsModelsOnly()
    {
        Site site;
        QVERIFY(site.isRunning());
        const MadeKey key = makeKey(site, json("{'tenant':'t','models':['cent','gpt-*']}"));
        QCOMPARE(site.post("/v1/chat/completions", chatBody("Hi [[tokens=1]]"), bearer(key.text))
                     .status(),
                 200);
        const auto refused =
            site.post("/v1/chat/completions", chatBody("Hi", {}, CentAndMill), bearer(key.text));
        QCOMPARE(refused.status(), 403);
        QCOMPARE(refused.errorCode(), "model_not_allowed"_ba);
        QVERIFY(refused.error()["message"_L1].toString().contains(u"cent, gpt-*"_s));
        const auto models = send(site, "GET", "/v1/models", {}, bearer(key.text));
        const QJsonArray list = models.json()["data"_L1].toArray();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.at(0)["id"_L1].toString(), u"cent"_s);
        QCOMPARE(site.get("/v1/models").json()["data"_L1].toArray().size(), 3);
    }

    // Listening beyond loopback: every road that reaches the upstream or tells of it asks for a
    // key.
    void asksEveryCallerForAKeyBeyondLoopback()
    {
        Site site(beyondLoopback());
        QVERIFY(site.isRunning());
        QVERIFY2(site.capstan().errorText().contains("every call needs a virtual key"),
                 site.capstan().errorText().constData());
        for (const char *path : {"/v1/chat/completions",
                                 "/v1/completions",
                                 "/v1/embeddings",
                                 "/api/chat",
                                 "/tokenize",
                                 "/detokenize"}) {
            const auto answer = site.post(path, chatBody("Hi"), payer("acme"));
            QVERIFY2(answer.status() == 401, path);
            QCOMPARE(answer.errorCode(), "key_required"_ba);
        }
        for (const char *path : {"/v1/models", "/version", "/load"}) {
            QVERIFY2(site.get(path).status() == 401, path);
        }
        QCOMPARE(site.get("/healthz").status(), 200);
        // The admin token administers; it is no caller's key.
        const QByteArray admin = bearer(AdminToken);
        QCOMPARE(site.post("/v1/chat/completions", chatBody("Hi"), admin).status(), 401);
        QCOMPARE(site.post("/api/admin/keys", json("{'tenant':'t'}")).status(), 401);
        const MadeKey key = makeKey(site, json("{'tenant':'t'}"), admin);
        QCOMPARE(site.post("/v1/chat/completions", chatBody("Hi [[tokens=1]]"), bearer(key.text))
                     .status(),
                 200);
        QCOMPARE(site.post("/api/admin/keys", json("{'tenant':'t'}"), bearer(key.text)).status(),
                 401);
        QCOMPARE(site.get("/api/budget?scope=t").status(), 401);
        QCOMPARE(send(site, "GET", "/api/budget?scope=u", {}, bearer(key.text)).errorCode(),
                 "scope_not_allowed"_ba);
        QCOMPARE(send(site, "GET", "/api/budget?scope=t", {}, bearer(key.text)).status(),
                 404); // none set
        QCOMPARE(send(site, "GET", "/api/budget?scope=u", {}, admin).status(), 404);
    }

    // On loopback without keys the text that clients send to servers without keys means nothing.
    void ignoresForeignKeysWhereNoneIsRequired()
    {
        Site site;
        QVERIFY(site.isRunning());
        const QByteArray body = chatBody("Hi [[tokens=1]]");
        QCOMPARE(site.post("/v1/chat/completions", body, bearer("EMPTY")).status(), 200);
        QCOMPARE(site.post("/v1/chat/completions", body, bearer("sk-proj-123")).status(), 200);
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
