// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policytext.h"

#include "core/policy/policyengine.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;
using Decision = PolicyVerdict::Decision;

namespace {
/// Thursday, 19 November 2026, 12:00 UTC.
constexpr Time Noon{std::chrono::seconds(1'795'089'600)};

Money cents(qint64 amount)
{
    return Money::fromNanos(amount * (Money::NanosPerDollar / 100));
}

PolicyEngine engineOf(const Result<Policy> &policy)
{
    return PolicyEngine(std::make_shared<const Policy>(*policy));
}

struct Request
{
    QByteArray space = "default";
    QByteArray feature = {};
    QByteArray route = "/answer-routed";
    QByteArray model = "gpt-small";
    QByteArray tier = "expensive";
    Money bound = cents(1);
    std::vector<std::pair<QByteArray, QByteArray>> tags = {};

    [[nodiscard]] Attribution attribution() const
    {
        Attribution attribution;
        attribution.of(Dimension::Namespace) = space;
        attribution.of(Dimension::Feature) = feature;
        attribution.tags = tags;
        return attribution;
    }
    [[nodiscard]] PolicyVerdict by(PolicyEngine &engine, Time now = Noon) const
    {
        const Attribution who = attribution();
        return engine.evaluate({who, route, model, tier, bound}, now);
    }
};

/// As many requests of one feature as make a baseline, each at `cost`.
void runMany(PolicyEngine &engine, const QByteArray &feature, Money cost, Time at = Noon)
{
    const Attribution who = Request{.space = "demo", .feature = feature}.attribution();
    for (int i = 0; i < PolicyRule().minimumSamples; ++i) {
        QVERIFY(engine.settled(who, cost, cost, at).empty());
    }
}
} // namespace

class TstPolicyEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesNamesThatNobodyDefinedTheDefaultsBucket();
    void prefersTheCheapTierOnItsRouteOnly();
    void leavesWhoIsCheapAlreadyAlone();
    void leavesAPreferenceForTheExpensiveTierWithoutEffect();
    void tellsOfAnAnomalyAndAllows();
    void comparesStrictly();
    void needsEnoughSamplesForABaseline();
    void forgetsWhatIsOlderThanTheBaseline();
    void goesOnAfterAnAnomalyToALaterDeny();
    void tellsAfterwardsWhatCostTooMuch();
    void allowsListedModelsOnly();
    void keepsToTheHours_data();
    void keepsToTheHours();
    void demandsATag();
    void takesTheFirstRuleThatObjects();
};

// S3-09
void TstPolicyEngine::givesNamesThatNobodyDefinedTheDefaultsBucket()
{
    const Policy policy = *policyFrom(SeedPolicy);
    QCOMPARE(policy.namespaceFor("demo"), "demo"_ba);
    QCOMPARE(policy.namespaceFor("invented-1"), "default"_ba);
    QCOMPARE(policy.namespaceFor("invented-2"), "default"_ba);
    QCOMPARE(policy.namespaceFor({}), "default"_ba);

    // No default: nothing objects.
    PolicyEngine engine = engineOf(policyFrom("version: \"1\"\nnamespaces: {}\n"));
    const PolicyVerdict verdict = Request{}.by(engine);
    QCOMPARE(verdict.decision, Decision::Allow);
    QVERIFY(!verdict.primitive);
}

// S3-13, S3-15
void TstPolicyEngine::prefersTheCheapTierOnItsRouteOnly()
{
    PolicyEngine engine = engineOf(policyFrom(SeedPolicy));
    const PolicyVerdict there = Request{.space = "demo"}.by(engine);
    QCOMPARE(there.decision, Decision::Downgrade);
    QCOMPARE(there.reason, "route_prefers_cheap"_ba);
    QCOMPARE(there.tier, "cheap"_ba);
    QCOMPARE(there.policyId, "demo-route-preference"_ba);
    QCOMPARE(primitiveName(*there.primitive), "route_preference");

    const PolicyVerdict elsewhere =
        Request{.space = "demo", .route = "/conversation-turn"}.by(engine);
    QCOMPARE(elsewhere.decision, Decision::Allow);
    QCOMPARE(elsewhere.tier, "expensive"_ba);
}

// S3-05
void TstPolicyEngine::leavesWhoIsCheapAlreadyAlone()
{
    PolicyEngine engine = engineOf(policyFrom(SeedPolicy));
    const PolicyVerdict verdict = Request{.space = "demo", .tier = "cheap"}.by(engine);
    QCOMPARE(verdict.decision, Decision::Allow);
    QCOMPARE(verdict.tier, "cheap"_ba);
}

void TstPolicyEngine::leavesAPreferenceForTheExpensiveTierWithoutEffect()
{
    PolicyEngine engine =
        engineOf(policyWith({"{ id: a, primitive: route_preference, prefer_tier: expensive }"}));
    QCOMPARE(Request({.tier = "cheap"}).by(engine).decision, Decision::Allow);
}

// S3-14: 0.0900 > 0.0200 x 3.0
void TstPolicyEngine::tellsOfAnAnomalyAndAllows()
{
    PolicyEngine engine = engineOf(policyFrom(SeedPolicy));
    runMany(engine, "summarize", cents(2));
    const PolicyVerdict verdict = Request{
        .space = "demo",
        .feature = "summarize",
        .tier = "cheap",
        .bound = cents(9),
        .tags = {}}.by(engine);
    QCOMPARE(verdict.decision, Decision::Allow);
    QCOMPARE(verdict.reason,
             "cost_anomaly_detected: current=0.0900 exceeds baseline=0.0200 * 3.0"_ba);
    QCOMPARE(verdict.policyId, "demo-cost-anomaly"_ba);
    QCOMPARE(verdict.alerts.size(), 1U);

    const PolicyVerdict other = Request{
        .space = "demo",
        .feature = "translate",
        .tier = "cheap",
        .bound = cents(9),
        .tags = {}}.by(engine);
    QVERIFY(other.reason.isEmpty());
}

// The seed's test: .03 against .01 x 2 tells, .015 doesn't; and the threshold itself doesn't.
void TstPolicyEngine::comparesStrictly()
{
    PolicyEngine engine = engineOf(policyWith({"{ id: a, primitive: cost_anomaly }"}));
    runMany(engine, "f", cents(1));
    const auto alertsAt = [&engine](Money bound) {
        return Request{.feature = "f", .bound = bound}.by(engine).alerts.size();
    };
    QCOMPARE(alertsAt(cents(3)), 1U);
    QCOMPARE(alertsAt(Money::fromNanos(15'000'000)), 0U);
    QCOMPARE(alertsAt(cents(2)), 0U);
    QCOMPARE(alertsAt(Money::fromNanos(20'000'001)), 1U);
}

void TstPolicyEngine::needsEnoughSamplesForABaseline()
{
    PolicyEngine engine =
        engineOf(policyWith({"{ id: a, primitive: cost_anomaly, min_samples: 2 }"}));
    const Request dear{.feature = "f", .bound = cents(100)};
    QVERIFY(engine.settled(dear.attribution(), cents(1), cents(1), Noon).empty());
    QVERIFY(dear.by(engine).alerts.empty());
    QVERIFY(engine.settled(dear.attribution(), cents(1), cents(1), Noon).empty());
    QCOMPARE(dear.by(engine).alerts.size(), 1U);
}

void TstPolicyEngine::forgetsWhatIsOlderThanTheBaseline()
{
    PolicyEngine engine = engineOf(policyFrom(SeedPolicy));
    runMany(engine, "summarize", cents(1), Noon);
    const Request dear{
        .space = "demo", .feature = "summarize", .tier = "cheap", .bound = cents(50)};
    QCOMPARE(dear.by(engine, Noon + std::chrono::hours(23)).alerts.size(), 1U);
    QVERIFY(dear.by(engine, Noon + std::chrono::hours(25)).alerts.empty());
}

// S3-10: in the seed an anomaly ends the evaluation, and the deny behind it never happens.
void TstPolicyEngine::goesOnAfterAnAnomalyToALaterDeny()
{
    PolicyEngine engine = engineOf(
        policyWith({"{ id: odd, primitive: cost_anomaly, min_samples: 1 }",
                    "{ id: closed, primitive: model_allow, models: [llama-8b], action: deny }"}));
    const Request request{.feature = "f", .bound = cents(9)};
    QVERIFY(engine.settled(request.attribution(), cents(1), cents(1), Noon).empty());
    const PolicyVerdict verdict = request.by(engine);
    QCOMPARE(verdict.decision, Decision::Deny);
    QCOMPARE(verdict.policyId, "closed"_ba);
    QCOMPARE(verdict.reason, "model_not_allowed"_ba);
    QCOMPARE(verdict.alerts.size(), 1U);
}

// S3-35
void TstPolicyEngine::tellsAfterwardsWhatCostTooMuch()
{
    PolicyEngine engine = engineOf(policyFrom(SeedPolicy));
    runMany(engine, "summarize", cents(2));
    const Attribution who = Request{.space = "demo", .feature = "summarize"}.attribution();
    QVERIFY(engine.settled(who, cents(50), cents(6), Noon).empty()); // 0.06 is not above 0.02 x 3
    const auto alerts = engine.settled(who, cents(50), cents(40), Noon);
    QCOMPARE(alerts.size(), 1U);
    // (5 x 0.02 + 0.06) / 6 = 0.02666...
    QCOMPARE(alerts.front().reason,
             "cost_anomaly_detected: current=0.4000 exceeds baseline=0.0267 * 3.0"_ba);
    QCOMPARE(toJson({alerts.front()}),
             "[{\"policy_id\":\"" + alerts.front().policyId +
                 "\",\"reason\":\"cost_anomaly_detected: current=0.4000 exceeds baseline=0.0267 * "
                 "3.0\"}]");
    QVERIFY(toJson({}).isEmpty());
}

void TstPolicyEngine::allowsListedModelsOnly()
{
    PolicyEngine engine = engineOf(
        policyWith({R"({ id: a, primitive: model_allow, models: ["llama-*"], action: deny })"}));
    QCOMPARE(Request({.model = "llama-8b"}).by(engine).decision, Decision::Allow);
    QCOMPARE(Request({.model = "gpt-small"}).by(engine).decision, Decision::Deny);
    QCOMPARE(Request({.model = "my-llama-8b"}).by(engine).decision, Decision::Deny);
}

void TstPolicyEngine::keepsToTheHours_data()
{
    QTest::addColumn<QByteArray>("hours");
    QTest::addColumn<int>("hoursAfterNoon");
    QTest::addColumn<bool>("open");
    // Noon is a Thursday at 12:00 UTC, 13:00 in Berlin.
    const QByteArray day = R"(from: "08:00", to: "18:00")";
    QTest::newRow("within") << day << 0 << true;
    QTest::newRow("the end is outside") << day << 6 << false;
    QTest::newRow("the beginning is inside") << day << 20 << true;
    QTest::newRow("zone") << day + ", zone: Europe/Berlin" << 5 << false;
    QTest::newRow("another day") << day + ", days: [mon]" << 0 << false;
    const QByteArray night = R"(from: "22:00", to: "06:00", days: [thu])";
    QTest::newRow("before midnight") << night << 11 << true;
    QTest::newRow("after midnight, begun on Thursday") << night << 17 << true;
    QTest::newRow("in the night before") << night << -7 << false;
}

void TstPolicyEngine::keepsToTheHours()
{
    QFETCH(QByteArray, hours);
    QFETCH(int, hoursAfterNoon);
    QFETCH(bool, open);
    PolicyEngine engine =
        engineOf(policyWith({"{ id: a, primitive: time_window, action: deny, " + hours + " }"}));
    const PolicyVerdict verdict = Request{}.by(engine, Noon + std::chrono::hours(hoursAfterNoon));
    QCOMPARE(verdict.decision, open ? Decision::Allow : Decision::Deny);
    QCOMPARE(verdict.reason, open ? QByteArray() : "outside_time_window"_ba);
}

void TstPolicyEngine::demandsATag()
{
    PolicyEngine engine = engineOf(policyWith({R"({ id: a, primitive: tag_rule, tag: project,
          values: ["web-*"], action: deny, deny_reason: "Say which project" })"}));
    QCOMPARE(Request({}).by(engine).reason, "Say which project"_ba);
    QCOMPARE(Request({.tags = {{"project", "web-shop"}}}).by(engine).decision, Decision::Allow);
    QCOMPARE(Request({.tags = {{"project", "lab"}}}).by(engine).decision, Decision::Deny);
}

void TstPolicyEngine::takesTheFirstRuleThatObjects()
{
    PolicyEngine engine = engineOf(
        policyWith({"{ id: first, primitive: route_preference, prefer_tier: cheap }",
                    "{ id: second, primitive: model_allow, models: [none], action: deny }"}));
    QCOMPARE(Request({}).by(engine).policyId, "first"_ba);
    QCOMPARE(Request({.tier = "cheap"}).by(engine).policyId, "second"_ba);
}

QTEST_APPLESS_MAIN(TstPolicyEngine)
#include "tst_policyengine.moc"
