// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsamples.h"
#include "postfixture.h"
#include "tests/support/postgresserver.h"

#include "proxy/telemetry/postgresexporter.h"

using namespace Qt::StringLiterals;
using namespace proxy;
using test::PostgresServer;

namespace {

core::Destination databaseAt(const QByteArray &address)
{
    core::Destination destination;
    destination.name = "postgresql";
    destination.type = core::DestinationType::Postgres;
    destination.key = {"DATABASE_URL", {}, core::Secret(address)};
    return destination;
}

struct Database
{
    Site site;
    core::Destination destination;
    PostgresExporter exporter{site.site, destination};

    explicit Database(const QByteArray &address)
        : destination(databaseAt(address))
    {}
};

PostgresConnection::Answer tryOut(const QByteArray &address)
{
    std::optional<PostgresConnection::Answer> found;
    const PostgresTest test(core::Secret(address),
                            [&found](const PostgresConnection::Answer &answer) { found = answer; });
    if (!QTest::qWaitFor([&found] { return found.has_value(); }, 30'000)) {
        qFatal("the test does not answer");
    }
    return *found;
}

} // namespace

/// A copy of the ledger in a real PostgreSQL. S1-15
class TestPostgres : public QObject
{
    Q_OBJECT

    std::unique_ptr<PostgresServer> m_server;

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled()) {
            QSKIP("There is no PostgreSQL here: install Debian's package postgresql.");
        }
        m_server = std::make_unique<PostgresServer>();
        QVERIFY(m_server->start());
    }
    void cleanup() { static_cast<void>(m_server->ask("DROP TABLE IF EXISTS capstan_call")); }
    void cleanupTestCase() { m_server.reset(); }

    void copiesCallsAndRefusalsToTheNanoDollar()
    {
        Database database(m_server->address());
        core::CallEvent refusal = sampleRefusal();
        refusal.attempt = 0;
        const Delivery delivery = deliver(database.exporter, {sampleCall(), refusal});
        QCOMPARE(delivery.message, QString());
        QCOMPARE(delivery.kind, Delivery::Kind::Done);
        QCOMPARE(
            m_server->ask("SELECT kind, attempt, tenant, model, tags->>'project', input_tokens,"
                          " cached_input_tokens, cache_write_tokens, output_tokens,"
                          " reasoning_tokens, cost_nanodollars, cost_usd, ending, http_status"
                          " FROM capstan_call WHERE kind = 'call'"),
            QByteArray("call|1|research|meta-llama/Llama-3.1-8B-Instruct|x|176|1024|0|300|64|"
                       "283200|0.000283200|complete|200"));
        QCOMPARE(m_server->ask("SELECT decision, code, cost_nanodollars, ending IS NULL"
                               " FROM capstan_call WHERE kind = 'refusal'"),
                 QByteArray("refuse|budget_exceeded|0|t"));
        QCOMPARE(m_server->ask("SELECT extract(epoch FROM ended_at - started_at) FROM capstan_call"
                               " WHERE kind = 'call'"),
                 QByteArray("2.500000"));
    }

    void keepsOneRowWhateverIsSentAgain()
    {
        Database database(m_server->address());
        QCOMPARE(deliver(database.exporter, {sampleCall()}).kind, Delivery::Kind::Done);
        core::CallEvent second = sampleCall();
        second.attempt = 2;
        QCOMPARE(deliver(database.exporter, {sampleCall(), second}).kind, Delivery::Kind::Done);
        QCOMPARE(m_server->ask("SELECT count(*) FROM capstan_call"), QByteArray("2"));
    }

    void isolatesAnEventThatTheServerCannotKeep()
    {
        Database database(m_server->address());
        core::CallEvent bad = sampleCall();
        bad.attribution.of(core::Dimension::User) = QByteArray("a\0b", 3); // no text of PostgreSQL
        QCOMPARE(deliver(database.exporter, {sampleCall(), bad}).kind, Delivery::Kind::Smaller);
        QCOMPARE(deliver(database.exporter, {sampleCall()}).kind, Delivery::Kind::Done);
    }

    void goesOnWithAServerThatWasAway()
    {
        Database database(m_server->address());
        QCOMPARE(deliver(database.exporter, {sampleCall()}).kind, Delivery::Kind::Done);
        m_server->kill();
        const Delivery away = deliver(database.exporter, {sampleCall()});
        QCOMPARE(away.kind, Delivery::Kind::Later);
        QVERIFY(!away.message.isEmpty());
        QCOMPARE(deliver(database.exporter, {sampleCall()}).kind, Delivery::Kind::Later);
        QVERIFY(m_server->start());
        QCOMPARE(deliver(database.exporter, {sampleCall()}).kind, Delivery::Kind::Done);
        QCOMPARE(m_server->ask("SELECT count(*) FROM capstan_call"), QByteArray("1"));
    }

    void saysWhichRightIsMissing()
    {
        static_cast<void>(m_server->ask("CREATE ROLE reader LOGIN PASSWORD 'r'"));
        Database database(m_server->address("reader", "r"));
        const Delivery delivery = deliver(database.exporter, {sampleCall()});
        QCOMPARE(delivery.kind, Delivery::Kind::Blocked);
        QVERIFY2(delivery.message.contains("permission denied for schema public"_L1),
                 qPrintable(delivery.message));
        const auto tried = tryOut(m_server->address("reader", "r"));
        QVERIFY(!tried.ok());
        QVERIFY2(tried.error().remedy.contains("GRANT CREATE ON SCHEMA public"_L1),
                 qPrintable(tried.error().remedy));
        static_cast<void>(m_server->ask("GRANT CREATE ON SCHEMA public TO reader"));
        QCOMPARE(deliver(database.exporter, {sampleCall()}).kind, Delivery::Kind::Done);
    }

    void saysWhoIsConnectedWhere()
    {
        const auto tried = tryOut(m_server->address());
        QVERIFY(tried.ok());
        QVERIFY2(tried->startsWith("PostgreSQL "), tried->constData());
        QVERIFY2(tried->endsWith("database \"postgres\", as \"capstan\""), tried->constData());
    }

    void showsNoPasswordInAnError_data()
    {
        QTest::addColumn<QByteArray>("address");
        const QByteArray secret = PostgresServer::Password;
        QTest::newRow("unknown parameter") << "postgresql://h/d?passwort=" + secret;
        QTest::newRow("bad escape") << "postgresql://u:%zz" + secret + "@h/d";
        QTest::newRow("wrong password") << m_server->address("capstan", "not-" + secret);
        QTest::newRow("nobody there") << "postgresql://u:" + secret + "@127.0.0.1:1/d";
    }
    void showsNoPasswordInAnError()
    {
        QFETCH(QByteArray, address);
        Database database(address);
        const Delivery delivery = deliver(database.exporter, {sampleCall()});
        QVERIFY(delivery.kind != Delivery::Kind::Done);
        QVERIFY(!delivery.message.isEmpty());
        QVERIFY2(!delivery.message.contains(QString::fromUtf8(PostgresServer::Password)),
                 qPrintable(delivery.message));
    }

    void readsTheAddressAsSqlAlchemyWritesIt()
    {
        const QByteArray address =
            "postgresql+asyncpg" + m_server->address().mid(qstrlen("postgresql"));
        QVERIFY(tryOut(address).ok());
    }

    void takesTheLatestAddressAtOnce()
    {
        QByteArray address = "postgresql://u:p@127.0.0.1:1/d";
        Database database(address);
        database.site.secrets = [&address](const core::SecretName &) {
            return core::Secret(address);
        };
        QCOMPARE(deliver(database.exporter, {sampleCall()}).kind, Delivery::Kind::Later);
        address = m_server->address();
        QCOMPARE(deliver(database.exporter, {sampleCall()}).kind, Delivery::Kind::Done);
    }

    void hasEveryCallOnceAfterTheServerDiedInTheMiddle()
    {
        Post post({databaseAt(m_server->address())});
        post.secrets = [](const core::SecretName &name) {
            return name.value;
        };
        post.start();
        post.settle(700); // batches of 200 are under way when it dies
        m_server->kill();
        post.settle(300);
        QVERIFY(m_server->start());
        post.telemetry->retryNow();
        QVERIFY(post.waitFor(
            [](const core::DestinationStatus &status) { return status.sent == 1'000; }));
        // 1,000 calls of 1,000 nano-dollars.
        QCOMPARE(m_server->ask("SELECT count(*), sum(cost_nanodollars), sum(cost_usd)"
                               " FROM capstan_call"),
                 QByteArray("1000|1000000|0.001000000"));
        post.stop();
    }
};

QTEST_GUILESS_MAIN(TestPostgres)
#include "tst_postgres.moc"
