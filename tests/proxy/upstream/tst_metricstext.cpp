// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/upstream/metricstext.h"

#include <QTest>

using proxy::MetricsText;

class tst_MetricsText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpTheEnginesOfOneName()
    {
        const MetricsText metrics(
            "# HELP vllm:num_requests_running Running.\n"
            "# TYPE vllm:num_requests_running gauge\n"
            "vllm:num_requests_running{engine=\"0\",model_name=\"a b}c\"} 3.0\n"
            "vllm:num_requests_running{engine=\"1\",model_name=\"m\"} 4.0\n"
            "vllm:num_requests_running_other{engine=\"1\"} 9.0\n"
            "vllm:kv_cache_usage_perc{engine=\"0\"} 0.25\n"
            "vllm:kv_cache_usage_perc{engine=\"1\"} 0.75\n"
            "vllm:plain 7 1755700000\n"
            "process_cpu_seconds_total 5\n");
        QCOMPARE(metrics.sum("vllm:num_requests_running"), std::optional(7.0));
        QCOMPARE(metrics.maximum("vllm:kv_cache_usage_perc"), std::optional(0.75));
        QCOMPARE(metrics.sum("vllm:plain"), std::optional(7.0));
    }

    void knowsTheDifferenceBetweenNoneAndZero()
    {
        QCOMPARE(MetricsText("vllm:x{a=\"1\"} 0.0\n").sum("vllm:x"), std::optional(0.0));
        QCOMPARE(MetricsText("vllm:x{a=\"1\"} broken\n").sum("vllm:x"), std::nullopt);
        QCOMPARE(MetricsText("").sum("vllm:x"), std::nullopt);
        QCOMPARE(MetricsText("vllm:x").maximum("vllm:x"), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(tst_MetricsText)
#include "tst_metricstext.moc"
