// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/budget/enginefixture.h"

#include <algorithm>
#include <map>
#include <random>

using namespace enginefixture;
using namespace Qt::StringLiterals;

namespace {

/// The plain way: every call that was ever let in, looked through for each question.
struct Naive
{
    struct Call
    {
        Attribution who;
        Time at;
        qint64 tokens = 0;
        bool counts = true; ///< false once released
        bool runs = true;
    };
    std::vector<Call> calls;
    std::vector<RateLimit> limits;

    static bool sameCaller(const RateLimit &limit, const Attribution &a, const Attribution &b)
    {
        return std::ranges::all_of(limit.selector.terms(), [&](const Selector::Term &term) {
            const QByteArray &value = b.of(term.dimension);
            const bool isMeant = term.value.isEmpty() || term.value == value;
            return isMeant && a.of(term.dimension) == value;
        });
    }

    qint64 count(const RateLimit &limit, const Attribution &who, auto figureOf) const
    {
        qint64 sum = 0;
        for (const Call &call : calls) {
            sum += sameCaller(limit, call.who, who) ? figureOf(call) : 0;
        }
        return sum;
    }

    qint64 used(const RateLimit &limit,
                const Attribution &who,
                Duration window,
                Time now,
                bool ofTokens) const
    {
        return count(limit, who, [&](const Call &call) -> qint64 {
            const bool isIn = call.counts && call.at + window > now;
            return isIn ? (ofTokens ? call.tokens : 1) : 0;
        });
    }

    bool passes(const Attribution &who, qint64 tokens, Time now) const
    {
        return std::ranges::all_of(limits, [&](const RateLimit &limit) {
            if (!sameCaller(limit, who, who)) {
                return true;
            }
            const RateFigures &f = limit.figures;
            const auto fits = [&](const std::optional<qint64> &most, qint64 is, qint64 more) {
                return !most || is + more <= *most;
            };
            return fits(f.requestsPerMinute, used(limit, who, 1min, now, false), 1) &&
                   fits(f.requestsPerHour, used(limit, who, 1h, now, false), 1) &&
                   fits(f.tokensPerMinute, used(limit, who, 1min, now, true), tokens) &&
                   fits(f.tokensPerHour, used(limit, who, 1h, now, true), tokens) &&
                   fits(f.parallel,
                        count(limit, who, [](const Call &c) { return c.runs ? 1 : 0; }),
                        1);
        });
    }
};

} // namespace

class TestRateProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithThePlainWayAtEveryStep_data()
    {
        QTest::addColumn<unsigned>("seed");
        bool isSet = false;
        const int seeds = qEnvironmentVariableIntValue("CAPSTAN_SEEDS", &isSet);
        for (int seed = 1; seed <= (isSet ? seeds : 10); ++seed) {
            QTest::addRow("seed %d", seed) << static_cast<unsigned>(seed);
        }
    }

    // Calls come, settle, are released, in any order, while limits of all kinds hold. What was
    // refused with a Retry-After passes then, if nobody else comes in between, and not before.
    void agreesWithThePlainWayAtEveryStep()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto upTo = [&](int most) {
            return std::uniform_int_distribution<int>(0, most)(random);
        };
        BudgetEngine engine;
        Naive naive;
        for (const char *selector : {"", "tenant:*", "tenant:a,agent:*", "agent:x", "model:*"}) {
            RateFigures f;
            const auto maybe = [&](std::optional<qint64> &figure, int least, int most) {
                if (upTo(1) == 0) {
                    figure = least + upTo(most);
                }
            };
            maybe(f.requestsPerMinute, 3, 30);
            maybe(f.requestsPerHour, 20, 150);
            maybe(f.tokensPerMinute, 500, 5'000);
            maybe(f.tokensPerHour, 5'000, 20'000);
            maybe(f.parallel, 1, 10);
            naive.limits.push_back({selector, *Selector::parse(selector), f});
            engine.setLimit(naive.limits.back());
        }
        Time now = Start;
        std::map<HoldId, std::size_t> open;
        int refusals = 0;
        for (int step = 0; step < 1'500; ++step) {
            now += std::chrono::milliseconds(upTo(upTo(20) == 0 ? 900'000 : 3'000));
            if (upTo(2) > 0) {
                const Attribution who =
                    from(upTo(1) ? "a" : "b", upTo(2) ? "x" : "", upTo(1) ? "m" : "n");
                const qint64 asked = upTo(400);
                const auto admission = engine.admit(who, tokens(asked), now);
                QCOMPARE(passed(admission), naive.passes(who, asked, now));
                if (passed(admission)) {
                    open[holdOf(admission)] = naive.calls.size();
                    naive.calls.push_back({who, now, asked});
                    continue;
                }
                ++refusals;
                const RateShortfall &why = *std::get<Refusal>(admission).rate;
                if (why.unit != RateUnit::Parallel && !why.isTooLarge()) {
                    QVERIFY(!naive.passes(who, asked, now + why.retryAfter - 1us));
                    Naive then = naive;
                    std::ranges::for_each(then.calls, [](auto &call) { call.runs = false; });
                    QVERIFY(then.passes(who, asked, now + why.retryAfter));
                }
            } else if (!open.empty()) {
                const auto at = std::next(open.begin(), upTo(static_cast<int>(open.size()) - 1));
                Naive::Call &call = naive.calls[at->second];
                call.runs = false;
                if (upTo(4) == 0) {
                    call.counts = false;
                    engine.release(at->first, now);
                } else {
                    call.tokens = upTo(500);
                    static_cast<void>(engine.settle(at->first, tokens(call.tokens), now));
                }
                open.erase(at);
            }
            if (upTo(99) == 0) {
                engine.prune(now);
            }
        }
        QVERIFY(refusals > 10);
    }

    // More than the log keeps one by one: no stretch of a minute ever has more than the limit, and
    // at an even pace nearly all of it is let in.
    void neverPassesALargeLimit()
    {
        constexpr qint64 Limit = 5'000;
        BudgetEngine engine;
        RateFigures figures;
        figures.requestsPerMinute = Limit;
        engine.setLimit({"all", Selector(), figures});
        std::mt19937 random(7);
        std::vector<Time> passing;
        Time now = Start;
        while (now < Start + 5min) {
            now += std::chrono::microseconds(std::uniform_int_distribution<int>(0, 9'000)(random));
            const auto admission = engine.admit(from("t"), tokens(1), now);
            if (passed(admission)) {
                passing.push_back(now);
                static_cast<void>(engine.settle(holdOf(admission), tokens(1), now));
            }
        }
        for (std::size_t i = Limit; i < passing.size(); ++i) {
            QVERIFY(passing[i] - passing[i - Limit] >= 1min);
        }
        QVERIFY(passing.size() > 5 * Limit * 99 / 100);
    }

private:
    static Amounts tokens(qint64 count) { return {Money(), count, 1}; }
};

QTEST_APPLESS_MAIN(TestRateProperties)
#include "tst_rateproperties.moc"
