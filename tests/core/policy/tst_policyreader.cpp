// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policytext.h"

#include "core/configuration/configuration.h"
#include "core/policy/policybudgets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;

class TstPolicyReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSeedsOwnFileAsItIs();
    void readsWhatCapstanAdds();
    void namesLineAndKeyOfEveryError_data();
    void namesLineAndKeyOfEveryError();
    void makesAnEnforcedBudgetOfADeny();
    void makesAnAuditedBudgetOfADowngrade();
    void findsTheRuleBehindABudget();
};

// S3-08
void TstPolicyReader::readsTheSeedsOwnFileAsItIs()
{
    const auto policy = policyFrom(SeedPolicy);
    QVERIFY2(policy.ok(), qPrintable(policy.ok() ? QString() : policy.error().message));
    QCOMPARE(policy->version, "1"_ba);
    const PolicyRule &cap = policy->find("demo")->rules.at(0);
    QCOMPARE(cap.window.toText(), "rolling:1h"_ba);
    QCOMPARE(cap.limit, Money::fromDollars(1));
    QCOMPARE(cap.action, PolicyAction::Deny);
    QCOMPARE(cap.denyReason, "Hourly budget exceeded"_ba);
    const PolicyRule &preference = policy->find("demo")->rules.at(1);
    QCOMPARE(preference.routeName, "/answer-routed"_ba);
    QCOMPARE(preference.tier, "cheap"_ba);
    const PolicyRule &anomaly = policy->find("demo")->rules.at(2);
    QCOMPARE(anomaly.baseline, std::chrono::hours(24));
    QCOMPARE(anomaly.multiplier, 3 * PolicyRule::One);
    QCOMPARE(policy->find("default")->rules.at(0).action, PolicyAction::Downgrade);
}

// S3-12
void TstPolicyReader::readsWhatCapstanAdds()
{
    const auto policy = policyWith({
        R"({ id: a, primitive: budget_threshold, period: calendar_month, zone: Europe/Berlin, limit_usd: 5, action: deny })",
        R"({ id: b, primitive: model_allow, models: ["llama-*", small], action: deny })",
        R"({ id: c, primitive: time_window, days: [mon, fri], from: "08:30", to: "24:00", action: deny })",
        R"({ id: d, primitive: tag_rule, tag: project, values: ["*"], action: deny, deny_reason: "Say which project" })",
        R"({ id: e, primitive: budget_threshold, period: weekly, limit_usd: 5, action: deny })",
    });
    QVERIFY2(policy.ok(), qPrintable(policy.ok() ? QString() : policy.error().message));
    const std::vector<PolicyRule> &rules = policy->find("default")->rules;
    QCOMPARE(rules.at(0).window.toText(), "month@Europe/Berlin"_ba);
    QCOMPARE(rules.at(1).allowed, (std::vector<QByteArray>{"llama-*", "small"}));
    QCOMPARE(rules.at(2).hours.days, 0b0010001);
    QCOMPARE(rules.at(2).hours.from, std::chrono::minutes(8 * 60 + 30));
    QCOMPARE(rules.at(2).hours.to, std::chrono::minutes(24 * 60));
    QCOMPARE(rules.at(3).tag, "project"_ba);
    QCOMPARE(rules.at(4).window.toText(), "rolling:168h"_ba);
}

