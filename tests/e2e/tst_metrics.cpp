// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "metricvalue.h"
#include "prometheusserver.h"
#include "site.h"
#include "tests/support/rawclient.h"
#include "tests/support/receiver.h"

#include <QNetworkInterface>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {
/// The server scrapes every second here; under load it may miss some.
constexpr int PatienceMs = 60'000;

QByteArray page(Site &site)
{
    return site.get("/metrics").body();
}

QByteArray answerOf(int tokens, const QByteArray &model = Cent)
{
    const QByteArray count = QByteArray::number(tokens);
    return chatBody("[[tokens=" + count + "]]", "\"max_tokens\":" + count + ',', model);
}
} // namespace

/// Issue 4: Prometheus.
class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheLedgerSaysToTheNanoDollarAlsoAfterARestart()
    {
        Site site;
        QVERIFY(site.isRunning());
        QCOMPARE(site.chat(answerOf(7), "acme").status(), 200);
        QCOMPARE(site.chat(answerOf(5, CentAndMill), "zenith").status(), 200);
        QByteArray text = page(site);
        const QByteArray nanos = metricValue(text, "capstan_cost_nanodollars_total");
        // 7 tokens at a cent
        QCOMPARE(
            metricValue(text, R"(capstan_tenant_cost_dollars_total{tenant="acme"})").toDouble(),
            0.07);
        QCOMPARE(metricValue(text,
                             R"(capstan_tokens_total{provider="vllm",model="cent",kind="output"})"),
                 "7");
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        QCOMPARE(nanos, QByteArray::number(rows->sum().nanos()));
        QVERIFY(site.start());
        QCOMPARE(site.chat(answerOf(3), "acme").status(), 200); // and goes on from there
        text = page(site);
        QCOMPARE(metricValue(text, "capstan_cost_nanodollars_total"),
                 QByteArray::number(rows->sum().nanos() + 30'000'000));
        QCOMPARE(metricValue(text, R"(capstan_requests_total{provider="vllm",model="cent"})"), "2");
    }

    void tellsBudgetsRefusalsAndDecisions()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(
            site.setBudget(R"({"id":"b-day","selector":"tenant:acme","limit_nano_usd":1000000000,)"
                           R"("window":"day","clamp":false})"));
        QCOMPARE(site.chat(answerOf(40), "acme").status(), 200);
        QCOMPARE(site.chat(chatBody("hi", "\"max_tokens\":1000,"), "acme").status(), 402);
        const QByteArray text = page(site);
        const QByteArray labels = R"({budget="b-day",label="tenant:acme",unit="dollars"})";
        QCOMPARE(metricValue(text, "capstan_budget_limit" + labels), "1");
        QCOMPARE(metricValue(text, "capstan_budget_spent" + labels).toDouble(), 0.4);
        QCOMPARE(metricValue(text, "capstan_budget_held" + labels), "0");
        QCOMPARE(metricValue(text, "capstan_budget_remaining" + labels).toDouble(), 0.6);
        const double reset = metricValue(text, "capstan_budget_reset_seconds" + labels).toDouble();
        QVERIFY(reset > 0 && reset <= 90'000); // a day, and the hour that summer time may add
        QCOMPARE(
            metricValue(text, R"(capstan_refusals_total{code="request_too_large_for_budget"})"),
            "1");
        QCOMPARE(metricValue(text, R"(capstan_decisions_total{decision="refuse"})"), "1");
    }

    void passesPromtool()
    {
        const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        if (promtool.isEmpty()) {
            QSKIP("promtool is not installed (installer/packages test).");
        }
        Site site(withLegacyNames());
        QVERIFY(site.isRunning());
        provoke(site);
        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(promtool, {u"check"_s, u"metrics"_s});
        check.write(page(site));
        check.closeWriteChannel();
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.readAll(), QByteArray());
        QCOMPARE(check.exitCode(), 0);
    }

    void isReadByARealPrometheus()
    {
        if (!PrometheusServer::isPossible()) {
            QSKIP("prometheus is not installed (installer/packages test).");
        }
        Site site;
        QVERIFY(site.isRunning());
        QCOMPARE(site.chat(answerOf(11)).status(), 200);
        const PrometheusServer server(site.port());
        QVERIFY(server.isListening());
        QTRY_COMPARE_WITH_TIMEOUT(
            server.query("capstan_cost_nanodollars_total"), u"110000000"_s, PatienceMs);
        QCOMPARE(server.query("up{job=\"capstan\"}"), u"1"_s);
        QCOMPARE(server.query("sum(capstan_tokens_total{kind=\"output\"})"), u"11"_s);
        QCOMPARE(server.query("sum(capstan_upstream_duration_seconds_count)"), u"1"_s);
        QCOMPARE(site.chat(answerOf(4)).status(), 200);
        QTRY_COMPARE_WITH_TIMEOUT(
            server.query("capstan_cost_nanodollars_total"), u"150000000"_s, PatienceMs);
    }

    void tellsHowFarEachDestinationIs()
    {
        test::Receiver alive;
        test::Receiver dead;
        test::Receiver refusing([](const test::Received &) { return test::Reply{401, "{}"}; });
        dead.goDown();
        SiteWish wish;
        wish.configuration = "telemetry:\n  destinations:\n";
        for (const auto &[name, receiver] : {std::pair("alive", &alive),
                                             std::pair("dead", &dead),
                                             std::pair("refusing", &refusing)}) {
            wish.configuration += QByteArray("    ") + name +
                                  ": { type: otlp, metrics: false, url: \"" + receiver->url() +
                                  "\" }\n";
        }
        Site site(wish);
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:poor", "0.01"));
        QCOMPARE(site.chat(answerOf(2)).status(), 200);
        QCOMPARE(site.chat(answerOf(3)).status(), 200);
        QCOMPARE(site.chat(chatBody("hi", "\"max_tokens\":7,"), "poor").status(), 402);
        const auto figure = [&site](const char *name, const char *destination) {
            return metricValue(page(site),
                               QByteArray("capstan_destination_") + name + "{destination=\"" +
                                   destination + "\",type=\"otlp\"}");
        };
        QTRY_COMPARE_WITH_TIMEOUT(
            figure("sent_total", "alive"), "3", PatienceMs); // 2 and a refusal
        QCOMPARE(figure("queue_events", "alive"), "0");
        QTRY_COMPARE_WITH_TIMEOUT(figure("queue_events", "dead"), "3", PatienceMs);
        QCOMPARE(figure("sent_total", "dead"), "0");
        QCOMPARE(figure("dropped_total", "dead"), "0");
        QCOMPARE(figure("blocked", "dead"), "0"); // it tries again by itself
        QTRY_COMPARE_WITH_TIMEOUT(figure("blocked", "refusing"), "1", PatienceMs);
        QCOMPARE(figure("rejected_total", "refusing"), "0"); // nothing is lost by it
    }

    void boundsTheNamesThatClientsChoose()
    {
        Site site;
        QVERIFY(site.isRunning());
        test::HttpClient client(site.port());
        for (int i = 0; i < 120; ++i) {
            const QByteArray tenant = "tenant-" + QByteArray::number(i);
            QCOMPARE(client.post("/v1/chat/completions", answerOf(1), payer(tenant)).status(), 200);
        }
        const QByteArray text = page(site);
        // 100 have a place of their own, 20 share one.
        QCOMPARE(text.count("capstan_tenant_requests_total{"), 101);
        QCOMPARE(metricValue(text, R"(capstan_tenant_requests_total{tenant="other"})"), "20");
        QCOMPARE(metricValue(text, "capstan_cost_nanodollars_total"), "1200000000");
    }

    void isFreeFromThisMachineAndNeedsTheTokenFromOthers()
    {
        SiteWish wish;
        wish.configuration = "server: { listen: 0.0.0.0 }\n";
        wish.environment.insert(u"CAPSTAN_ADMIN_TOKEN"_s, u"s3cret"_s);
        Site site(wish);
        QVERIFY(site.isRunning());
        QCOMPARE(site.get("/metrics").status(), 200);
        QHostAddress outside;
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (!address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol) {
                outside = address;
            }
        }
        if (outside.isNull()) {
            QSKIP("This machine has no address but loopback.");
        }
        test::RawClient bare(site.port(), outside);
        QVERIFY(bare.send(test::requestBytes("GET", "/metrics")));
        QCOMPARE(bare.readAnswer().status, 401);
        test::RawClient known(site.port(), outside);
        QVERIFY(known.send(
            test::requestBytes("GET", "/metrics", {}, "Authorization: Bearer s3cret\r\n")));
        QCOMPARE(known.readAnswer().status, 200);
    }

private:
    static SiteWish withLegacyNames()
    {
        SiteWish wish;
        wish.configuration = "metrics: { legacy_names: true }\n";
        return wish;
    }

    /// Something of everything that is counted.
    static void provoke(Site &site)
    {
        QVERIFY(
            site.setBudget(R"({"id":"b-day","selector":"tenant:acme","limit_nano_usd":1000000000,)"
                           R"("window":"day","clamp":false})"));
        QCOMPARE(site.chat(answerOf(10), "acme").status(), 200);
        QCOMPARE(site.chat(answerOf(10), "acme").status(), 200);
        QCOMPARE(site.chat(chatBody("hi", "\"max_tokens\":1000,"), "acme").status(), 402);
        QCOMPARE(site.chat(answerOf(3, Unpriced), "zenith").status(), 200);
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
