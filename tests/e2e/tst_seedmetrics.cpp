// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet.h"
#include "metricvalue.h"

#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

/// Two models of one provider for "auto" to choose from, and one of a provider in trouble.
FleetWish switchedOn()
{
    return {{{u"--model"_s, u"large"_s, u"--model"_s, u"small"_s, u"--prompt-tokens-details"_s},
             {u"--model"_s, u"large"_s, u"--script"_s, u"503"_s}},
            "metrics: { legacy_names: true }\n"
            "providers:\n"
            "  a: { type: openai, base_url: \"@0/v1\" }\n"
            "  b: { type: openai, base_url: \"@1/v1\" }\n"
            "models:\n"
            "  good: { provider: a, physical_name: large, quality: 0.95, " +
                CentPrice +
                " }\n"
                "  plain: { provider: a, physical_name: small, quality: 0.7, "
                "price: { input: 0, output: 1000 } }\n"
                "  falls: { provider: b, physical_name: large, fallbacks: [good], " +
                CentPrice +
                " }\n"
                "routing:\n"
                "  task_types: { code_review: [plain, good] }\n"
                "  models: [good]\n"};
}

QByteArray tenTokens(const QByteArray &model)
{
    return chatBody("[[tokens=10]]", "\"max_tokens\":10,", model);
}

const QByteArray CodeReview = payer("acme") + "x-capstan-task-type: code_review\r\n";

} // namespace