// S3-08, and the edge set of requirements 3.2: what the seed loads without a word.
void TstPolicyReader::namesLineAndKeyOfEveryError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto rule = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(
                                   "version: \"1\"\nnamespaces:\n  n:\n    rules:\n      - ") +
                                   text
                            << QString::fromUtf8(expected);
    };
    QTest::newRow("no version") << "namespaces: {}\n"_ba << u"\"version\" is missing"_s;
    QTest::newRow("no namespaces") << "version: \"1\"\n"_ba << u"\"namespaces\" is missing"_s;
    QTest::newRow("no map") << "- a\n"_ba << u"is a list where a map"_s;
    QTest::newRow("not YAML") << "version: [\n"_ba << u"is not valid YAML"_s;
    QTest::newRow("no rules") << "version: \"1\"\nnamespaces:\n  n: {}\n"_ba
                              << u"policy.yaml:3: namespaces.n: \"rules\" is missing"_s;
    rule("no id", "{ primitive: cost_anomaly }", "\"id\" is missing");
    rule("no primitive", "{ id: a }", "\"primitive\" is missing");
    rule("unknown primitive",
         "{ id: a, primitive: magic }",
         "rules[0].primitive: \"magic\" is not allowed");
    rule("unknown period",
         "{ id: a, primitive: budget_threshold, period: yearly, limit_usd: 1, action: deny }",
         "rules[0].period: \"yearly\" is not allowed");
    rule("missing action",
         "{ id: a, primitive: budget_threshold, period: daily, limit_usd: 1 }",
         "\"action\" is missing");
    rule("unknown action",
         "{ id: a, primitive: budget_threshold, period: daily, limit_usd: 1, action: explode }",
         "rules[0].action: \"explode\" is not allowed");
    rule("missing limit",
         "{ id: a, primitive: budget_threshold, period: daily, action: deny }",
         "\"limit_usd\" is missing");
    rule("negative limit",
         "{ id: a, primitive: budget_threshold, period: daily, limit_usd: -1, action: deny }",
         "rules[0].limit_usd: \"-1\"");
    rule("limit that is no number",
         "{ id: a, primitive: budget_threshold, period: daily, limit_usd: .nan, action: deny }",
         "rules[0].limit_usd: \".nan\"");
    rule("a key of another primitive",
         "{ id: a, primitive: cost_anomaly, limit_usd: 1 }",
         "rules[0].limit_usd: is an unknown key");
    rule("multiplier zero",
         "{ id: a, primitive: cost_anomaly, threshold_multiplier: 0 }",
         "rules[0].threshold_multiplier: \"0\" is not a multiplier");
    rule("baseline zero",
         "{ id: a, primitive: cost_anomaly, baseline_window_hours: 0 }",
         "rules[0].baseline_window_hours: \"0\"");
    rule("unknown tier",
         "{ id: a, primitive: route_preference, prefer_tier: golden }",
         "rules[0].prefer_tier: \"golden\" is not allowed");
    rule("empty model list",
         "{ id: a, primitive: model_allow, models: [], action: deny }",
         "rules[0].models: is an empty list");
    rule("time of day",
         R"({ id: a, primitive: time_window, from: "25:00", to: "26:00", action: deny })",
         "rules[0].from: \"25:00\" is not a time of day");
    rule(
        "zone",
        R"({ id: a, primitive: time_window, from: "08:00", to: "09:00", zone: Mars, action: deny })",
        "rules[0].zone: \"Mars\" is not a time zone");
    rule("id twice",
         "{ id: a, primitive: cost_anomaly }\n      - { id: a, primitive: cost_anomaly }",
         "policy.yaml:6: namespaces.n.rules[1]: the id a stands twice");
}

void TstPolicyReader::namesLineAndKeyOfEveryError()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto policy = policyFrom(text);
    QVERIFY(!policy.ok());
    QVERIFY2(policy.error().message.startsWith(u"policy.yaml:"_s),
             qPrintable(policy.error().message));
    QVERIFY2(policy.error().message.contains(expected), qPrintable(policy.error().message));
    QVERIFY(!policy.error().remedy.isEmpty());
}

// S3-11
void TstPolicyReader::makesAnEnforcedBudgetOfADeny()
{
    const std::vector<Budget> budgets = policyBudgets(*policyFrom(SeedPolicy), {});
    QCOMPARE(budgets.size(), 2U);
    const Budget &hourly = budgets.at(1);
    QCOMPARE(hourly.id, "policy:demo:demo-hourly-cap"_ba);
    QCOMPARE(hourly.selector.toText(), "namespace:demo"_ba);
    QCOMPARE(hourly.limit, Money::fromDollars(1).nanos());
    QCOMPARE(hourly.mode, BudgetMode::Enforce);
    QVERIFY(hourly.validate().ok());
}

void TstPolicyReader::makesAnAuditedBudgetOfADowngrade()
{
    const std::vector<Route> routes{
        {"/answer-routed", {{"cheap", "llama-8b"}, {"expensive", "gpt-small"}}, 500}};
    const Budget daily = policyBudgets(*policyFrom(SeedPolicy), routes).at(0);
    QCOMPARE(daily.mode, BudgetMode::Audit);
    QCOMPARE(daily.softMarks, std::vector<int>{Budget::Whole});
    QCOMPARE(daily.atSoft.downgrades.size(), 1U);
    QCOMPARE(daily.atSoft.downgrades.front().from, std::vector<QByteArray>{"gpt-small"});
    QCOMPARE(daily.atSoft.downgrades.front().to, "llama-8b"_ba);
    QVERIFY(daily.validate().ok());
}

void TstPolicyReader::findsTheRuleBehindABudget()
{
    const Policy policy = *policyFrom(SeedPolicy);
    QCOMPARE(policyRule(policy, "policy:demo:demo-hourly-cap")->denyReason,
             "Hourly budget exceeded"_ba);
    QVERIFY(policyRule(policy, "b-0123456789ab") == nullptr);
    QVERIFY(isPolicyBudget("policy:demo:gone"));
    QVERIFY(policyRule(policy, "policy:demo:gone") == nullptr);
}

QTEST_APPLESS_MAIN(TstPolicyReader)
#include "tst_policyreader.moc"
