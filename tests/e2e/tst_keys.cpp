// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"

#include "core/ledger/ledger.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

const QByteArray AdminToken = "an-admin-token-of-the-test";

QByteArray bearer(const QByteArray &key)
{
    return "authorization: Bearer " + key + "\r\n";
}

/// moc 6.4 stumbles over raw strings that hold quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// What POST /api/admin/keys answers.
struct MadeKey
{
    QByteArray id;
    QByteArray text;
};

MadeKey makeKey(Site &site, const QByteArray &body, const QByteArray &headers = {})
{
    const auto answer = site.post("/api/admin/keys", body, headers).json();
    return {answer["id"_L1].toString().toLatin1(), answer["key"_L1].toString().toLatin1()};
}

SiteWish beyondLoopback()
{
    SiteWish wish;
    wish.configuration = "server: { listen: 0.0.0.0 }\n";
    wish.environment.insert(u"CAPSTAN_ADMIN_TOKEN"_s, QString::fromLatin1(AdminToken));
    return wish;
}

SiteWish keysRequired()
{
    SiteWish wish;
    wish.configuration = "server: { require_keys: true }\n";
    return wish;
}

test::Answer send(Site &site,
                  const QByteArray &method,
                  const QByteArray &path,
                  const QByteArray &body = {},
                  const QByteArray &headers = {})
{
    return test::HttpClient(site.port()).send(test::requestBytes(method, path, body, headers));
}

