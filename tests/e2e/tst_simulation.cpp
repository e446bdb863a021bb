// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include "core/configuration/configuration.h"
#include "core/policy/policyreader.h"
#include "core/whatif/whatif.h"
#include "core/whatif/whatifjson.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {
/// `cheap` costs a tenth of a cent a token, `dear` a whole one; neither charges for input.
const QByteArray Routes =
    "\n"
    "  cheap: { provider: vllm, physical_name: unpriced, price: { input: 0, output: 1000 } }\n"
    "  dear: { provider: vllm, physical_name: cent, price: { input: 0, output: 10000 } }\n"
    "routes:\n"
    "  /answer-routed: { tiers: { cheap: cheap, expensive: dear }, max_output_tokens: 75 }\n"
    "policy: policy.yaml\n";

/// One namespace is refused, one moved to the cheaper tier by a rule, one by its budget.
const QByteArray Policy = R"(version: "1"
namespaces:
  default: { rules: [ { id: shared, primitive: budget_threshold, period: daily, limit_usd: 2.00, action: deny } ] }
  closed: { rules: [ { id: only-cheap, primitive: model_allow, models: [cheap], action: deny } ] }
  frugal: { rules: [ { id: thrift, primitive: route_preference, route_name: /answer-routed, prefer_tier: cheap } ] }
  saving: { rules: [ { id: saver, primitive: budget_threshold, period: daily, limit_usd: 1.00, action: downgrade } ] }
)";
/// The same without the rule that refuses and the one that prefers.
const QByteArray Looser = R"(version: "1"
namespaces:
  default: { rules: [ { id: shared, primitive: budget_threshold, period: daily, limit_usd: 2.00, action: deny } ] }
  closed: { rules: [] }
  frugal: { rules: [] }
  saving: { rules: [ { id: saver, primitive: budget_threshold, period: daily, limit_usd: 1.00, action: downgrade } ] }
)";

SiteWish wish()
{
    SiteWish wish;
    wish.configuration = Routes;
    return wish;
}

/// Calls of 75 tokens in each namespace, one after the other: 0.75 a dear one, 0.075 a cheap one.
struct Traffic
{
    Traffic()
        : site(wish())
    {
        QFile file(site.folder() + u"/policy.yaml"_s);
        started = file.open(QIODevice::WriteOnly) && file.write(Policy) == Policy.size();
        file.close();
        started = started && site.start();
        for (const char *space : {"", "closed", "frugal", "saving"}) {
            for (int i = 0; i < 4; ++i) {
                const int status = site.post("/infer",
                                             R"({"prompt":"[[tokens=75]] Go.","tenant_id":"acme",)"
                                             R"("model_tier":"expensive",)"
                                             R"("budget_namespace":")" +
                                                 QByteArray(space) + "\"}")
                                       .status();
                passed += status == 200 ? 1 : 0;
                refused += status == 402 || status == 403 ? 1 : 0;
            }
        }
    }
    Site site;
    bool started = false;
    int passed = 0;
    int refused = 0;
};

core::Price price(const char *model, qint64 output)
{
    core::Price price;
    price.model = QString::fromLatin1(model);
    price.rates.output = output * core::Money::NanosPerDollar;
    return price;
}

core::WhatIfQuestion questionAbout(const QByteArray &policy)
{
    core::Route route;
    route.path = "/answer-routed";
    route.tiers = {{"cheap", "cheap"}, {"expensive", "dear"}};
    core::WhatIfQuestion question;
    question.wantsDecisions = true;
    question.policy = core::ProposedPolicy{
        std::make_shared<const core::Policy>(core::policyFrom(policy, u"policy"_s).value()),
        {route},
        std::make_shared<const core::PriceBook>(
            std::vector{price("cheap", 1'000), price("dear", 10'000)})};
    return question;
}
} // namespace

/// What-if on traffic that the real program judged.
class TestSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Issue 6, point 3, for a policy: decision by decision what happened.
    void saysWhatHappenedForThePolicyThatWasInForce()
    {
        Traffic traffic;
        QVERIFY(traffic.started);
        // Two of the shared 2.00, none of the closed ones, all frugal ones on the cheap tier, and
        // of the saving ones a dear one and three cheap ones.
        QCOMPARE(traffic.refused, 2 + 4);
        QCOMPARE(traffic.passed, 2 + 4 + 4);
        QCOMPARE(traffic.site.stop(), 0);
        auto question = questionAbout(Policy);
        question.budgets = core::storedBudgets(traffic.site.ledgerFile()).value();
        const auto answer = core::replay(traffic.site.ledgerFile(), question).value();
        QCOMPARE(answer.calls, 16);
        QCOMPARE(answer.newlyRefused, 0);
        QCOMPARE(answer.newlyAdmitted, 0);
        QCOMPARE(answer.wouldRefuse, 6);
        QCOMPARE(answer.wasDowngraded, answer.wouldDowngrade);
        QCOMPARE(answer.wouldDowngrade, 4 + 3);
        QCOMPARE(answer.wouldSpend, answer.spent);
        for (const core::ReplayedDecision &decision : answer.decisions) {
            QCOMPARE(decision.would != core::Replayed::Refused, decision.wasAdmitted);
            QCOMPARE(decision.would == core::Replayed::Downgraded, decision.wasDowngraded);
        }
    }

    // Without the preference the frugal calls would have been dear: 4 x (0.75 - 0.075) more; the
    // refused ones are charged at their bound, 0.75 each.
    void saysWhatALooserPolicyWouldHaveCost()
    {
        Traffic traffic;
        QCOMPARE(traffic.site.stop(), 0);
        const auto answer = core::replay(traffic.site.ledgerFile(), questionAbout(Looser)).value();
        QCOMPARE(answer.newlyAdmitted, 4);
        QCOMPARE(answer.newlyRefused, 0);
        QCOMPARE(answer.wouldDowngrade, answer.wasDowngraded - 4);
        QVERIFY(answer.wouldSpend >= answer.spent + core::Money::fromNanos(2'700'000'000));
    }

    // Over HTTP and by command, as an object and as a file.
    void takesAPolicyOverHttpAndByCommand()
    {
        Traffic traffic;
        QJsonObject body;
        body.insert("policy"_L1, QString::fromUtf8(Looser));
        const auto answer = traffic.site.post("/api/admin/simulate", QJsonDocument(body).toJson());
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json().value("newly_admitted"_L1).toInt(), 4);
        const auto unsound = traffic.site.post(
            "/api/admin/simulate", R"({"policy":{"version":"1","namespaces":{"a":{"rule":[]}}}})");
        QCOMPARE(unsound.status(), 400);
        QVERIFY2(unsound.body().contains("namespaces.a.rule"), unsound.body());
    }
};

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
