// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/router.h"
#include "core/routing/tierroute.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Mode = RoutingRules::Mode;

namespace {

RouteCandidate candidate(const QByteArray &model, double dollarsPerThousand, Duration latency)
{
    RouteCandidate one;
    one.model = model;
    one.provider = model;
    one.dollarsPerThousandTokens = dollarsPerThousand;
    one.cost = Money::fromNanos(static_cast<qint64>(dollarsPerThousand * 1e9)); // 1,000 tokens
    one.latency = latency;
    one.isLocal = dollarsPerThousand == 0;
    return one;
}

/// The three of seed S2, with the constants of its providers (requirements 2.1).
std::vector<RouteCandidate> seedCandidates()
{
    std::vector<RouteCandidate> all{candidate("claude", 0.015, 800ms),
                                    candidate("openai", 0.03, 600ms),
                                    candidate("ollama", 0, 2000ms)};
    all[0].quality = 0.95;
    all[1].quality = 0.92;
    all[2].quality = 0.75;
    return all;
}

QByteArray chosen(const RouteDecision &decision)
{
    return decision.order.empty() ? QByteArray()
                                  : decision.considered[decision.order.front()].candidate.model;
}

QByteArrayList order(const RouteDecision &decision)
{
    QByteArrayList names;
    for (const std::size_t index : decision.order) {
        names << decision.considered[index].candidate.model;
    }
    return names;
}

} // namespace

class TstRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scoresAsTheSeedDid_data() // S2-12; requirements 2.2 and section 7 case 7
    {
        QTest::addColumn<Quality>("quality");
        QTest::addColumn<double>("claude");
        QTest::addColumn<double>("openai");
        QTest::addColumn<double>("ollama");
        QTest::newRow("critical") << Quality::Critical << 0.862233 << 0.878762 << 0.800000;
        QTest::newRow("high") << Quality::High << 0.822233 << 0.838762 << 0.760000;
        QTest::newRow("medium") << Quality::Medium << 0.742233 << 0.758762 << 0.680000;
        QTest::newRow("low") << Quality::Low << 0.662233 << 0.678762 << 0.600000;
    }
    void scoresAsTheSeedDid()
    {
        QFETCH(const Quality, quality);
        QFETCH(const double, claude);
        QFETCH(const double, openai);
        QFETCH(const double, ollama);
        const RouteDecision decision =
            decideRoute(Mode::Legacy, {.quality = quality}, BudgetTier::Normal, seedCandidates());
        const std::array expected{claude, openai, ollama};
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QVERIFY(qAbs(*decision.considered[i].score - expected[i]) < 0.0000005);
        }
        QCOMPARE(chosen(decision), "openai"_ba);
    }

    void prefersTheBetterModelForACriticalTask() // section 7 case 7, second half
    {
        const RouteWish critical{.taskType = "architecture_design", .quality = Quality::Critical};
        const RouteDecision best =
            decideRoute(Mode::Score, critical, BudgetTier::Normal, seedCandidates());
        QCOMPARE(chosen(best), "claude"_ba);
        const RouteDecision cheap = decideRoute(
            Mode::Score, {.quality = Quality::Low}, BudgetTier::Normal, seedCandidates());
        QCOMPARE(chosen(cheap), "ollama"_ba);
        QCOMPARE(best.reason, RouteReason::Rules);
    }

    void raisesTheQualityForAComplexTask() // S2-14
    {
        const auto scoreAt = [](Quality quality, int complexity) {
            return *decideRoute(Mode::Score,
                                {.quality = quality, .complexity = complexity},
                                BudgetTier::Normal,
                                seedCandidates())
                        .considered[0]
                        .score;
        };
        QCOMPARE(scoreAt(Quality::Medium, 75), scoreAt(Quality::High, 0));
        QCOMPARE(scoreAt(Quality::Medium, 74), scoreAt(Quality::Medium, 0));
        QCOMPARE(scoreAt(Quality::Critical, 100), scoreAt(Quality::Critical, 0));
    }

    void takesTheFirstOfEqualOnes() // S2-13
    {
        std::vector<RouteCandidate> equal{candidate("b", 0.01, 500ms), candidate("a", 0.01, 500ms)};
        for (const Mode mode : {Mode::Score, Mode::Legacy}) {
            QCOMPARE(order(decideRoute(mode, {}, BudgetTier::Normal, equal)),
                     (QByteArrayList{"b", "a"}));
        }
    }

    void leavesOutWhatIsUnavailable() // S2-09
    {
        std::vector<RouteCandidate> all = seedCandidates();
        all[1].unavailable = "OPENAI_API_KEY is not set";
        QCOMPARE(chosen(decideRoute(Mode::Legacy, {}, BudgetTier::Normal, all)), "claude"_ba);
        for (RouteCandidate &one : all) {
            one.unavailable = "down";
        }
        const RouteDecision none = decideRoute(Mode::Score, {}, BudgetTier::Normal, all);
        QVERIFY(none.order.empty());
        QCOMPARE(none.reason, RouteReason::None);
        QVERIFY(none.toRecord().json.contains(R"("because":"down")"));
    }

    void keepsWhatTheTaskCanStillPay() // S2-10, S2-11, S1-42: 0.015 x 1,000 tokens = $0.015
    {
        const auto withBudget = [](qint64 nanos) {
            return decideRoute(Mode::Legacy,
                               {.taskBudget = Money::fromNanos(nanos)},
                               BudgetTier::Normal,
                               seedCandidates());
        };
        QCOMPARE(order(withBudget(15'000'000)), (QByteArrayList{"claude", "ollama"})); // exact fit
        QCOMPARE(order(withBudget(14'999'999)), QByteArrayList{"ollama"});
        QCOMPARE(order(withBudget(0)), QByteArrayList{"ollama"}); // free is within no budget at all
        std::vector<RouteCandidate> dear{candidate("claude", 0.015, 800ms)};
        const RouteDecision none =
            decideRoute(Mode::Score, {.taskBudget = Money()}, BudgetTier::Normal, std::move(dear));
        QVERIFY(none.order.empty());
        QCOMPARE(none.reason, RouteReason::Budget);
    }

    void ranksQualityForMoney() // S2-46: quality x 100 / (cents + 1), as its documents have it
    {
        std::vector<RouteCandidate> all = seedCandidates(); // 1.5 cents, 3 cents, nothing
        all.push_back(candidate("gemini", 0.005, 500ms));   // half a cent
        all[3].quality = 0.88;
        const RouteDecision decision = decideRoute(
            Mode::Efficiency, {.quality = Quality::Critical}, BudgetTier::Normal, std::move(all));
        QCOMPARE(order(decision), (QByteArrayList{"ollama", "gemini", "claude", "openai"}));
        QCOMPARE(*decision.considered[0].score, 38.0); // 95 / 2.5
        QCOMPARE(*decision.considered[1].score, 23.0); // 92 / 4
        QCOMPARE(*decision.considered[2].score, 75.0); // 75 / 1
        QCOMPARE(*decision.considered[3].score, 88.0 / 1.5);
        QVERIFY(decision.toRecord().json.contains(R"("mode":"efficiency")"));
    }

    void obeysALatencyBoundWhileSomebodyCan() // S2-14
    {
        const auto within = [](Duration latency) {
            return order(decideRoute(
                Mode::Legacy, {.latency = latency}, BudgetTier::Normal, seedCandidates()));
        };
        QCOMPARE(within(700ms), QByteArrayList{"openai"});
        QCOMPARE(within(900ms), (QByteArrayList{"openai", "claude"}));
        QCOMPARE(within(1ms).size(), 3); // nobody can: rather slow than not at all
    }

    void tellsTheTiersApart_data() // S2-26
    {
        QTest::addColumn<qint64>("settled");
        QTest::addColumn<BudgetTier>("tier");
        QTest::newRow("49.9 %") << 4'999LL << BudgetTier::Normal;
        QTest::newRow("50 %") << 5'000LL << BudgetTier::Near;
        QTest::newRow("89.9 %") << 8'999LL << BudgetTier::Near;
        QTest::newRow("90 %") << 9'000LL << BudgetTier::Exceeded;
    }
    void tellsTheTiersApart()
    {
        QFETCH(const qint64, settled);
        QFETCH(const BudgetTier, tier);
        QCOMPARE(budgetTier(settled, 10'000, {}), tier);
    }

    void takesTheCheapestThatIsGoodEnoughNearTheBudget() // S2-27
    {
        const auto near = [](Quality quality) {
            return decideRoute(
                Mode::Score, {.quality = quality}, BudgetTier::Near, seedCandidates());
        };
        QCOMPARE(order(near(Quality::Medium)), (QByteArrayList{"ollama", "claude", "openai"}));
        QCOMPARE(order(near(Quality::Critical)),
                 (QByteArrayList{"claude", "openai"})); // 0.75 < 0.8
        QCOMPARE(near(Quality::Medium).reason, RouteReason::Budget);
    }

    void staysAtHomeWhenTheBudgetIsNearlySpent() // S2-28, S2-29
    {
        QCOMPARE(order(decideRoute(Mode::Score, {}, BudgetTier::Exceeded, seedCandidates())),
                 QByteArrayList{"ollama"});
        std::vector<RouteCandidate> away{candidate("claude", 0.015, 800ms)};
        const RouteDecision none = decideRoute(Mode::Score, {}, BudgetTier::Exceeded, away);
        QVERIFY(none.order.empty());
        QCOMPARE(none.reason, RouteReason::Budget);
    }

    void recordsCandidatesAndReasons() // S2-15
    {
        const RouteWish wish{.taskType = "code_review", .quality = Quality::High};
        const QByteArray json =
            decideRoute(Mode::Legacy, wish, BudgetTier::Normal, seedCandidates()).toRecord().json;
        const QJsonObject decision = QJsonDocument::fromJson(json).object();
        QCOMPARE(decision["reason"_L1].toString(), u"rules"_s);
        QCOMPARE(decision["task_type"_L1].toString(), u"code_review"_s);
        QCOMPARE(decision["mode"_L1].toString(), u"legacy"_s);
        const QJsonObject second = decision["candidates"_L1][1].toObject();
        QCOMPARE(second["model"_L1].toString(), u"openai"_s);
        QCOMPARE(second["verdict"_L1].toString(), u"chosen"_s);
        QCOMPARE(second["score"_L1].toDouble(), 0.838762);
        QCOMPARE(second["cost_usd"_L1].toDouble(), 0.03);
        QCOMPARE(second["latency_ms"_L1].toInteger(), 600);
    }

    void repeatsWhatItSaysOfAFewTargetsOnly()
    {
        RouteDecision decision;
        decision.reason = RouteReason::Named;
        decision.considered.resize(5); // 5! = 120 orders
        QVERIFY(decision.toRecord().repeats);
        decision.considered.resize(6);
        QVERIFY(!decision.toRecord().repeats);
        decision.considered.clear();
        decision.reason = RouteReason::Rules; // scores and costs are the request's own
        QVERIFY(!decision.toRecord().repeats);
    }

    void mapsTaskTypesToModels() // S2-08, S2-36
    {
        RoutingRules rules;
        rules.models = {"any"};
        rules.taskTypes = {{"code_review", {"claude", "openai"}}};
        QCOMPARE(rules.modelsFor("code_review"), (std::vector<QByteArray>{"claude", "openai"}));
        QCOMPARE(rules.modelsFor("security_analysis"), std::vector<QByteArray>{"any"});
    }

    void sendsARouteAndATierToAModel() // S3-06
    {
        const std::vector<Route> routes{
            {"/answer-routed", {{"cheap", "small"}, {"expensive", "large"}}, 500}};
        const auto cheap = tierRoute(routes, "/answer-routed", "cheap");
        QVERIFY(cheap.ok());
        QCOMPARE(cheap->model, "small"_ba);
        QCOMPARE(cheap->maxOutputTokens, 500);
        QCOMPARE(tierRoute(routes, "/answer-routed", "expensive")->model, "large"_ba);
        QCOMPARE(tierRoute(routes, "/answer-routed", "")->model, "small"_ba);
        const auto unknown = tierRoute(routes, "/nowhere", "cheap");
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        QVERIFY(unknown.error().remedy.contains("/answer-routed"_L1));
        const auto tier = tierRoute(routes, "/answer-routed", "golden");
        QCOMPARE(tier.error().code, ErrorCode::InvalidInput);
        QVERIFY(tier.error().remedy.contains("cheap, expensive"_L1));
    }
};

QTEST_APPLESS_MAIN(TstRouter)
#include "tst_router.moc"
