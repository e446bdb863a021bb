// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/whatif/whatif.h"
#include "core/whatif/whatifjson.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <queue>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
Budget capped(const QByteArray &selector, const QByteArray &window, qint64 nanos)
{
    Budget record = budget(selector, window);
    record.limit = nanos;
    return record;
}

/// Traffic that a real engine judged, in a real ledger: calls of three tenants, some at the same
/// time, each costing what is up to its bound.
struct Recording : Fixture
{
    explicit Recording(const std::vector<Budget> &budgets, int calls = 2'000)
    {
        for (const Budget &one : budgets) {
            if (!engine.upsert(one, Noon)) {
                qFatal("not a budget");
            }
        }
        QRandomGenerator random(20'261'121);
        Time now = Noon;
        for (int i = 1; i <= calls; ++i) {
            now += Duration(random.bounded(60'000'000));
            endUntil(now);
            call(static_cast<quint64>(i), now, random);
        }
        endUntil(Time::max());
        if (!write(records)) {
            qFatal("not written");
        }
    }

    void call(quint64 number, Time now, QRandomGenerator &random)
    {
        static const QByteArrayList Tenants{"a", "b", "c"};
        HoldRecord record = hold(number, now, by(Tenants[random.bounded(3)]));
        record.bound.cost = Money::fromNanos(100 + random.bounded(900));
        const Admission admission = engine.admit(record.attribution, record.bound, now);
        if (std::holds_alternative<Refusal>(admission)) {
            ++refused;
            records.emplace_back(RefusalRecord{record.id,
                                               now,
                                               record.attribution,
                                               Decision::Refuse,
                                               "budget_exceeded",
                                               "{}",
                                               record.bound});
            return;
        }
        records.emplace_back(record);
        SettlementRecord end = settlement(record, random.bounded(record.bound.cost.nanos() + 1));
        end.settledAt = now + Duration(1 + random.bounded(240'000'000));
        running.push({end, std::get<Admitted>(admission).hold});
    }
    void endUntil(Time now)
    {
        while (!running.empty() && running.top().record.settledAt <= now) {
            const auto [record, id] = running.top();
            running.pop();
            (void)engine.settle(id, {record.cost, record.usage.total(), 1}, record.settledAt);
            records.emplace_back(record);
        }
    }

    struct Running
    {
        SettlementRecord record;
        HoldId id;
        friend bool operator<(const Running &a, const Running &b)
        {
            return a.record.settledAt > b.record.settledAt;
        }
    };
    BudgetEngine engine;
    std::priority_queue<Running> running;
    std::vector<LedgerRecord> records;
    qint64 refused = 0;
};
} // namespace

class TestWhatIf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHappenedForTheCapThatWasInForce_data();
    void saysWhatHappenedForTheCapThatWasInForce();
    void saysWhatALowerCapWouldHaveRefused();
    void saysWhatAHigherCapWouldHaveLetIn();
    void clampsWhatWouldHaveFitted();
    void startsWithWhatWasSpentEarlierInTheWindow();
    void pricesAnew();
    void stopsWhenToldTo();
    void readsAQuestionAndPrintsTheAnswer();
};

