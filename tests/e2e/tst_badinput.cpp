// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badinput.h"
#include "ledgerrows.h"
#include "site.h"

#include "proxy/api/routes.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Json = "content-type: application/json\r\n";
const QByteArray Chat = "/v1/chat/completions";
const QByteArray ChatBody = chatBody("Hi");
const QByteArray Admin = "/api/admin/budgets";
const QByteArray InternalSecret = "x-internal-secret: an-internal-secret\r\n";

void addRoute(const proxy::Route &route, const QByteArray &query)
{
    const QByteArray method = route.method.toByteArray();
    const QByteArray path = route.path.toByteArray().replace('*', "cost-by-model");
    QTest::addRow("%s %s", method.constData(), path.constData()) << method << path + query;
}

} // namespace

/// Point 9 of the foundation: bad input is refused with what and where, and changes nothing.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SiteWish wish;
        wish.environment.insert(u"LLM_PROXY_SECRET"_s, u"an-internal-secret"_s);
        m_site = std::make_unique<Site>(wish);
        QVERIFY(m_site->isRunning());
        QVERIFY(m_site->cap("tenant:acme", "10"));
        QCOMPARE(m_site->chat(chatBody("Hi [[tokens=7]]")).status(), 200);
    }

    void init() { m_before = state(); }

    void refusesRequests_data() { addBadRequests(); }

    void refusesRequests()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QFETCH(const QByteArray, named);
        expectRefusal(test::HttpClient(m_site->port())
                          .send(test::requestBytes(method, path, body, body.isNull() ? "" : Json)),
                      status,
                      named);
    }

    // Every route that there is, so that a new one cannot be forgotten: a list is no wish, and an
    // unknown parameter might be the one that mattered.
    void refusesAListForABody_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        for (const proxy::Route &route : proxy::routes()) {
            if (route.method == "POST" || route.method == "PATCH") {
                addRoute(route, {});
            }
        }
    }

    void refusesAListForABody()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        const QByteArray headers = Json + InternalSecret;
        const auto answer =
            test::HttpClient(m_site->port()).send(test::requestBytes(method, path, "[]", headers));
        QVERIFY2(answer.status() == 400 || answer.status() == 422, answer.head() + answer.body());
        QVERIFY2(!answer.body().contains("no error occurred"), answer.body());
        QCOMPARE(state(), m_before);
    }

    void refusesUnknownParameters_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        // Probes and scrapers add what they like, and change nothing.
        const QByteArrayList open{
            "/readyz", "/metrics", "/v1/models", "/api/health", "/healthz", "/health"};
        for (const proxy::Route &route : proxy::routes()) {
            const bool reads = route.method == "GET" || route.method == "DELETE";
            if (reads && route.kind == proxy::RouteKind::Own &&
                !open.contains(route.path.toByteArray())) {
                addRoute(route, "?nonsense=1");
            }
        }
    }

    void refusesUnknownParameters()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        expectRefusal(test::HttpClient(m_site->port())
                          .send(test::requestBytes(method, path, {}, InternalSecret)),
                      400,
                      "nonsense");
    }

    void refusesBodiesThatAreNotCalledJson_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("chat") << Chat << ChatBody;
        QTest::newRow("completions")
            << QByteArray("/v1/completions") << QByteArray(R"({"model":"cent","prompt":"a"})");
        QTest::newRow("embeddings")
            << QByteArray("/v1/embeddings") << QByteArray(R"({"model":"cent","input":"a"})");
        QTest::newRow("scoped chat")
            << QByteArray("/api/chat")
            << QByteArray(R"({"messages":[{"role":"user","content":"a"}],"scope":"acme"})");
        // A form on any web page could send these to a proxy on this machine.
        QTest::newRow("scope's budget")
            << QByteArray("/api/budget") << QByteArray(R"({"scope":"acme","limit":99})");
        QTest::newRow("budget") << Admin
                                << QByteArray(R"({"selector":"tenant:acme","limit_nano_usd":5})");
        QTest::newRow("pause") << QByteArray("/api/admin/pause")
                               << QByteArray(R"({"paused":true})");
    }

    void refusesBodiesThatAreNotCalledJson()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, body);
        for (const char *const type :
             {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
            const QByteArray header = "content-type: " + QByteArray(type) + "\r\n";
            expectRefusal(m_site->post(path, body, header), 400, "Content-Type");
        }
    }

    void refusesNamesInHeaders_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("longer than 256 bytes") << QByteArray(257, 'a');
    }

    void refusesNamesInHeaders()
    {
        QFETCH(const QByteArray, value);
        for (const char *const name :
             {"tenant", "agent", "user", "feature", "experiment", "team"}) {
            const QByteArray header = Json + "x-" + QByteArray(name) + "-id: " + value + "\r\n";
            expectRefusal(m_site->post(Chat, ChatBody, header), 400, name);
        }
    }

    void refusesAdministrationWithoutItsToken()
    {
        SiteWish wish;
        wish.environment.insert(u"CAPSTAN_ADMIN_TOKEN"_s, u"open-sesame"_s);
        Site site(wish);
        QVERIFY(site.isRunning());
        const QByteArray body = R"({"scope":"acme","limit":5})";
        for (const QByteArray &header : {QByteArray(),
                                         QByteArray("authorization: Bearer wrong\r\n"),
                                         QByteArray("authorization: open-sesame\r\n")}) {
            const auto answer = site.post("/api/budget", body, header);
            QCOMPARE(answer.status(), 401);
            QVERIFY(answer.error()["message"_L1].toString().contains("Authorization"_L1));
            QVERIFY(!answer.body().contains("open-sesame"));
        }
        QCOMPARE(site.get("/api/budget?scope=acme").status(), 404);
        const QByteArray good = "authorization: Bearer open-sesame\r\n";
        QCOMPARE(site.post("/api/budget", body, good).status(), 201);
    }

    void refusesToStart_data() { addBadStarts(); }

    void refusesToStart()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, variable);
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, named);
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"data"_s);
        QProcessEnvironment environment = test::plainEnvironment();
        QStringList all{u"--headless"_s};
        if (!arguments.contains(u"--data-dir"_s)) {
            all << u"--data-dir"_s << data;
        }
        if (!variable.isEmpty()) {
            const qsizetype equals = variable.indexOf('=');
            environment.insert(QString::fromLatin1(variable.first(equals)),
                               QString::fromUtf8(variable.mid(equals + 1)));
            if (variable.startsWith("DATABASE_URL")) {
                all = {u"--headless"_s}; // --data-dir goes before it
                environment.insert(u"XDG_DATA_HOME"_s, data);
            }
        }
        if (!file.isEmpty()) {
            QFile yaml(folder.filePath(u"capstan.yaml"_s));
            QVERIFY(yaml.open(QIODevice::WriteOnly));
            yaml.write(file);
            all << u"--config"_s << yaml.fileName();
        }
        test::Program capstan(u"capstan"_s, all + arguments, environment);
        QVERIFY(!capstan.isListening());
        QCOMPARE(capstan.waitForEnd() > 0, true);
        const QByteArray text = capstan.errorText();
        QVERIFY2(text.startsWith("capstan: ") && text.endsWith('\n'), text.constData());
        QVERIFY2(text.contains(named), text.constData());
        QVERIFY2(file.isEmpty() || text.contains("capstan.yaml:"), text.constData());
        QVERIFY2(!text.contains("hunter2"), text.constData());
        QVERIFY(!QDir(data).exists());
    }

    void cleanupTestCase()
    {
        QVERIFY(m_site->capstan().isRunning());
        QCOMPARE(m_site->chat(chatBody("Still there? [[tokens=3]]")).status(), 200);
        QCOMPARE(m_site->stop(), 0);
        QVERIFY(verify(m_site->ledgerFile()).empty());
        QCOMPARE(readLedger(m_site->ledgerFile())->settlements.size(), std::size_t(2));
    }

private:
    std::unique_ptr<Site> m_site;
    QByteArray m_before;

    /// All that a request could have changed: budgets, spend, pauses, and what the upstream saw.
    QByteArray state()
    {
        QByteArray text = m_site->get(Admin).body();
        for (const char *const scope : {"tenant:acme", "tenant:default"}) {
            text += m_site->get("/api/budget?scope=" + QByteArray(scope)).body();
        }
        const QJsonObject seen = m_site->seenCounters();
        text += QByteArray::number(seen["generated_tokens"_L1].toInteger());
        text += m_site->get("/api/admin/in-flight").body();
        return text;
    }

    void expectRefusal(const test::Answer &answer, int status, const QByteArray &named)
    {
        QVERIFY2(answer.status() == status, answer.head() + answer.body());
        QVERIFY(answer.isWhole());
        const QJsonObject error = answer.error();
        QVERIFY2(!error["code"_L1].toVariant().toString().isEmpty(), answer.body());
        const QByteArray said =
            (error["message"_L1].toString() + u' ' + error["param"_L1].toString()).toUtf8();
        QVERIFY2(said.toLower().contains(named.toLower()), answer.body());
        QCOMPARE(state(), m_before);
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
