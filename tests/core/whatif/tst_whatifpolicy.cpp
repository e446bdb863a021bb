// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/policy/policyreader.h"
#include "core/whatif/whatif.h"

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
Price named(const char *model, qint64 outputDollars)
{
    Price price;
    price.model = QString::fromLatin1(model);
    price.rates.output = outputDollars * Money::NanosPerDollar;
    return price;
}

/// A route with two tiers: "small" at $1,000 per million output tokens, "large" at ten times that.
WhatIfQuestion asking(const QByteArray &rules)
{
    Route route;
    route.path = "/answer";
    route.tiers = {{"cheap", "small"}, {"expensive", "large"}};
    const QByteArray text = "{version: \"1\", namespaces: {default: {rules: [" + rules + "]}}}";
    WhatIfQuestion question;
    question.wantsDecisions = true;
    question.policy =
        ProposedPolicy{std::make_shared<const Policy>(policyFrom(text, u"policy"_s).value()),
                       {route},
                       std::make_shared<const PriceBook>(
                           std::vector{named("small", 1'000), named("large", 10'000)})};
    return question;
}

/// A call on that route: 20 output tokens (samples.h), so 0.02 by the small model, 0.20 by the
/// large one.
struct Routed : Fixture
{
    void call(quint64 number, const char *model, const QByteArray &asked = {})
    {
        Attribution who = by("a", model);
        who.of(Dimension::Route) = "/answer";
        HoldRecord record = hold(number, Noon + number * 1min, who);
        const bool isLarge = who.of(Dimension::Model) == "large";
        record.bound.cost = Money::fromNanos(isLarge ? 200'000'000 : 20'000'000);
        if (!asked.isEmpty()) {
            record.decision = Decision::Downgrade;
            record.reason = "{\"asked_model\":\"" + asked + "\"}";
        }
        if (!write({record, settlement(record, record.bound.cost.nanos())})) {
            qFatal("not written");
        }
    }
};
} // namespace

/// A proposed policy, asked about calls that were.
class TestWhatIfPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksAPolicyForTheModelThatWasWanted();
    void movesCallsOnceAPolicysBudgetIsSpent();
    void listsWhomARuleWouldRefuse();
};

// A preference that is in force says what happened; without it the call would have been dear.
void TestWhatIfPolicy::asksAPolicyForTheModelThatWasWanted()
{
    Routed traffic;
    traffic.call(1, "small", "large");
    traffic.call(2, "small");
    const QByteArray preference =
        "{id: thrift, primitive: route_preference, route_name: /answer, prefer_tier: cheap}";
    const auto same = replay(traffic.path, asking(preference)).value();
    QCOMPARE(same.wasDowngraded, 1);
    QCOMPARE(same.wouldDowngrade, 1);
    QCOMPARE(same.wouldSpend, same.spent);
    QCOMPARE(same.decisions[0].would, Replayed::Downgraded);
    QCOMPARE(same.decisions[1].would, Replayed::Admitted);
    const auto without = replay(traffic.path, asking("")).value();
    QCOMPARE(without.wouldDowngrade, 0);
    QCOMPARE(without.wouldSpend - without.spent, Money::fromNanos(180'000'000)); // 0.20 - 0.02
}

// From $0.40 on: two dear calls, and then cheap ones.
void TestWhatIfPolicy::movesCallsOnceAPolicysBudgetIsSpent()
{
    Routed traffic;
    for (quint64 i = 1; i <= 5; ++i) {
        traffic.call(i, "large");
    }
    const auto answer = replay(traffic.path,
                               asking("{id: saver, primitive: budget_threshold, period: "
                                      "calendar_day, limit_usd: 0.40, action: downgrade}"))
                            .value();
    QCOMPARE(answer.newlyRefused, 0);
    // The second call reaches the mark itself: settled + held are 0.40 with it.
    QCOMPARE(answer.wouldDowngrade, 4);
    QCOMPARE(answer.wouldSpend, Money::fromNanos(200'000'000 + 4 * 20'000'000));
}

void TestWhatIfPolicy::listsWhomARuleWouldRefuse()
{
    Routed traffic;
    traffic.call(1, "large");
    traffic.call(2, "small");
    const auto answer =
        replay(traffic.path,
               asking("{id: only-small, primitive: model_allow, models: [small], action: deny}"))
            .value();
    QCOMPARE(answer.newlyRefused, 1);
    QCOMPARE(answer.firstRefusal, std::optional(Noon + 1min));
    QCOMPARE(answer.hits.size(), 1U);
    QCOMPARE(answer.hits[0].budgetId, "only-small");
    QCOMPARE(answer.hits[0].label, "default");
    QCOMPARE(answer.hits[0].saved, Money::fromNanos(200'000'000));
}

QTEST_GUILESS_MAIN(TestWhatIfPolicy)
#include "tst_whatifpolicy.moc"
