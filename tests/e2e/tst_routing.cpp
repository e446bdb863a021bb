// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet.h"

#include <QJsonDocument>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

/// Three models at two providers; "good" costs ten times what "plain" does, and "house" nothing.
QByteArray house(const QByteArray &routing)
{
    return "providers:\n"
           "  a: { type: openai, base_url: \"@0/v1\", local: false }\n"
           "  b: { type: openai, base_url: \"@1/v1\", local: true, api_key_env: B_KEY }\n"
           "models:\n"
           "  good: { provider: a, physical_name: large, quality: 0.95,\n"
           "          price: { input: 0, output: 10000 } }\n"
           "  plain: { provider: a, physical_name: small, quality: 0.7,\n"
           "           price: { input: 0, output: 1000 } }\n"
           "  house: { provider: b, physical_name: own, quality: 0.5,\n"
           "           price: { input: 0, output: 0 } }\n" +
           routing;
}

Fleet fleetWith(const QByteArray &routing, const QString &keyOfB = u"right"_s)
{
    FleetWish wish{{{u"--model"_s, u"large"_s, u"--model"_s, u"small"_s},
                    {u"--model"_s, u"own"_s, u"--model"_s, u"large"_s, u"--api-key"_s, u"right"_s}},
                   house(routing)};
    if (!keyOfB.isEmpty()) {
        wish.environment.insert(u"B_KEY"_s, keyOfB);
    }
    return Fleet(std::move(wish));
}

QByteArray ask(const QByteArray &model)
{
    return chatBody("[[tokens=10]]", "\"max_tokens\":10,", model);
}

QByteArray wish(const QByteArray &headers)
{
    return payer("acme") + headers;
}

} // namespace

class TstRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesEveryProviderWithItsOwnKey() // S4-08, S4-09
    {
        Fleet fleet = fleetWith({});
        QVERIFY(fleet.isRunning());
        QTRY_COMPARE(fleet.chat(ask("house")).status(), 200);
        QCOMPARE(fleet.chat(ask("house")).header("x-capstan-provider"), "b"_ba);
        QCOMPARE(fleet.chat(ask("good")).header("x-capstan-model"), "large"_ba);
        // A name that no model has: the first provider that lists it. The price book has it under
        // the physical name as well.
        const test::Answer physical = fleet.chat(ask("large"));
        QCOMPARE(physical.header("x-capstan-provider"), "a"_ba);
        QCOMPARE(physical.header("x-capstan-cost-usd"), "0.1"_ba);
        QCOMPARE(fleet.chat(ask("own")).header("x-capstan-provider"), "b"_ba);
        QVERIFY(fleet.capstan().errorText().contains("The model large is listed by a and by b"));
    }

    void listsLogicalModelsAndThoseOfAllProviders() // S4-04
    {
        Fleet fleet = fleetWith({});
        QVERIFY(fleet.isRunning());
        const test::Answer answer = fleet.get("/v1/models");
        QVERIFY2(answer.status() == 200, answer.body());
        const QJsonArray cards = answer.json()["data"_L1].toArray();
        QStringList names;
        for (const QJsonValue card : cards) {
            names << card["id"_L1].toString();
        }
        QCOMPARE(
            names,
            (QStringList{u"good"_s, u"plain"_s, u"house"_s, u"large"_s, u"small"_s, u"own"_s}));
        QCOMPARE(cards[0]["root"_L1].toString(), u"large"_s);
        QCOMPARE(cards[0]["pricing"_L1]["output"_L1].toDouble(), 10'000.0);
    }

    void givesAnAnswerTheConfiguredLimitWhenTheClientGivesNone() // S4-02
    {
        Fleet fleet({{{}},
                     "providers: { a: { type: openai, base_url: \"@0/v1\" } }\n"
                     "models:\n"
                     "  short: { provider: a, physical_name: cent, max_tokens: 7, " +
                         CentPrice + " }\n"});
        QVERIFY(fleet.isRunning());
        const auto answered = [&fleet](const QByteArray &more) {
            return fleet.chat(chatBody("[[tokens=50]]", more, "short"))
                .json()["usage"_L1]["completion_tokens"_L1]
                .toInt();
        };
        QCOMPARE(answered({}), 7);
        QCOMPARE(answered("\"max_tokens\":9,"), 9);
        for (const SettledRow &row : fleet.ledger().settlements) {
            QCOMPARE(row.bound.cost, row.cost); // 7 and 9 cents were held, and spent
        }
    }

    void saysWhyNobodyCanServe() // S2-06, S2-07, S2-09, S4-11, S4-18
    {
        Fleet fleet = fleetWith({}, {});
        QVERIFY(fleet.isRunning());
        const test::Answer answer = fleet.chat(ask("house"));
        QCOMPARE(answer.status(), 503);
        QCOMPARE(answer.errorCode(), "no_available_provider"_ba);
        QVERIFY(answer.body().contains("own at b (B_KEY is not set)"));
        const test::Answer unknown = fleet.chat(ask("nothing"));
        QCOMPARE(unknown.status(), 404);
        QVERIFY(unknown.body().contains("good, plain, house"));
    }

    void routesByTaskTypeAndQuality() // S2-07, S2-08, S2-12, S2-15
    {
        Fleet fleet = fleetWith("routing:\n"
                                "  task_types: { code_review: [plain, good] }\n"
                                "  models: [house]\n");
        QVERIFY(fleet.isRunning());
        QTRY_COMPARE(fleet.chat(ask("house")).status(), 200);
        const auto served = [&fleet](const QByteArray &headers) {
            return fleet.chat(ask("auto"), wish(headers)).header("x-capstan-model");
        };
        QCOMPARE(served("x-capstan-task-type: code_review\r\nx-capstan-quality: low\r\n"),
                 "small"_ba);
        QCOMPARE(served("x-capstan-task-type: code_review\r\nx-capstan-quality: critical\r\n"),
                 "large"_ba);
        QCOMPARE(served("x-capstan-task-type: documentation\r\n"), "own"_ba);
        QCOMPARE(served("x-capstan-task-type: code_review\r\nx-capstan-quality: critical\r\n"
                        "x-capstan-task-budget-usd: 0.05\r\n"),
                 "small"_ba); // $0.10 is too much
        // A model that is named is an override.
        QCOMPARE(
            fleet.chat(ask("good"), wish("x-capstan-quality: low\r\n")).header("x-capstan-model"),
            "large"_ba);
        QCOMPARE(fleet.chat(ask("auto"), wish("x-capstan-quality: best\r\n")).status(), 400);
        const LedgerRows rows = fleet.ledger();
        QVERIFY(std::ranges::any_of(rows.reasons, [](const QByteArray &reason) {
            return QJsonDocument::fromJson(reason)["task_type"_L1].toString() == "code_review"_L1;
        }));
    }

    /// What seed S2's agents do: High quality asked for, routed within the budget, tried in turn,
    /// counted once, under the task's type.
    void carriesAnAgentsTaskThrough() // S2-38, S2-18
    {
        FleetWish wish{
            {{u"--model"_s, u"large"_s, u"--model"_s, u"small"_s, u"--script"_s, u"503"_s},
             {u"--model"_s, u"own"_s, u"--model"_s, u"large"_s}},
            house("routing: { task_types: { code_generation: [good, house] } }\n"
                  "metrics: { legacy_names: true }\n")};
        wish.environment.insert(u"B_KEY"_s, u"any"_s);
        Fleet fleet(std::move(wish));
        QVERIFY(fleet.isRunning());
        QTRY_COMPARE(fleet.chat(ask("house")).status(), 200);
        const test::Answer answer = fleet.chat(
            ask("auto"),
            payer("acme", "developer") +
                "x-capstan-task-type: code_generation\r\nx-capstan-quality: critical\r\n");
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.header("x-capstan-attempts"), "2"_ba); // good is better, and was away
        QCOMPARE(answer.header("x-capstan-provider"), "b"_ba);
        QCOMPARE(answer.header("x-capstan-model"), "own"_ba);
        const QByteArray tags = fleet.get("/api/reports/cost_by_tag?format=csv").body();
        QVERIFY2(tags.contains("\ntask_type,code_generation,0,0,"), tags);
        const LedgerRows rows = fleet.ledger();
        const auto answered = std::ranges::count_if(rows.settlements, [](const SettledRow &row) {
            return row.decision == core::Decision::Fallback && row.usage.output == 10;
        });
        QCOMPARE(answered, 1);
    }

    void countsDecisionsAsTheSeedDid()
    {
        Fleet fleet = fleetWith("routing:\n"
                                "  models: [plain, house]\n"
                                "  budget_marks: { near: 0.5, exceeded: 0.9 }\n"
                                "metrics: { legacy_names: true }\n");
        QVERIFY(fleet.isRunning());
        QTRY_COMPARE(fleet.chat(ask("house")).status(), 200);
        test::HttpClient owner(fleet.port());
        QCOMPARE(owner.post("/api/budget", R"({"scope":"tenant:rich","limit":1})").status(), 201);
        const QByteArray rich = payer("rich") + "x-capstan-task-type: code_review\r\n"
                                                "x-capstan-quality: critical\r\n";
        QCOMPARE(fleet.chat(ask("auto"), rich).header("x-capstan-model"), "small"_ba); // $0.01
        for (int i = 0; i < 9; ++i) {
            QCOMPARE(fleet.chat(ask("good"), payer("rich")).status(), 200); // $0.91 with these
        }
        QCOMPARE(fleet.chat(ask("auto"), rich).header("x-capstan-model"), "own"_ba);
        const QByteArray page = fleet.get("/metrics").body();
        const auto has = [&page](const QByteArray &line) {
            return page.contains("\nvapora_llm_" + line + '\n');
        };
        QVERIFY2(has(R"(provider_requests_total{provider="a",task_type="code_review",)"
                     R"(status="success"} 1)"),
                 page.constData()); // S2-39
        // S2-40: an answer of an LLM takes minutes, and the buckets go so far.
        QVERIFY(has(R"(provider_latency_seconds_count{provider="a"} 10)"));
        QVERIFY(has(R"(provider_latency_seconds_bucket{provider="a",le="160"} 10)"));
        QVERIFY(has(R"(provider_tokens_total{provider="a",type="output"} 100)")); // S2-41: 10 x 10
        QVERIFY(page.contains(R"(vapora_llm_provider_tokens_total{provider="a",type="input"})"));
        // S2-42: by the rules, by name, and because the budget was nearly spent.
        QVERIFY(has(R"(routing_decisions_total{selected_provider="a",task_type="code_review",)"
                    R"(reason="rules"} 1)"));
        QVERIFY(has(R"(routing_decisions_total{selected_provider="a",task_type="none",)"
                    R"(reason="override"} 9)"));
        QVERIFY(has(R"(routing_decisions_total{selected_provider="b",task_type="code_review",)"
                    R"(reason="budget"} 1)"));
        // S2-44: and past 80 % of the budget the tier is another.
        QVERIFY(page.contains(R"(vapora_llm_budget_enforcement_total{tier="near_threshold",)"));
        QVERIFY(page.contains(R"(vapora_llm_budget_enforcement_total{tier="normal",)"));
        QVERIFY(page.contains("\ncapstan_budget_remaining{"));
        QVERIFY(page.contains("\ncapstan_cost_nanodollars_total "));
    }

    void staysAtHomeWhenMoneyIsShort() // S2-27, S2-28
    {
        Fleet fleet = fleetWith("routing:\n"
                                "  models: [good, plain, house]\n"
                                "  budget_marks: { near: 0.5, exceeded: 0.9 }\n");
        QVERIFY(fleet.isRunning());
        QTRY_COMPARE(fleet.chat(ask("house")).status(), 200);
        test::HttpClient owner(fleet.port());
        QCOMPARE(owner.post("/api/budget", R"({"scope":"tenant:acme","limit":1})").status(), 201);
        const QByteArray critical = wish("x-capstan-quality: critical\r\n");
        QCOMPARE(fleet.chat(ask("auto"), critical).header("x-capstan-model"), "large"_ba);
        for (int i = 0; i < 5; ++i) { // 6 x $0.10
            QCOMPARE(fleet.chat(ask("good"), payer("acme")).status(), 200);
        }
        const QByteArray high = wish("x-capstan-quality: high\r\n"); // 0.6: house is not enough
        QCOMPARE(fleet.chat(ask("auto"), high).header("x-capstan-model"), "small"_ba);
        for (int i = 0; i < 3; ++i) { // $0.61 + 3 x $0.10
            QCOMPARE(fleet.chat(ask("good"), payer("acme")).status(), 200);
        }
        QCOMPARE(fleet.chat(ask("auto"), critical).header("x-capstan-model"), "own"_ba);
    }

    void keepsInternalHeadersAndFieldsFromTheUpstream() // vllm-protocol 1.2
    {
        Fleet fleet = fleetWith({});
        QVERIFY(fleet.isRunning());
        const QByteArray body = chatBody("[[tokens=1]]",
                                         R"("priority":-5,"kv_transfer_params":{"a":1},)"
                                         R"("vllm_xargs":{"a":1},"request_id":"mine",)",
                                         "good");
        const QByteArray headers = "X-Vllm-Priority: -5\r\nX-data-parallel-rank: 1\r\n"
                                   "X-Request-Id: mine\r\nX-Capstan-Quality: low\r\n"
                                   "Authorization: Bearer client\r\n";
        const test::Answer answer = fleet.chat(body, wish(headers));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(fleet.requestsOf(0).last()["id"_L1].toString().toLatin1(),
                 answer.header("x-capstan-request-id"));
    }
};

QTEST_APPLESS_MAIN(TstRouting)
#include "tst_routing.moc"
