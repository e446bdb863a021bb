// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <QTest>
#include <QThread>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {
/// Capstan looks every two seconds, and a finding may need three looks.
constexpr int PatienceMs = 30'000;
/// Two looks and a bit: what would have been found is found by then.
constexpr int TwoLooks = 2;

QByteArray answerOf(int tokens)
{
    return chatBody("[[tokens=" + QByteArray::number(tokens) + "]]");
}

/// The value of one series of /metrics; -1 when it is not there.
double metric(quint16 port, const QByteArray &series)
{
    const QByteArray page = test::HttpClient(port).get("/metrics").body();
    for (const QByteArray &line : page.split('\n')) {
        if (line.startsWith(series + ' ')) {
            return line.mid(series.size() + 1).toDouble();
        }
    }
    return -1;
}

double unmetered(quint16 port, const char *kind)
{
    return metric(port,
                  QByteArray("capstan_unmetered_tokens{provider=\"vllm\",kind=\"") + kind + "\"}");
}

double counted(quint16 port, const char *kind)
{
    return metric(
        port, QByteArray("capstan_upstream_tokens_total{provider=\"vllm\",kind=\"") + kind + "\"}");
}

qint64 usage(const test::Answer &answer, QLatin1StringView member)
{
    return answer.json()["usage"_L1][member].toInteger();
}
} // namespace

