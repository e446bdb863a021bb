// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "mixedload.h"
#include "site.h"
#include "tests/support/loadclient.h"
#include "tests/support/receiver.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <atomic>
#include <thread>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {
constexpr int PatienceMs = 60'000;

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// capstan reconcile
Run reconcile(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"),
                  QStringList{u"reconcile"_s} + arguments);
    process.waitForFinished(PatienceMs);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList at(Site &site)
{
    return {u"--port"_s,
            QString::number(site.port()),
            u"--data-dir"_s,
            site.folder() + u"/data"_s,
            u"--config"_s,
            site.folder() + u"/capstan.yaml"_s};
}

QByteArray answerOf(int tokens, const QByteArray &model = Cent)
{
    return chatBody("[[tokens=" + QByteArray::number(tokens) + "]]", {}, model);
}

/// As a person with another program might.
bool spoil(const QString &file, const QString &statement)
{
    bool done = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"spoil"_s);
        database.setDatabaseName(file);
        QSqlQuery query(database);
        done = database.open() && QSqlQuery(database).exec(statement);
    }
    QSqlDatabase::removeDatabase(u"spoil"_s);
    return done;
}
} // namespace

/// Issue 4, "One number".
class TestReconcile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOneNumberInEveryPlace()
    {
        Site site;
        QVERIFY(site.isRunning());
        QCOMPARE(site.chat(answerOf(7), "acme").status(), 200);
        QCOMPARE(site.chat(answerOf(5, CentAndMill), "zenith").status(), 200);
        QCOMPARE(site.chat(answerOf(3, Unpriced), "zenith").status(), 200);
        const QJsonObject result = site.get("/api/admin/reconcile").json();
        QVERIFY2(result["agrees"_L1].toBool(), QJsonDocument(result).toJson().constData());
        const QJsonArray places = result["places"_L1].toArray();
        QStringList names;
        for (const QJsonValue place : places) {
            names += place["place"_L1].toString();
            QCOMPARE(place["calls"_L1].toInt(), 3);
            QCOMPARE(place["cost_nano_usd"_L1], places[0]["cost_nano_usd"_L1]);
            QCOMPARE(place["output_tokens"_L1].toInt(), 15); // 7 + 5 + 3
        }
        QCOMPARE(names, (QStringList{u"memory"_s, u"metrics"_s, u"ledger"_s, u"roll-ups"_s}));
        const Run command = reconcile(at(site), test::plainEnvironment());
        QVERIFY2(command.code == 0, (command.out + command.err).constData());
        QVERIFY(command.out.contains("All agree"));
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        QCOMPARE(rows->sum().nanos(), places[0]["cost_nano_usd"_L1].toInteger());
        const Run alone = reconcile(at(site), test::plainEnvironment());
        QVERIFY2(alone.code == 0, (alone.out + alone.err).constData());
        QVERIFY(alone.out.contains("the ledger alone"));
        QVERIFY(site.start()); // and once more from the file into memory
        QVERIFY(site.get("/api/admin/reconcile").json()["agrees"_L1].toBool());
    }

    void agreesAtEveryMomentUnderLoad()
    {
        Site site;
        QVERIFY(site.isRunning());
        for (int i = 0; i < 4; ++i) { // far above what the calls cost
            QVERIFY(site.cap("tenant:tenant-" + QByteArray::number(i), "1000000"));
        }
        const std::vector<MixedCall> mixed = mixedCalls(isLongRun() ? 10'000 : 2'000, 11, 4);
        std::vector<test::LoadCall> calls;
        for (const MixedCall &call : mixed) {
            calls.push_back(call.call);
        }
        std::atomic<bool> isOver = false;
        std::thread load([&] {
            (void)test::LoadClient(site.port(), 32).run(calls);
            isOver = true;
        });
        int looks = 0;
        QByteArray wrong;
        while (!isOver || looks == 0) {
            const test::Answer answer = site.get("/api/admin/reconcile");
            ++looks;
            if (!answer.json()["agrees"_L1].toBool()) {
                wrong = answer.body();
            }
        }
        load.join();
        qInfo("%d reconciliations under load", looks);
        QCOMPARE(wrong, QByteArray());
        QVERIFY(site.get("/api/admin/reconcile").json()["places"_L1][0]["calls"_L1].toInt() > 0);
    }

    void accountsForWhatEachDestinationAcknowledged()
    {
        test::Receiver collector;
        test::Receiver helicone;
        helicone.goDown();
        SiteWish wish;
        wish.environment.insert(u"HELICONE_API_KEY"_s, u"h"_s);
        wish.configuration =
            "telemetry: { destinations: { collector: { type: otlp, metrics: false, url: \"" +
            collector.url() + "\" }, helicone: { type: helicone, url: \"" +
            helicone.url("/custom/v1/log") + "\" } } }\n";
        Site site(wish);
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:poor", "0.01"));
        QCOMPARE(site.chat(answerOf(7), "acme").status(), 200);
        QCOMPARE(site.chat(answerOf(5, CentAndMill), "acme").status(), 200);
        QCOMPARE(site.chat(chatBody("x", R"("max_tokens":7,)"), "poor").status(), 402);
        const auto told = [&site](int destination) {
            return site.get("/api/admin/reconcile")
                .json()["destinations"_L1][destination]
                .toObject();
        };
        QTRY_COMPARE_WITH_TIMEOUT(told(0)["acknowledged_calls"_L1].toInt(), 2, PatienceMs);
        const QJsonObject result = site.get("/api/admin/reconcile").json();
        QVERIFY2(result["agrees"_L1].toBool(), QJsonDocument(result).toJson().constData());
        const qint64 all = result["places"_L1][0]["cost_nano_usd"_L1].toInteger();
        QVERIFY(all > 0);
        QCOMPARE(told(0)["destination"_L1].toString(), u"collector"_s);
        QCOMPARE(told(0)["acknowledged_nano_usd"_L1].toInteger(), all);
        QCOMPARE(told(0)["waiting_calls"_L1].toInt(), 0);
        QCOMPARE(told(1)["waiting_nano_usd"_L1].toInteger(), all);
        QCOMPARE(told(1)["acknowledged_calls"_L1].toInt(), 0);
        const Run command = reconcile(at(site), wish.environment);
        QVERIFY2(command.code == 0, (command.out + command.err).constData());
        QVERIFY2(command.out.contains("collector  acknowledged $"), command.out.constData());
        QVERIFY2(command.out.contains("; waiting $"), command.out.constData());
        QCOMPARE(site.stop(), 0);
        QVERIFY(spoil(site.ledgerFile(), u"UPDATE outbox_cursor SET told_cost = told_cost + 1"_s));
        const Run alone = reconcile(at(site), wish.environment);
        QCOMPARE(alone.code, 1);
        QVERIFY2(alone.out.contains("collector accounts for"), alone.out.constData());
    }

    void namesADifferenceOfOneNanoDollar()
    {
        Site site;
        QVERIFY(site.isRunning());
        QCOMPARE(site.chat(answerOf(7), "acme").status(), 200);
        QCOMPARE(site.stop(), 0);
        QVERIFY(spoil(site.ledgerFile(),
                      u"UPDATE rollup SET cost = cost + 1 WHERE granularity = 86400 AND "
                      "attribution = 1"_s));
        const Run alone = reconcile(at(site), test::plainEnvironment());
        QCOMPARE(alone.code, 1);
        QVERIFY2(alone.out.contains("a difference of 1"), alone.out.constData());
        QVERIFY2(alone.out.contains("acme"), alone.out.constData());
        QVERIFY(site.start());
        const test::Answer answer = site.get("/api/admin/reconcile");
        QVERIFY(!answer.json()["agrees"_L1].toBool(true));
    }

    void needsTheAdminTokenWhereOneIsSet()
    {
        SiteWish wish;
        wish.environment.insert(u"CAPSTAN_ADMIN_TOKEN"_s, u"s3cret"_s);
        Site site(wish);
        QVERIFY(site.isRunning());
        QCOMPARE(site.get("/api/admin/reconcile").status(), 401);
        QCOMPARE(reconcile(at(site), wish.environment).code, 0);
        const Run bare = reconcile(at(site), test::plainEnvironment());
        QCOMPARE(bare.code, 1);
        QVERIFY2(bare.err.contains("admin token"), bare.err.constData());
    }

    void saysWhenThereIsNothingToCompare()
    {
        const QTemporaryDir empty;
        const Run run = reconcile({u"--port"_s, u"9"_s, u"--data-dir"_s, empty.path()},
                                  test::plainEnvironment());
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("no ledger"), run.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestReconcile)
#include "tst_reconcile.moc"