void TestWhatIf::saysWhatHappenedForTheCapThatWasInForce_data()
{
    QTest::addColumn<QByteArray>("selector");
    QTest::addColumn<QByteArray>("window");
    QTest::addColumn<qint64>("cap");
    QTest::newRow("each tenant a day")
        << QByteArray("tenant:*") << QByteArray("day") << qint64{90'000};
    QTest::newRow("one for life") << QByteArray() << QByteArray("lifetime") << qint64{300'000};
    QTest::newRow("rolling") << QByteArray("tenant:a") << QByteArray("rolling:90m")
                             << qint64{9'000};
    QTest::newRow("an hour in Berlin")
        << QByteArray() << QByteArray("hour@Europe/Berlin") << qint64{25'000};
}

// Issue 6, sentence 3: decision by decision.
void TestWhatIf::saysWhatHappenedForTheCapThatWasInForce()
{
    QFETCH(QByteArray, selector);
    QFETCH(QByteArray, window);
    QFETCH(qint64, cap);
    const std::vector<Budget> budgets{capped(selector, window, cap)};
    const Recording recording(budgets);
    QVERIFY(recording.refused > 50);

    const auto answer = replay(recording.path, {.budgets = budgets, .wantsDecisions = true});
    QVERIFY(answer.ok());
    QCOMPARE(answer->calls, 2'000);
    QCOMPARE(answer->wasRefused, recording.refused);
    QCOMPARE(answer->wouldRefuse, recording.refused);
    QCOMPARE(answer->newlyRefused, 0);
    QCOMPARE(answer->wouldSpend, answer->spent);
    QCOMPARE(answer->decisions.size(), 2'000U);
    for (const ReplayedDecision &decision : answer->decisions) {
        QCOMPARE(decision.would == Replayed::Admitted, decision.wasAdmitted);
    }
}

// Ten calls of $0.10, bound = cost; a cap of $0.50 lets five run.
void TestWhatIf::saysWhatALowerCapWouldHaveRefused()
{
    const Fixture f;
    for (quint64 i = 1; i <= 10; ++i) {
        HoldRecord record = hold(i, Noon + i * 1min);
        record.bound.cost = Money::fromNanos(100'000'000);
        QVERIFY(f.write({record, settlement(record, 100'000'000)}));
    }
    const auto answer = replay(f.path, {.budgets = {capped("tenant:*", "day", 500'000'000)}});
    QVERIFY(answer.ok());
    QCOMPARE(answer->newlyRefused, 5);
    QCOMPARE(answer->wouldSpend, Money::fromNanos(500'000'000));
    QCOMPARE(answer->firstRefusal, std::optional(Noon + 6min));
    QCOMPARE(answer->hits.size(), 1U);
    QCOMPARE(answer->hits.front().label, "tenant:research");
    QCOMPARE(answer->hits.front().saved, Money::fromNanos(500'000'000));
    QCOMPARE(answer->hits.front().last, Noon + 10min);
    QCOMPARE(answer->pastSoftMark, 2); // the fourth: 0.4 of 0.5 is 80 %; and the fifth
}

void TestWhatIf::saysWhatAHigherCapWouldHaveLetIn()
{
    const Recording recording({capped("tenant:*", "day", 50'000)});
    const auto answer =
        replay(recording.path, {.budgets = {capped("tenant:*", "day", Money::NanosPerDollar)}});
    QVERIFY(answer.ok());
    QVERIFY(recording.refused > 0);
    QCOMPARE(answer->newlyAdmitted, recording.refused);
    QCOMPARE(answer->wouldRefuse, 0);
    QVERIFY(answer->wouldSpend > answer->spent);
}

// Asked for up to $0.30, used $0.05, $0.10 were left.
void TestWhatIf::clampsWhatWouldHaveFitted()
{
    const Fixture f;
    HoldRecord record = hold(1);
    record.bound.cost = Money::fromNanos(300'000'000);
    QVERIFY(f.write({record, settlement(record, 50'000'000)}));
    Budget cap = capped("", "day", 100'000'000);
    QCOMPARE(replay(f.path, {.budgets = {cap}})->wouldClamp, 1);
    QCOMPARE(replay(f.path, {.budgets = {cap}})->newlyRefused, 0);
    cap.clamp = false;
    QCOMPARE(replay(f.path, {.budgets = {cap}})->newlyRefused, 1);
}

void TestWhatIf::startsWithWhatWasSpentEarlierInTheWindow()
{
    const Fixture f;
    for (quint64 i = 0; i < 3; ++i) {
        HoldRecord record = hold(i + 1, Noon + i * 1h);
        record.bound.cost = Money::fromNanos(100);
        QVERIFY(f.write({record, settlement(record, 100)}));
    }
    for (const char *window : {"day", "lifetime", "rolling:24h"}) {
        const auto answer =
            replay(f.path, {.budgets = {capped("", window, 250)}, .from = Noon + 90min});
        QVERIFY(answer.ok());
        QCOMPARE(answer->calls, 1);
        QCOMPARE(answer->newlyRefused, 1); // 100 + 100 + 100 > 250
    }
}

// 37 prompt and 20 output tokens at $1,000 per million: $0.057.
void TestWhatIf::pricesAnew()
{
    const Fixture f;
    HoldRecord record = hold(1);
    record.bound.cost = Money::fromNanos(2'000'000);
    QVERIFY(f.write({record, settlement(record, 1'000'000)}));
    Price price;
    price.model = u"llama-8b"_s;
    const qint64 rate = 1'000 * Money::NanosPerDollar;
    price.rates = {rate, rate, rate, rate};
    const auto answer = replay(f.path, {.price = price});
    QVERIFY(answer.ok());
    QCOMPARE(answer->spent, Money::fromNanos(1'000'000));
    QCOMPARE(answer->wouldSpend, Money::fromNanos(57'000'000));
}

void TestWhatIf::stopsWhenToldTo()
{
    const Recording recording({}, 10);
    const auto answer = replay(recording.path, {}, [](double) { return false; });
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, ErrorCode::Conflict);
}

void TestWhatIf::readsAQuestionAndPrintsTheAnswer()
{
    const Fixture f;
    const Budget stored = capped("tenant:*", "day", 500);
    HoldRecord record = hold(1);
    record.bound.cost = Money::fromNanos(400);
    QVERIFY(f.write({BudgetUpsert{stored, {}}, record, settlement(record, 400)}));
    QCOMPARE(storedBudgets(f.path).value(), std::vector{stored});

    Budget lower = stored;
    lower.limit = 300;
    lower.clamp = false;
    const QByteArray body =
        "{\"budget\":" + QJsonDocument(lower.toJson()).toJson() + ",\"from\":\"2026-11-20\"}";
    const auto question = whatIfFrom(body, storedBudgets(f.path).value(), Noon + 1h);
    QVERIFY(question.ok());
    QCOMPARE(question->budgets, std::vector{lower});
    const QByteArray json = toJson(replay(f.path, *question).value());
    QVERIFY2(json.contains("\"newly_refused\":1"), json);
    QVERIFY2(json.contains("\"saved_usd\":0.0000004"), json);

    QVERIFY(!whatIfFrom("{\"bugdet\":{}}", {}, Noon).ok());
    QVERIFY(!whatIfFrom("[]", {}, Noon).ok());
}

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_whatif.moc"
