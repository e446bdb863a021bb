// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet.h"
#include "prometheusserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {
/// The server scrapes every second here, and a rate needs two of them; under load it may miss some.
constexpr int PatienceMs = 60'000;

/// What resources/grafana-dashboard.json asks Prometheus for.
QByteArrayList dashboardQueries()
{
    QFile file(QStringLiteral(CAPSTAN_SOURCE_DIR "/resources/grafana-dashboard.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArrayList queries;
    const QJsonDocument dashboard = QJsonDocument::fromJson(file.readAll());
    for (const QJsonValue panel : dashboard["panels"_L1].toArray()) {
        for (const QJsonValue target : panel["targets"_L1].toArray()) {
            queries += target["expr"_L1].toString().toUtf8();
        }
    }
    return queries;
}

QSet<QString> metricsOn(const QByteArray &page)
{
    QSet<QString> names;
    for (const QByteArray &line : page.split('\n')) {
        if (line.startsWith("# TYPE ")) {
            names.insert(QString::fromUtf8(line.split(' ').value(2)));
        }
    }
    return names;
}

/// An office in which something of everything happens: a provider in trouble, a collector
/// that is down, a machine of one's own.
FleetWish office()
{
    return {{{}, {u"--script"_s, u"503"_s}},
            "providers:\n"
            "  a: { type: openai, base_url: \"@0/v1\" }\n"
            "  b: { type: openai, base_url: \"@1/v1\" }\n"
            "models:\n"
            "  cent: { provider: a, physical_name: cent, " +
                CentPrice +
                " }\n"
                "  falls: { provider: b, physical_name: cent, fallbacks: [cent], " +
                CentPrice +
                " }\n"
                "own_hardware:\n"
                "  a: { purchase_usd: 26280, watts: 1000, idle_watts: 100, usd_per_kwh: 0.5 }\n"
                "telemetry: { destinations: { c: { type: otlp, metrics: false, "
                "url: \"http://127.0.0.1:9\" } } }\n"};
}

void provoke(Fleet &fleet)
{
    const QByteArray budget =
        R"({"id":"b-day","selector":"tenant:acme","limit_nano_usd":1000000000,)"
        R"("window":"day","clamp":false})";
    QCOMPARE(test::HttpClient(fleet.port()).post("/api/admin/budgets", budget).status(), 201);
    const QByteArray ten = "\"max_tokens\":10,";
    QCOMPARE(fleet.chat(chatBody("[[tokens=10]]", ten)).status(), 200);
    QCOMPARE(fleet.chat(chatBody("[[tokens=10]]", ten, "falls")).status(), 200);
    QCOMPARE(fleet.chat(chatBody("hi", "\"max_tokens\":1000,")).status(), 402);
}

} // namespace

/// Issue 4: "a Grafana dashboard JSON that works with it".
class TestDashboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOnlyMetricsThatThereAre()
    {
        const QByteArrayList queries = dashboardQueries();
        QVERIFY(queries.size() > 30);
        Fleet fleet(office());
        QVERIFY(fleet.isRunning());
        provoke(fleet);
        QTRY_VERIFY_WITH_TIMEOUT(
            fleet.get("/metrics").body().contains("capstan_own_hardware_dollars_per_million"),
            PatienceMs);
        const QSet<QString> names = metricsOn(fleet.get("/metrics").body());
        static const QRegularExpression name(uR"(capstan_[a-z_]+)"_s);
        for (const QByteArray &query : queries) {
            auto it = name.globalMatch(QString::fromUtf8(query));
            QVERIFY2(it.hasNext(), query.constData());
            while (it.hasNext()) {
                const QString metric =
                    it.next().captured().remove(QRegularExpression(u"_bucket$"_s));
                QVERIFY2(names.contains(metric), qPrintable(metric));
            }
        }
    }

    /// In the words of the server that it will be asked of: no query is refused, none is empty.
    void getsAnAnswerToEveryQueryFromARealPrometheus()
    {
        if (!PrometheusServer::isPossible()) {
            QSKIP("prometheus is not installed (installer/packages test).");
        }
        Fleet fleet(office());
        QVERIFY(fleet.isRunning());
        provoke(fleet);
        const PrometheusServer server(fleet.port());
        QVERIFY(server.isListening());
        for (const QByteArray &query : dashboardQueries()) {
            QVERIFY2(QTest::qWaitFor([&] { return !server.series(query).isEmpty(); }, PatienceMs),
                     query.constData());
        }
        // And some of them say what is known: 2 x 10 tokens at a cent, of a cap of $1; an event for
        // each of the three calls and for the attempt that found nobody.
        QCOMPARE(server.query("capstan_spend_today_dollars"), u"0.2"_s);
        QCOMPARE(server.query("(capstan_budget_spent{unit=\"dollars\"} + "
                              "capstan_budget_held{unit=\"dollars\"}) / "
                              "capstan_budget_limit{unit=\"dollars\"}"),
                 u"0.2"_s);
        QVERIFY(server.query("capstan_destination_queue_events").toInt() >= 3);
        QCOMPARE(server.query("sum(capstan_fallbacks_total)"), u"1"_s);
        QVERIFY(server.series("no_such_metric").isEmpty()); // so that "empty" means something
        QVERIFY(server.series("sum by (").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDashboard)
#include "tst_dashboard.moc"