/// The six metric families of seed S2 under their own names.
class TestSeedMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areThereOnlyWhenSwitchedOn()
    {
        Site usual;
        QVERIFY(usual.isRunning());
        QCOMPARE(usual.chat(chatBody("[[tokens=2]]")).status(), 200);
        QVERIFY(!usual.get("/metrics").body().contains("vapora"));
    }

    void countRequestsByProviderTaskAndStatus() // S2-39
    {
        Fleet fleet(switchedOn());
        QVERIFY2(fleet.isRunning(), fleet.capstan().errorText().constData());
        QCOMPARE(fleet.chat(tenTokens("good")).status(), 200);
        QCOMPARE(fleet.chat(tenTokens("auto"), CodeReview).status(), 200);
        QVERIFY(fleet.chat(chatBody("[[sim:500]]", {}, "plain"), CodeReview).status() >= 500);
        const QByteArray page = fleet.get("/metrics").body();
        const auto requests = [&page](const QByteArray &task, const QByteArray &status) {
            return metricValue(page,
                               "vapora_llm_provider_requests_total{provider=\"a\",task_type=\"" +
                                   task + "\",status=\"" + status + "\"}")
                .toInt();
        };
        QCOMPARE(requests("none", "success"), 1);
        QCOMPARE(requests("code_review", "success"), 1);
        QVERIFY(requests("code_review", "error") >= 1); // it may have been tried again
    }

    void haveBucketsForAnswersThatTakeMinutes() // S2-40
    {
        Fleet fleet(switchedOn());
        QVERIFY(fleet.isRunning());
        QCOMPARE(fleet.chat(tenTokens("good")).status(), 200);
        const QByteArray page = fleet.get("/metrics").body();
        const QByteArray latency = "vapora_llm_provider_latency_seconds";
        QCOMPARE(metricValue(page, latency + R"(_count{provider="a"})"), "1");
        // The usual buckets of a web server would end at 10 s.
        for (const char *bound : {"0.25", "10", "40", "160", "640"}) {
            QCOMPARE(metricValue(page, latency + "_bucket{provider=\"a\",le=\"" + bound + "\"}"),
                     "1");
        }
    }

    void countEachTokenAsOneKind() // S2-41
    {
        Fleet fleet(switchedOn());
        QVERIFY(fleet.isRunning());
        const test::Answer answer =
            fleet.chat(chatBody("one two three four five six [[sim:cached=3]] [[tokens=10]]",
                                "\"max_tokens\":10,",
                                "good"));
        QCOMPARE(answer.status(), 200);
        const qint64 prompt = answer.json()["usage"_L1]["prompt_tokens"_L1].toInteger();
        const QByteArray page = fleet.get("/metrics").body();
        const auto tokens = [&page](const QByteArray &type) {
            return metricValue(page,
                               "vapora_llm_provider_tokens_total{provider=\"a\",type=\"" + type +
                                   "\"}")
                .toLongLong();
        };
        QCOMPARE(tokens("cached_input"), 3);
        QCOMPARE(tokens("input"), prompt - 3);
        QCOMPARE(tokens("output"), 10);
        QCOMPARE(tokens("cache_write"), 0);
    }

    void sayWhatChoseTheModel() // S2-42
    {
        Fleet fleet(switchedOn());
        QVERIFY(fleet.isRunning());
        QCOMPARE(fleet.chat(tenTokens("auto")).status(), 200);
        QCOMPARE(fleet.chat(tenTokens("good")).status(), 200); // named although there are rules
        QCOMPARE(fleet.chat(tenTokens("falls")).status(), 200);
        const QByteArray budget = R"({"id":"b-1","selector":"tenant:poor","limit_nano_usd":)"
                                  R"(200000000,"window":"day","clamp":true})"; // $0.20: 20 tokens
        QCOMPARE(test::HttpClient(fleet.port()).post("/api/admin/budgets", budget).status(), 201);
        const QByteArray hundred = chatBody("[[tokens=10]]", "\"max_tokens\":100,", "good");
        QCOMPARE(fleet.chat(hundred, payer("poor")).status(), 200);
        const QByteArray page = fleet.get("/metrics").body();
        for (const char *reason : {"rules", "override", "fallback", "budget"}) {
            QCOMPARE(metricValue(page,
                                 QByteArray("vapora_llm_routing_decisions_total{selected_provider="
                                            "\"a\",task_type=\"none\",reason=\"") +
                                     reason + "\"}"),
                     "1");
        }
    }

    void countFallbacksFromOneProviderToTheNext() // S2-43
    {
        Fleet fleet(switchedOn());
        QVERIFY(fleet.isRunning());
        QCOMPARE(fleet.chat(tenTokens("falls")).status(), 200);
        QCOMPARE(metricValue(fleet.get("/metrics").body(),
                             "vapora_llm_fallback_triggers_total{from_provider=\"b\","
                             "to_provider=\"a\",reason=\"server_error\"}"),
                 "1");
    }

    void countWhatBudgetsDid() // S2-44
    {
        Fleet fleet(switchedOn());
        QVERIFY(fleet.isRunning());
        const QByteArray budget = R"({"id":"b-1","selector":"tenant:poor","limit_nano_usd":)"
                                  R"(120000000,"window":"day","clamp":false})"; // $0.12
        QCOMPARE(test::HttpClient(fleet.port()).post("/api/admin/budgets", budget).status(), 201);
        QCOMPARE(fleet.chat(tenTokens("good")).status(), 200);                // no budget: normal
        QCOMPARE(fleet.chat(tenTokens("good"), payer("poor")).status(), 200); // 0.10: past 80 %
        QCOMPARE(fleet.chat(tenTokens("good"), payer("poor")).status(), 402); // 0.20
        const QByteArray page = fleet.get("/metrics").body();
        const auto enforced = [&page](const QByteArray &tier, const QByteArray &action) {
            return metricValue(page,
                               "vapora_llm_budget_enforcement_total{tier=\"" + tier +
                                   "\",action=\"" + action + "\"}");
        };
        QCOMPARE(enforced("normal", "allow"), "1");
        QCOMPARE(enforced("near_threshold", "warn"), "1");
        QCOMPARE(enforced("exceeded", "refuse"), "1");
        // What the seed lacked: dollars, and how much is left and held.
        const QByteArray bucket = R"({budget="b-1",label="tenant:poor",unit="dollars"})";
        QCOMPARE(metricValue(page, R"(capstan_cost_dollars_total{provider="a",model="large"})"),
                 "0.2");
        QCOMPARE(metricValue(page, "capstan_budget_remaining" + bucket).toDouble(), 0.02);
        QCOMPARE(metricValue(page, "capstan_budget_held" + bucket), "0");
    }
};

QTEST_GUILESS_MAIN(TestSeedMetrics)
#include "tst_seedmetrics.moc"