/// Issue 4: what vLLM counts against what the ledger has.
class TestWatching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNoDifferenceInMeteredTraffic()
    {
        Site site;
        QVERIFY(site.isRunning());
        qint64 output = 0;
        for (int i = 0; i < 20; ++i) {
            const test::Answer answer = site.chat(answerOf(10 + i));
            QCOMPARE(answer.status(), 200);
            output += usage(answer, "completion_tokens"_L1);
        }
        // The engine's counter as Capstan read it has all of them: then it has looked since.
        QTRY_COMPARE_WITH_TIMEOUT(
            counted(site.port(), "output"), static_cast<double>(output), PatienceMs);
        waitForLooks(site);
        QCOMPARE(unmetered(site.port(), "prompt"), 0.0);
        QCOMPARE(unmetered(site.port(), "output"), 0.0);
        QCOMPARE(overcounted(site, "prompt"), 0.0);
        QCOMPARE(overcounted(site, "output"), 0.0);
    }

    void tellsExactlyWhatPassedItBy()
    {
        Site site;
        QVERIFY(site.isRunning());
        QCOMPARE(site.chat(answerOf(25)).status(), 200);
        QTRY_COMPARE_WITH_TIMEOUT(counted(site.port(), "output"), 25.0, PatienceMs);
        waitForLooks(site); // whether the first look was before that call or after
        const test::Answer direct =
            test::HttpClient(site.simulation().port()).post("/v1/chat/completions", answerOf(40));
        QCOMPARE(direct.status(), 200);
        QTRY_COMPARE_WITH_TIMEOUT(unmetered(site.port(), "output"),
                                  static_cast<double>(usage(direct, "completion_tokens"_L1)),
                                  PatienceMs);
        QCOMPARE(unmetered(site.port(), "prompt"),
                 static_cast<double>(usage(direct, "prompt_tokens"_L1)));
        QCOMPARE(overcounted(site, "output"), 0.0);
        QTRY_VERIFY(site.capstan().errorText().contains("without passing Capstan"));
    }

    void isNotMisledByARestartOfTheUpstream()
    {
        auto simulation = std::make_unique<test::Program>(u"vllm-sim"_s, simulationOn(0));
        QVERIFY(simulation->isListening());
        const quint16 port = simulation->port();
        const QTemporaryDir folder;
        test::Program capstan(u"capstan"_s,
                              {u"--headless"_s,
                               u"--port"_s,
                               u"0"_s,
                               u"--data-dir"_s,
                               folder.path(),
                               u"--upstream"_s,
                               u"http://127.0.0.1:%1"_s.arg(port)});
        QVERIFY(capstan.isListening());
        test::HttpClient client(capstan.port());
        QCOMPARE(client.post("/v1/chat/completions", answerOf(50)).status(), 200);
        QTRY_COMPARE_WITH_TIMEOUT(counted(capstan.port(), "output"), 50.0, PatienceMs);
        simulation->kill();
        simulation = std::make_unique<test::Program>(u"vllm-sim"_s, simulationOn(port));
        QVERIFY(simulation->isListening());
        QTRY_COMPARE_WITH_TIMEOUT(counted(capstan.port(), "output"), 0.0, PatienceMs);
        QCOMPARE(client.post("/v1/chat/completions", answerOf(30)).status(), 200);
        QTRY_COMPARE_WITH_TIMEOUT(counted(capstan.port(), "output"), 30.0, PatienceMs);
        QCOMPARE(unmetered(capstan.port(), "output"), 0.0);
        const test::Answer direct =
            test::HttpClient(port).post("/v1/chat/completions", answerOf(9));
        QCOMPARE(direct.status(), 200);
        QTRY_COMPARE_WITH_TIMEOUT(unmetered(capstan.port(), "output"), 9.0, PatienceMs);
    }

    void toleratesCallsInFlightAndBrokenOffOnes()
    {
        SiteWish wish;
        wish.simulation = {u"--tokens-per-second"_s, u"50"_s};
        Site site(wish);
        QVERIFY(site.isRunning());
        test::HttpClient staying(site.port());
        QVERIFY(staying.begin(
            test::requestBytes("POST", "/v1/chat/completions", streamOf(300), payer("acme"))));
        {
            test::HttpClient leaving(site.port());
            QVERIFY(leaving.begin(
                test::requestBytes("POST", "/v1/chat/completions", streamOf(300), payer("acme"))));
            test::Answer seen;
            QVERIFY(leaving.readUntil(
                seen, [](const test::Answer &answer) { return answer.events().size() > 20; }));
        } // hangs up
        QTRY_VERIFY_WITH_TIMEOUT(counted(site.port(), "output") > 100, PatienceMs);
        QCOMPARE(unmetered(site.port(), "output"), 0.0);
        test::Answer whole;
        staying.finish(whole);
        QTRY_VERIFY_WITH_TIMEOUT(counted(site.port(), "output") >= 300, PatienceMs);
        waitForLooks(site);
        QCOMPARE(unmetered(site.port(), "output"), 0.0);
        QCOMPARE(unmetered(site.port(), "prompt"), 0.0);
        QCOMPARE(overcounted(site, "output"), 0.0);
        QCOMPARE(overcounted(site, "prompt"), 0.0);
    }

    /// $26,280 over 36 months of 730 hours are $1 an hour; 1 kW at $0.50 is another $0.50, 0.1 kW
    /// while nothing runs $0.05.
    void tellsWhatTheOwnersMachineCostsAndWhatItCostsIdle()
    {
        SiteWish wish;
        wish.configuration = "own_hardware:\n  vllm: { purchase_usd: 26280, lifetime_months: 36, "
                             "watts: 1000, idle_watts: 100, usd_per_kwh: 0.5 }\n";
        wish.simulation = {u"--tokens-per-second"_s, u"50"_s};
        Site site(wish);
        QVERIFY(site.isRunning());
        const auto figure = [&site](const char *name) {
            return metric(site.port(),
                          QByteArray("capstan_own_hardware_") + name + "{provider=\"vllm\"}");
        };
        QTRY_COMPARE_WITH_TIMEOUT(
            figure("dollars_per_hour"), 1.05, PatienceMs);    // never busy so far
        QCOMPARE(figure("dollars_per_million_tokens"), -1.0); // nothing to spread it over
        const double idle = figure("idle_dollars");
        QVERIFY(idle > 0);
        QTRY_VERIFY_WITH_TIMEOUT(figure("idle_dollars") > idle, PatienceMs); // costs on
        QCOMPARE(site.chat(answerOf(300)).status(), 200); // six seconds: seen at work
        QTRY_VERIFY_WITH_TIMEOUT(figure("dollars_per_million_tokens") > 0, PatienceMs);
        QVERIFY(figure("dollars_per_hour") > 1.05);
        QVERIFY(figure("dollars_per_hour") < 1.5);
    }

private:
    static double overcounted(Site &site, const char *kind)
    {
        return metric(site.port(),
                      QByteArray("capstan_overcounted_tokens{provider=\"vllm\",kind=\"") + kind +
                          "\"}");
    }

    static QByteArray streamOf(int tokens)
    {
        return chatBody("[[tokens=" + QByteArray::number(tokens) + "]]", Streamed);
    }

    static QStringList simulationOn(quint16 port)
    {
        return {u"--port"_s, QString::number(port), u"--model"_s, QString::fromLatin1(Cent)};
    }

    /// So many polls of the upstream's /metrics from now on, as the upstream itself counts them.
    static void waitForLooks(Site &site)
    {
        const auto looks = [&site] {
            return site.seenCounters()["requests"_L1]["GET /metrics"_L1]["200"_L1].toInt() +
                   site.seenCounters()["requests"_L1]["/metrics"_L1]["200"_L1].toInt();
        };
        const int before = looks();
        QTRY_VERIFY_WITH_TIMEOUT(looks() > before + TwoLooks, PatienceMs);
    }
};

QTEST_GUILESS_MAIN(TestWatching)
#include "tst_watching.moc"
