// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/budget/enginefixture.h"

#include <QJsonObject>

using namespace enginefixture;
using namespace Qt::StringLiterals;

namespace {

RateLimit limit(const QByteArray &selector, const RateFigures &figures)
{
    return {"limit " + selector, *Selector::parse(selector), figures};
}

RateFigures requestsPerMinute(qint64 count)
{
    RateFigures figures;
    figures.requestsPerMinute = count;
    return figures;
}

RateFigures tokensPerMinute(qint64 count)
{
    RateFigures figures;
    figures.tokensPerMinute = count;
    return figures;
}

Amounts tokens(qint64 count)
{
    return {Money(), count, 1};
}

const RateShortfall &rateOf(const Admission &admission)
{
    return *std::get<Refusal>(admission).rate;
}

} // namespace

class TestRateLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S4-12: ten a minute for each agent; the eleventh waits for the first to be a minute old.
    void letsEachAgentHaveItsOwnCount()
    {
        BudgetEngine engine;
        engine.setLimit(limit("agent:*", requestsPerMinute(10)));
        for (int i = 0; i < 10; ++i) {
            QVERIFY(passed(engine.admit(from("t", "a"), tokens(1), Start + i * 1s)));
        }
        const auto refused = engine.admit(from("t", "a"), tokens(1), Start + 10s);
        QVERIFY(!passed(refused));
        QCOMPARE(rateOf(refused).label, "agent:a"_ba);
        QCOMPARE(rateOf(refused).used, 10);
        QVERIFY(rateOf(refused).retryAfter == 50s); // 60 s - 10 s
        QVERIFY(passed(engine.admit(from("t", "b"), tokens(1), Start + 10s)));
        QVERIFY(!passed(engine.admit(from("t", "a"), tokens(1), Start + 60s - 1us)));
        QVERIFY(passed(engine.admit(from("t", "a"), tokens(1), Start + 60s)));
    }

    // S4-12: leaving the agent out is no way around; those who do share one count.
    void countsCallersWithoutAnAgentTogether()
    {
        BudgetEngine engine;
        engine.setLimit(limit("agent:*", requestsPerMinute(1)));
        QVERIFY(passed(engine.admit(from("t"), tokens(1), Start)));
        const auto refused = engine.admit(from("u"), tokens(1), Start);
        QCOMPARE(rateOf(refused).label, "agent:(none)"_ba);
    }

    // A fixed minute would let 2 x 10 through around its turn; no sliding one does.
    void allowsNoDoubleBurstAroundAFullMinute()
    {
        BudgetEngine engine;
        engine.setLimit(limit("", requestsPerMinute(10)));
        const Time turn = std::chrono::ceil<std::chrono::minutes>(Start + 1s);
        int passing = 0;
        for (int i = 0; i < 10; ++i) {
            passing += passed(engine.admit(from("t"), tokens(1), turn - 1s)) ? 1 : 0;
            passing += passed(engine.admit(from("t"), tokens(1), turn + 1s)) ? 1 : 0;
        }
        QCOMPARE(passing, 10);
    }

    // Bound 800 of 1,000; settled with 300, so that 700 are free; a second of 700 fits exactly.
    void reservesTokensAtTheBoundAndCorrectsThem() // S4-13
    {
        BudgetEngine engine;
        engine.setLimit(limit("tenant:*", tokensPerMinute(1'000)));
        const auto first = engine.admit(from("t"), tokens(800), Start);
        QVERIFY(!passed(engine.admit(from("t"), tokens(201), Start)));
        static_cast<void>(engine.settle(holdOf(first), tokens(300), Start + 5s));
        QVERIFY(!passed(engine.admit(from("t"), tokens(701), Start + 6s)));
        QVERIFY(passed(engine.admit(from("t"), tokens(700), Start + 6s)));
    }

    void chargesWhatIsAboveTheBoundToo()
    {
        BudgetEngine engine;
        engine.setLimit(limit("tenant:*", tokensPerMinute(1'000)));
        const auto first = engine.admit(from("t"), tokens(100), Start);
        static_cast<void>(engine.settle(holdOf(first), tokens(900), Start));
        QVERIFY(!passed(engine.admit(from("t"), tokens(101), Start)));
        QVERIFY(passed(engine.admit(from("t"), tokens(100), Start)));
    }

    void saysWhenACallAloneIsTooLarge()
    {
        BudgetEngine engine;
        engine.setLimit(limit("", tokensPerMinute(1'000)));
        const auto refused = engine.admit(from("t"), tokens(1'001), Start);
        QVERIFY(rateOf(refused).isTooLarge());
        QVERIFY(passed(engine.admit(from("t"), tokens(1'000), Start)));
    }

    void countsRunningCalls()
    {
        BudgetEngine engine;
        RateFigures two;
        two.parallel = 2;
        engine.setLimit(limit("tenant:*", two));
        const auto first = engine.admit(from("t"), tokens(1), Start);
        const auto second = engine.admit(from("t"), tokens(1), Start);
        const auto third = engine.admit(from("t"), tokens(1), Start + 1h);
        QCOMPARE(rateOf(third).unit, RateUnit::Parallel);
        QCOMPARE(rateOf(third).used, 2);
        static_cast<void>(engine.settle(holdOf(first), tokens(1), Start));
        QVERIFY(passed(engine.admit(from("t"), tokens(1), Start)));
        engine.release(holdOf(second), Start);
        QVERIFY(passed(engine.admit(from("t"), tokens(1), Start)));
        QVERIFY(!passed(engine.admit(from("t"), tokens(1), Start)));
    }

    // The budget holds one cent of one: the second call is refused for money and burns nothing, so
    // that after the first is released nine more fit into ten a minute.
    void burnsNothingForACallThatABudgetRefuses()
    {
        BudgetEngine engine;
        engine.setLimit(limit("tenant:*", requestsPerMinute(10)));
        QVERIFY(engine.upsert(budget("b", "tenant:t", "0.01"), Start).ok());
        const auto first = engine.admit(from("t"), dollars("0.01"), Start);
        for (int i = 0; i < 50; ++i) {
            const auto refused = engine.admit(from("t"), dollars("0.01"), Start);
            QVERIFY(!std::get<Refusal>(refused).shortfalls.empty());
            QVERIFY(!std::get<Refusal>(refused).rate);
        }
        const auto free = engine.admit(from("t"), dollars("0"), Start);
        QCOMPARE(std::get<Admitted>(free).rate->requests.remaining, 8); // 10 - 2
        engine.release(holdOf(first), Start);
        const auto again = engine.admit(from("t"), dollars("0"), Start);
        QCOMPARE(std::get<Admitted>(again).rate->requests.remaining, 8); // one was given back
    }

    // And the other way round: what a limit refuses holds no money.
    void holdsNothingForACallThatALimitRefuses()
    {
        BudgetEngine engine;
        engine.setLimit(limit("agent:a", requestsPerMinute(1)));
        engine.setLimit(limit("tenant:*", requestsPerMinute(5)));
        QVERIFY(engine.upsert(budget("b", "tenant:t", "1"), Start).ok());
        QVERIFY(passed(engine.admit(from("t", "a"), dollars("0.10"), Start)));
        for (int i = 0; i < 20; ++i) {
            QVERIFY(!passed(engine.admit(from("t", "a"), dollars("0.10"), Start)));
        }
        QCOMPARE(engine.state("b", "tenant:t", Start)->held, nanos("0.10"));
        QCOMPARE(engine.openHolds(), 1U);
        const auto other = engine.admit(from("t", "z"), dollars("0.10"), Start);
        QCOMPARE(std::get<Admitted>(other).rate->requests.remaining, 3); // 5 - 2
    }

    // Two limits are in the way, 20 s and 50 s long: the longer wait is the true one.
    void tellsTheLongestWait()
    {
        BudgetEngine engine;
        engine.setLimit(limit("agent:*", requestsPerMinute(1)));
        engine.setLimit(limit("tenant:*", requestsPerMinute(2)));
        QVERIFY(passed(engine.admit(from("t", "b"), tokens(1), Start)));
        QVERIFY(passed(engine.admit(from("t", "a"), tokens(1), Start + 30s)));
        const auto refused = engine.admit(from("t", "a"), tokens(1), Start + 40s);
        QVERIFY(rateOf(refused).retryAfter == 50s); // 30 + 60 - 40; the tenant's is 20
        QVERIFY(passed(engine.admit(from("t", "a"), tokens(1), Start + 90s)));
    }

    void showsWhereTheTightestLimitStands()
    {
        BudgetEngine engine;
        RateFigures both = requestsPerMinute(10);
        both.requestsPerHour = 100;
        both.tokensPerMinute = 1'000;
        engine.setLimit(limit("tenant:*", both));
        const auto first = std::get<Admitted>(engine.admit(from("t"), tokens(400), Start));
        QVERIFY(first.rate->requests == (RateStanding::Figure{10, 9, 1min}));
        QVERIFY(first.rate->tokens == (RateStanding::Figure{1'000, 600, 1min}));
        QVERIFY(!std::get<Admitted>(BudgetEngine().admit(from("t"), tokens(1), Start)).rate);
    }

    void limitsAnHour() // S4-13
    {
        BudgetEngine engine;
        RateFigures hundred;
        hundred.requestsPerHour = 100;
        engine.setLimit(limit("namespace:*", hundred)); // a microDAO: none is given here
        for (int i = 0; i < 100; ++i) {
            QVERIFY(passed(engine.admit(from("t"), tokens(1), Start + i * 10s)));
        }
        QVERIFY(!passed(engine.admit(from("t"), tokens(1), Start + 1h - 1us)));
        QVERIFY(passed(engine.admit(from("t"), tokens(1), Start + 1h)));
        QVERIFY(!passed(engine.admit(from("t"), tokens(1), Start + 1h)));
    }

    void countsCallsThatRunWhenALimitComes()
    {
        BudgetEngine engine;
        const auto running = engine.admit(from("t"), tokens(1), Start);
        RateFigures one;
        one.parallel = 1;
        engine.setLimit(limit("tenant:t", one));
        QVERIFY(!passed(engine.admit(from("t"), tokens(1), Start)));
        static_cast<void>(engine.settle(holdOf(running), tokens(1), Start));
        QVERIFY(passed(engine.admit(from("t"), tokens(1), Start)));
    }

    void changesFiguresWithoutForgetting()
    {
        BudgetEngine engine;
        engine.setLimit(limit("tenant:*", requestsPerMinute(1)));
        const auto running = engine.admit(from("t"), tokens(1), Start);
        engine.setLimit(limit("tenant:*", requestsPerMinute(2)));
        QVERIFY(passed(engine.admit(from("t"), tokens(1), Start)));
        QVERIFY(!passed(engine.admit(from("t"), tokens(1), Start)));
        engine.removeLimit("limit tenant:*");
        QVERIFY(passed(engine.admit(from("t"), tokens(1), Start)));
        static_cast<void>(engine.settle(holdOf(running), tokens(1), Start)); // of a limit that went
        QVERIFY(engine.limits().empty());
    }

    void raisesABoundOnlyWithinTheLimit()
    {
        BudgetEngine engine;
        engine.setLimit(limit("", tokensPerMinute(100)));
        const auto call = engine.admit(from("t"), tokens(60), Start);
        QVERIFY(!engine.rebind(holdOf(call), tokens(101), Start));
        QVERIFY(engine.rebind(holdOf(call), tokens(100), Start));
        QVERIFY(engine.rebind(holdOf(call), tokens(10), Start));
        QVERIFY(passed(engine.admit(from("t"), tokens(90), Start)));
    }

    void forgetsCallersThatAreGone()
    {
        BudgetEngine engine;
        engine.setLimit(limit("agent:*", requestsPerMinute(1)));
        for (int i = 0; i < 1'000; ++i) {
            const auto call = engine.admit(from("t", QByteArray::number(i)), tokens(1), Start);
            static_cast<void>(engine.settle(holdOf(call), tokens(1), Start));
        }
        engine.prune(Start + 1min); // and still works afterwards
        QVERIFY(passed(engine.admit(from("t", "7"), tokens(1), Start + 1min)));
        QVERIFY(!passed(engine.admit(from("t", "7"), tokens(1), Start + 1min)));
    }

    void readsFiguresFromJsonStrictly()
    {
        const auto read = [](const QString &name, const QJsonValue &value) {
            return RateFigures::fromJson({{name, value}});
        };
        QCOMPARE(read(u"parallel"_s, 3)->parallel, 3);
        QCOMPARE(read(u"tokens_per_hour"_s, 5)->toJson(), (QJsonObject{{u"tokens_per_hour"_s, 5}}));
        QVERIFY(read(u"parallell"_s, 3).error().message.contains(u"parallell"_s));
        for (const QJsonValue &bad : {QJsonValue(0),
                                      QJsonValue(-1),
                                      QJsonValue(1.5),
                                      QJsonValue(u"9"_s),
                                      QJsonValue(1e13)}) {
            QVERIFY(read(u"parallel"_s, bad).error().message.contains(u"parallel"_s));
        }
    }
};

QTEST_APPLESS_MAIN(TestRateLimits)
#include "tst_ratelimits.moc"
