// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {
/// capstan with a command, on the data of a site: what it printed, and its exit code.
struct Command
{
    Command(const Site &site, QStringList arguments)
    {
        QProcess process;
        process.setProcessEnvironment(test::plainEnvironment());
        arguments << u"--data-dir"_s << site.folder() + u"/data"_s;
        process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"), arguments);
        process.waitForFinished();
        code = process.exitCode();
        out = process.readAllStandardOutput();
        err = process.readAllStandardError();
    }
    int code = -1;
    QByteArray out;
    QByteArray err;
};

QJsonArray listIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}
QJsonObject objectIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray tokens(int count)
{
    return chatBody("Hi [[tokens=" + QByteArray::number(count) + "]]");
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}
} // namespace

/// Questions about the past, prices by hand, and history from before, through the real program:
/// over HTTP, and by its commands beside it and without it.
class TestReporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S3-27, S4-05, S4-24: over HTTP and by command the same, while Capstan runs and afterwards.
    void answersOverHttpAndByCommand()
    {
        Site site;
        QVERIFY(site.isRunning());
        QCOMPARE(site.chat(tokens(12)).status(), 200);
        QCOMPARE(site.chat(tokens(3), "ops").status(), 200);
        const QByteArray path = "/api/reports/cost?by=tenant";
        const auto answer = site.get(path);
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.header("x-total-count"), "2");
        QVERIFY(answer.body().startsWith(R"([{"tenant":"acme","total_cost_usd":0.12,)"));
        QCOMPARE(
            site.get(path + "&format=csv").body().split('\n').at(2).split(',').mid(0, 2).join(','),
            "ops,0.03");
        const QStringList command{u"report"_s, u"cost"_s, u"--by"_s, u"tenant"_s};
        QCOMPARE(Command(site, command).out, answer.body());
        QCOMPARE(site.stop(), 0);
        QCOMPARE(Command(site, command).out, answer.body());
    }

    // Issue 6: non-empty on our own traffic.
    void answersTheFiveQuestionsOnItsOwnTraffic()
    {
        Site site;
        QVERIFY(site.cap("acme", "0.20"));
        const QByteArray who = "X-Feature-Id: f\r\nX-Experiment-Id: e\r\nX-Tenant-Id: acme\r\n";
        QCOMPARE(site.post("/v1/chat/completions", tokens(12), who).status(), 200);
        QCOMPARE(site.chat(tokens(50)).status(), 402);
        for (const char *name : {"cost_by_tenant_and_feature",
                                 "experiment_cost_vs_outcome",
                                 "budget_pressure_by_namespace",
                                 "fallback_latency_masking",
                                 "unsafe_routes"}) {
            const auto answer = site.get(QByteArray("/api/reports/") + name);
            QCOMPARE(answer.status(), 200);
            QVERIFY2(!listIn(answer.body()).isEmpty(), name);
        }
    }

    // S3-25.
    void refusesWhatItDoesNotKnow()
    {
        Site site;
        const auto unknown = site.get("/api/reports/nonsense");
        QCOMPARE(unknown.status(), 404);
        QVERIFY(unknown.body().contains("unsafe_routes"));
        QCOMPARE(site.get("/api/reports/cost?tresholt=1").status(), 400);
        QCOMPARE(site.get("/api/reports/cost?format=xml").status(), 400);
        QVERIFY(listIn(site.get("/api/reports").body()).size() >= 5);
        const Command command(site, {u"report"_s, u"nonsense"_s});
        QCOMPARE(command.code, 1);
        QVERIFY(command.err.contains("unsafe_routes"));
        QCOMPARE(Command(site, {u"report"_s, u"cost"_s, u"--tresholt"_s, u"1"_s}).code, 2);
    }

    // S3-32: without a price nothing is dispatched. Pitfalls F22: a price of one's own holds for
    // the next call, and after a restart.
    void takesAPriceSetByHandAtOnce()
    {
        Site site;
        QVERIFY(site.cap("acme", "5"));
        const QByteArray body = chatBody("Hi [[tokens=10]]", {}, Unpriced);
        QCOMPARE(site.chat(body).status(), 402);
        QVERIFY(site.seenRequests().isEmpty());
        const QByteArray refused = site.get("/api/reports/unpriced_models").body();
        QVERIFY2(refused.startsWith(R"([{"model":"unpriced","refused_count":1,)"), refused);
        const auto set =
            site.post("/api/admin/prices", R"({"model":"unpriced","input":0,"output":1000})");
        QCOMPARE(set.status(), 201);
        QCOMPARE(site.chat(body).status(), 200);
        QCOMPARE(site.standing("acme")->spent, core::Money::fromNanos(10'000'000)); // 10 x $0.001
        QCOMPARE(site.stop(), 0);
        QVERIFY(site.start());
        QCOMPARE(site.chat(body).status(), 200);
        QVERIFY(site.get("/api/admin/prices?model=unpriced").body().contains("\"from\":\"user\""));
        test::HttpClient client(site.port());
        QCOMPARE(client.remove("/api/admin/prices?model=unpriced").status(), 200);
        QCOMPARE(site.chat(body).status(), 402);
        QCOMPARE(client.remove("/api/admin/prices?model=unpriced").status(), 404);
    }

    // S1-44, X-08: a list in LiteLLM's format, through the running owner and without it.
    void importsAPriceList()
    {
        Site site;
        const QString file = site.folder() + u"/list.json"_s;
        write(file,
              R"({"unpriced":{"input_cost_per_token":0.000001,"output_cost_per_token":0.001,)"
              R"("mode":"chat"},"sample_spec":{"mode":"chat"}})");
        QVERIFY(site.cap("acme", "5"));
        const QStringList command{u"price"_s, u"import"_s, file};
        const Command beside(site,
                             command + QStringList{u"--port"_s, QString::number(site.port())});
        QVERIFY2(beside.code == 0, beside.err);
        QCOMPARE(objectIn(beside.out).value("imported"_L1).toInt(), 1);
        QCOMPARE(site.chat(chatBody("Hi [[tokens=10]]", {}, Unpriced)).status(), 200);
        QCOMPARE(site.stop(), 0);
        const Command alone(site, command);
        QVERIFY2(alone.code == 0, alone.err);
        QVERIFY(site.start());
        QVERIFY(
            site.get("/api/admin/prices?model=unpriced").body().contains("\"from\":\"imported\""));
    }

    void importsUsageOnce()
    {
        Site site;
        const QString file = site.folder() + u"/usage.jsonl"_s;
        write(file,
              R"({"timestamp":"2026-03-24T10:00:00Z","request_id":"a","tenant_id":"old",)"
              R"("model":"gpt-4o","tokens_in":5,"tokens_out":7,"estimated_cost_usd":0.25})");
        const QStringList command{
            u"import"_s, u"usage"_s, file, u"--port"_s, QString::number(site.port())};
        for (int i = 0; i < 2; ++i) {
            const Command done(site, command);
            QVERIFY2(done.code == 0, done.err);
        }
        QVERIFY(site.get("/api/reports/cost?tenant=old")
                    .body()
                    .startsWith(R"([{"total_cost_usd":0.25,)"));
    }

    // Issue 6, sentence 3: over HTTP and by command.
    void saysWhatACapWouldHaveDone()
    {
        Site site;
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(site.chat(tokens(10)).status(), 200); // $0.10 each
        }
        const auto answer =
            site.post("/api/admin/simulate",
                      R"({"budget":{"selector":"tenant:*","window":"day","unit":"usd",)"
                      R"("limit_nano_usd":250000000}})");
        QVERIFY2(answer.status() == 200, answer.body());
        const QJsonObject json = objectIn(answer.body());
        QCOMPARE(json.value("calls"_L1).toInt(), 4);
        QCOMPARE(json.value("newly_refused"_L1).toInt(), 2); // 0.10 + 0.10 fit, 0.30 does not
        QCOMPARE(json.value("would_spend_usd"_L1).toDouble(), 0.2);
        const Command command(site,
                              {u"simulate"_s,
                               u"--scope"_s,
                               u"tenant:*"_s,
                               u"--window"_s,
                               u"day"_s,
                               u"--limit"_s,
                               u"0.25"_s});
        QVERIFY2(command.code == 0, command.err);
        QCOMPARE(objectIn(command.out).value("newly_refused"_L1).toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(TestReporting)
#include "tst_reporting.moc"