/// The values of a dimension that have paid something, from the ledger of a site that stopped.
QByteArrayList chargedTo(const Site &site, core::Dimension dimension)
{
    QByteArrayList names;
    const auto ledger = core::Ledger::open(site.ledgerFile(), core::Durability::Process);
    if (ledger.ok()) {
        const auto sums = (*ledger)->sumBy(dimension, core::Time{}, core::Time::max());
        for (const auto &[name, sum] : sums.value()) {
            names << name;
        }
    }
    return names;
}

} // namespace

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

    void listsKeysWithoutTheirSecrets()
    {
        Site site(keysRequired());
        QVERIFY(site.isRunning());
        const MadeKey key =
            makeKey(site, json("{'tenant':'t','name':'notebook','limits':{'parallel':2}}"));
        QCOMPARE(site.post("/v1/chat/completions", chatBody("Hi [[tokens=1]]"), bearer(key.text))
                     .status(),
                 200);
        const auto answer = site.get("/api/admin/keys");
        const QJsonObject facts = answer.json()["keys"_L1].toArray().at(0).toObject();
        QVERIFY(!answer.body().contains(key.text.sliced(7, 38)));
        QCOMPARE(facts["id"_L1].toString().toLatin1(), key.id);
        QCOMPARE(facts["state"_L1].toString(), u"active"_s);
        QCOMPARE(facts["hint"_L1].toString().toLatin1(), key.text.right(4));
        QCOMPARE(facts["limits"_L1].toObject(), (QJsonObject{{u"parallel"_s, 2}}));
        QVERIFY(facts["last_used_at"_L1].isString());
        QCOMPARE(site.stop(), 0);
        QFile ledger(site.ledgerFile());
        QVERIFY(ledger.open(QIODevice::ReadOnly));
        QVERIFY(!ledger.readAll().contains(key.text.sliced(7)));
    }

    // And over a restart: renamed, limited, expired and revoked keys stay what they are.
    void changesAndRevokesForGood()
    {
        Site site(keysRequired());
        QVERIFY(site.isRunning());
        const MadeKey kept = makeKey(site, json("{'tenant':'t','name':'old'}"));
        const MadeKey gone = makeKey(site, json("{'tenant':'t'}"));
        const QByteArray path = "/api/admin/keys?id=" + kept.id;
        QCOMPARE(
            send(site, "PATCH", path, json("{'name':'new','limits':{'requests_per_minute':1}}"))
                .status(),
            200);
        QCOMPARE(send(site, "PATCH", path, json("{'tenant':'u'}")).status(), 409);
        QCOMPARE(send(site, "PATCH", path, json("{'nmae':'x'}")).status(), 400);
        QCOMPARE(send(site, "PATCH", "/api/admin/keys?id=k-1", json("{'name':'x'}")).status(), 404);
        QCOMPARE(send(site, "DELETE", "/api/admin/keys?id=" + gone.id).status(), 200);
        QCOMPARE(send(site, "DELETE", "/api/admin/keys?id=k-1").status(), 404);
        QCOMPARE(site.stop(), 0);
        QVERIFY(site.start());
        const QJsonArray keys = site.get("/api/admin/keys").json()["keys"_L1].toArray();
        QCOMPARE(keys.size(), 2);
        QCOMPARE(keys.at(0)["name"_L1].toString(), u"new"_s);
        QCOMPARE(keys.at(1)["state"_L1].toString(), u"revoked"_s);
        const QByteArray body = chatBody("Hi [[tokens=1]]");
        QCOMPARE(site.post("/v1/chat/completions", body, bearer(kept.text)).status(), 200);
        const auto limited = site.post("/v1/chat/completions", body, bearer(kept.text));
        QCOMPARE(limited.status(), 429);
        QCOMPARE(limited.error()["scope"_L1].toString().toLatin1(), "key:" + kept.id);
        QCOMPARE(site.post("/v1/chat/completions", body, bearer(gone.text)).status(), 401);
        QCOMPARE(
            send(site, "PATCH", "/api/admin/keys?id=" + gone.id, json("{'name':'x'}")).status(),
            409);
        QCOMPARE(send(site, "PATCH", path, json("{'expires_at':'2020-01-01T00:00:00Z'}")).status(),
                 200);
        QCOMPARE(site.post("/v1/chat/completions", body, bearer(kept.text)).status(), 401);
    }

    // A page of an allowed origin may call and read; another may not, and none may administer.
    void letsOnlyAllowedPagesCall()
    {
        SiteWish wish;
        wish.configuration = "server: { cors_origins: [ https://chat.example ] }\n";
        Site site(wish);
        QVERIFY(site.isRunning());
        const QByteArray good = "origin: https://chat.example\r\n";
        const QByteArray bad = "origin: https://evil.example\r\n";
        const QByteArray asks = "access-control-request-method: POST\r\n";
        const QByteArray path = "/v1/chat/completions";
        const auto preflight = send(site, "OPTIONS", path, {}, good + asks);
        QCOMPARE(preflight.status(), 204);
        QCOMPARE(preflight.header("access-control-allow-origin"), "https://chat.example"_ba);
        QVERIFY(preflight.header("access-control-allow-headers").startsWith("authorization"));
        const QByteArray body = chatBody("Hi [[tokens=1]]", Streamed);
        const auto answer = site.post(path, body, good);
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.events().size() > 1);
        QCOMPARE(answer.header("access-control-allow-origin"), "https://chat.example"_ba);
        QCOMPARE(answer.header("vary"), "origin"_ba);
        QCOMPARE(send(site, "OPTIONS", path, {}, bad + asks).status(), 405);
        QCOMPARE(site.post(path, body, bad).header("access-control-allow-origin"), QByteArray());
        QCOMPARE(site.post(path, body, bad).status(), 403);
        QCOMPARE(site.post(path, body, bad).errorCode(), "origin_not_allowed");
        const auto admin = send(site, "OPTIONS", "/api/admin/keys", {}, good + asks);
        QCOMPARE(admin.status(), 405);
        QCOMPARE(admin.header("access-control-allow-origin"), QByteArray());
        const auto keys = send(site, "GET", "/api/admin/keys", {}, good);
        QCOMPARE(keys.header("access-control-allow-origin"), QByteArray());
    }

    // A form or plain text goes anywhere from any page, and a name may be made to point here.
    void servesNoForeignPageWithoutCors()
    {
        Site site;
        QVERIFY(site.isRunning());
        const QByteArray path = "/v1/chat/completions";
        const QByteArray body = chatBody("Hi [[tokens=1]]");
        const QByteArray own = "origin: http://capstan"; // as the test calls it
        QCOMPARE(site.post(path, body, "origin: https://evil.example\r\n").status(), 403);
        QCOMPARE(site.post(path, body, "origin: null\r\n").status(), 403);
        QCOMPARE(site.post(path, body, own + "\r\n").status(), 200);
        const auto admin = [&site](const QByteArray &host) {
            return test::HttpClient(site.port())
                .send("GET /api/admin/keys HTTP/1.1\r\nHost: " + host +
                      "\r\nConnection: close\r\n\r\n");
        };
        QCOMPARE(admin("evil.example").status(), 403);
        QCOMPARE(admin("evil.example:7007").errorCode(), "admin_host_not_local");
        QCOMPARE(admin("127.0.0.1.evil.example").status(), 403);
        for (const char *host : {"127.0.0.1:7007", "localhost", "LOCALHOST:1", "[::1]:7007"}) {
            QCOMPARE(admin(host).status(), 200);
        }
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
