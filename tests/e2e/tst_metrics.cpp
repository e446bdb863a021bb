// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"
#include "tests/support/rawclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QNetworkInterface>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
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

/// The value of one series, as it is written there; empty when it is not.
QByteArray valueOf(const QByteArray &page, const QByteArray &series)
{
    for (const QByteArray &line : page.split('\n')) {
        if (line.startsWith(series + ' ')) {
            return line.mid(series.size() + 1);
        }
    }
    return {};
}

QSet<QString> namesOn(const QByteArray &page)
{
    QSet<QString> names;
    for (const QByteArray &line : page.split('\n')) {
        if (line.startsWith("# TYPE ")) {
            names.insert(QString::fromUtf8(line.split(' ').value(2)));
        }
    }
    return names;
}

QByteArray answerOf(int tokens, const QByteArray &model = Cent)
{
    const QByteArray count = QByteArray::number(tokens);
    return chatBody("[[tokens=" + count + "]]", "\"max_tokens\":" + count + ',', model);
}

/// Prometheus itself, reading one Capstan every second; killed with the object.
class PrometheusServer
{
public:
    explicit PrometheusServer(quint16 target)
    {
        QFile file(m_folder.filePath(u"prometheus.yml"_s));
        if (file.open(QIODevice::WriteOnly)) {
            file.write("global: { scrape_interval: 1s }\n"
                       "scrape_configs:\n"
                       "  - job_name: capstan\n"
                       "    static_configs: [ { targets: [ \"127.0.0.1:" +
                       QByteArray::number(target) + "\" ] } ]\n");
        }
        file.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"prometheus"_s,
                        {u"--config.file="_s + file.fileName(),
                         u"--storage.tsdb.path="_s + m_folder.filePath(u"data"_s),
                         u"--web.listen-address=127.0.0.1:0"_s});
        static const QRegularExpression listening(
            uR"(msg="Listening on" address=127\.0\.0\.1:(\d+))"_s);
        QByteArray log;
        while (m_port == 0 && m_process.waitForReadyRead(PatienceMs)) {
            log += m_process.readAll();
            m_port = listening.match(QString::fromUtf8(log)).captured(1).toUShort();
        }
    }
    ~PrometheusServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    PrometheusServer(const PrometheusServer &) = delete;
    PrometheusServer &operator=(const PrometheusServer &) = delete;

    [[nodiscard]] bool isListening() const { return m_port != 0; }
    /// The one value of a query; empty when there is none yet.
    [[nodiscard]] QString query(const QByteArray &expression) const
    {
        const QJsonValue result = test::HttpClient(m_port)
                                      .get("/api/v1/query?query=" + expression.toPercentEncoding())
                                      .json()["data"_L1]["result"_L1];
        return result[0]["value"_L1][1].toString();
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};
} // namespace

/// Issue 4: Prometheus. Requirements S2-39 ... S2-44.
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
        const QByteArray nanos = valueOf(text, "capstan_cost_nanodollars_total");
        // 7 tokens at a cent
        QCOMPARE(valueOf(text, R"(capstan_tenant_cost_dollars_total{tenant="acme"})").toDouble(),
                 0.07);
        QCOMPARE(
            valueOf(text, R"(capstan_tokens_total{provider="vllm",model="cent",kind="output"})"),
            "7");
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        QCOMPARE(nanos, QByteArray::number(rows->sum().nanos()));
        QVERIFY(site.start());
        QCOMPARE(site.chat(answerOf(3), "acme").status(), 200); // and goes on from there
        text = page(site);
        QCOMPARE(valueOf(text, "capstan_cost_nanodollars_total"),
                 QByteArray::number(rows->sum().nanos() + 30'000'000));
        QCOMPARE(valueOf(text, R"(capstan_requests_total{provider="vllm",model="cent"})"), "2");
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
        QCOMPARE(valueOf(text, "capstan_budget_limit" + labels), "1");
        QCOMPARE(valueOf(text, "capstan_budget_spent" + labels).toDouble(), 0.4);
        QCOMPARE(valueOf(text, "capstan_budget_held" + labels), "0");
        QCOMPARE(valueOf(text, "capstan_budget_remaining" + labels).toDouble(), 0.6);
        const double reset = valueOf(text, "capstan_budget_reset_seconds" + labels).toDouble();
        QVERIFY(reset > 0 && reset <= 90'000); // a day, and the hour that summer time may add
        QCOMPARE(valueOf(text, R"(capstan_refusals_total{code="request_too_large_for_budget"})"),
                 "1");
        QCOMPARE(valueOf(text, R"(capstan_decisions_total{decision="refuse"})"), "1");
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
        if (QStandardPaths::findExecutable(u"prometheus"_s).isEmpty()) {
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

    void keepsTheNamesOfSeedTwoWhenSwitchedOn() // S2-39 ... S2-44
    {
        Site site(withLegacyNames());
        QVERIFY(site.isRunning());
        provoke(site);
        const QByteArray text = page(site);
        const auto has = [&text](const QByteArray &series) {
            return valueOf(text, series).toDouble() > 0;
        };
        QVERIFY(has(
            R"(vapora_llm_provider_requests_total{provider="vllm",task_type="none",status="success"})"));
        QVERIFY(has(R"(vapora_llm_provider_latency_seconds_count{provider="vllm"})"));
        QVERIFY(has(R"(vapora_llm_provider_tokens_total{provider="vllm",type="output"})"));
        QVERIFY(has(
            R"(vapora_llm_routing_decisions_total{selected_provider="vllm",task_type="none",reason="rules"})"));
        QVERIFY(has(R"(vapora_llm_budget_enforcement_total{tier="normal",action="allow"})"));
        QVERIFY(has(R"(vapora_llm_budget_enforcement_total{tier="exceeded",action="refuse"})"));

        Site usual;
        QVERIFY(usual.isRunning());
        QCOMPARE(usual.chat(answerOf(1)).status(), 200);
        QVERIFY(!page(usual).contains("vapora"));
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
        QCOMPARE(valueOf(text, R"(capstan_tenant_requests_total{tenant="other"})"), "20");
        QCOMPARE(valueOf(text, "capstan_cost_nanodollars_total"), "1200000000");
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

    void hasEveryMetricThatTheDashboardNames()
    {
        QFile file(QStringLiteral(CAPSTAN_SOURCE_DIR "/resources/grafana-dashboard.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonDocument dashboard = QJsonDocument::fromJson(file.readAll());
        QVERIFY(!dashboard["panels"_L1].toArray().isEmpty());
        Site site;
        QVERIFY(site.isRunning());
        provoke(site);
        QTRY_VERIFY_WITH_TIMEOUT(page(site).contains("capstan_upstream_tokens_per_second{"),
                                 PatienceMs);
        const QSet<QString> names = namesOn(page(site));
        static const QRegularExpression name(uR"(capstan_[a-z_]+)"_s);
        int seen = 0;
        for (const QJsonValue panel : dashboard["panels"_L1].toArray()) {
            for (const QJsonValue target : panel["targets"_L1].toArray()) {
                QRegularExpressionMatchIterator it = name.globalMatch(target["expr"_L1].toString());
                for (; it.hasNext(); ++seen) {
                    QString metric = it.next().captured();
                    metric.remove(QRegularExpression(u"_bucket$"_s));
                    QVERIFY2(names.contains(metric), qPrintable(metric));
                }
            }
        }
        QVERIFY(seen > 20);
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
