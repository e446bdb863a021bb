// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/enginewatch.h"

#include <QTest>

using core::Time;
using proxy::EngineWatch;
using proxy::MetricsText;
using proxy::UpstreamUse;
using namespace std::chrono_literals;

namespace {
QByteArray page(qint64 prompt, qint64 output)
{
    return "vllm:prompt_tokens_total{engine=\"0\"} " + QByteArray::number(prompt) +
           "\nvllm:generation_tokens_total{engine=\"0\"} " + QByteArray::number(output) + '\n';
}

UpstreamUse exactly(qint64 prompt, qint64 output)
{
    return {{prompt, prompt}, {output, output}};
}
} // namespace

class TestEngineWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOldAndNewNames_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::newRow("since June 2025") << QByteArray("vllm:prefix_cache");
        QTest::newRow("before") << QByteArray("vllm:gpu_prefix_cache");
    }
    void readsOldAndNewNames()
    {
        QFETCH(const QByteArray, prefix);
        const auto more = [&prefix](int queries, int hits) {
            return prefix + "_queries_total{} " + QByteArray::number(queries) + '\n' + prefix +
                   "_hits_total{} " + QByteArray::number(hits) + '\n';
        };
        EngineWatch watch(std::nullopt);
        watch.look(MetricsText(page(0, 0) + more(100, 10)), exactly(0, 0), Time{} + 2s);
        watch.look(MetricsText(page(500, 40) + more(300, 110)), exactly(500, 40), Time{} + 4s);
        QCOMPARE(watch.engine().prefixHitRatio, 0.5);          // (110 - 10) / (300 - 100)
        QCOMPARE(watch.engine().promptTokensPerSecond, 250.0); // 500 / 2 s
        QCOMPARE(watch.engine().outputTokensPerSecond, 20.0);  // 40 / 2 s
        QCOMPARE(watch.engine().firstTokenSeconds, -1.0);
    }

    void meansTheTimeToTheFirstTokenOfTheCallsBetweenTwoLooks()
    {
        const auto first = [](const char *sum, const char *count) {
            return page(1, 1) + "vllm:time_to_first_token_seconds_sum{} " + sum +
                   "\nvllm:time_to_first_token_seconds_count{} " + count + '\n';
        };
        EngineWatch watch(std::nullopt);
        watch.look(MetricsText(first("10", "20")), exactly(0, 0), Time{} + 2s);
        watch.look(MetricsText(first("11", "24")), exactly(0, 0), Time{} + 4s);
        QCOMPARE(watch.engine().firstTokenSeconds, 0.25); // 1 s over 4 calls
        watch.look(MetricsText(first("11", "24")), exactly(0, 0), Time{} + 6s);
        QCOMPARE(watch.engine().firstTokenSeconds, 0.25); // a quiet moment says nothing new
    }

    void saysNothingOfAnUpstreamThatIsNoVllm()
    {
        EngineWatch watch(std::nullopt);
        watch.look(MetricsText("go_goroutines 7\n"), exactly(100, 100), Time{} + 2s);
        QCOMPARE(watch.engine(), core::EngineFigures());
        QVERIFY(!watch.traffic().isUnmetered());
        QVERIFY(!watch.traffic().isOurError());
    }

    void findsTrafficThatPassesByAndNamesTheMomentOnce()
    {
        EngineWatch watch(std::nullopt);
        watch.look(MetricsText(page(0, 0)), exactly(0, 0), Time{} + 2s);
        watch.look(MetricsText(page(30, 7)), exactly(30, 7), Time{} + 4s);
        watch.look(MetricsText(page(30, 7)), exactly(30, 7), Time{} + 6s);
        QVERIFY(!watch.traffic().isUnmetered());
        QVERIFY(watch.traffic().isExact);
        watch.look(MetricsText(page(42, 12)), exactly(30, 7), Time{} + 8s);
        QCOMPARE(watch.traffic().unmeteredPrompt, 12);
        QCOMPARE(watch.traffic().unmeteredOutput, 5);
        QCOMPARE(watch.traffic().since, Time{} + 8s);
        QVERIFY(watch.traffic().sentence(QStringLiteral("vllm")).contains(QStringLiteral("12")));
        watch.look(MetricsText(page(50, 20)), exactly(30, 7), Time{} + 10s);
        QCOMPARE(watch.traffic().unmeteredOutput, 13);
        QCOMPARE(watch.traffic().since, Time{} + 8s);
    }

    /// The engine sends a step's tokens and counts them a moment later.
    void forgivesAnEngineThatCountsALittleLate()
    {
        EngineWatch watch(std::nullopt);
        watch.look(MetricsText(page(0, 0)), exactly(0, 0), Time{} + 2s);
        watch.look(MetricsText(page(30, 5)), exactly(30, 7), Time{} + 4s);
        QVERIFY(!watch.traffic().isOurError());
        watch.look(MetricsText(page(30, 7)), exactly(30, 7), Time{} + 6s);
        QVERIFY(!watch.traffic().isOurError());
        QVERIFY(!watch.traffic().isUnmetered());
        watch.look(MetricsText(page(30, 7)), exactly(30, 9), Time{} + 8s);
        watch.look(MetricsText(page(30, 7)), exactly(30, 9), Time{} + 10s); // it never came
        QCOMPARE(watch.traffic().overcountedOutput, 2);
        QVERIFY(!watch.traffic().sentence(QStringLiteral("vllm")).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestEngineWatch)
#include "tst_enginewatch.moc"
