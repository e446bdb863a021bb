// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "madekeys.h"

using namespace madekeys;

/// Who may list, change and revoke keys, and which web pages may use them.
class TestKeyDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(TestKeyDesk)
#include "tst_keydesk.moc"
