// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/ledger/connection.h"

#include <QRandomGenerator>

#include <map>

using namespace samples;
using namespace Qt::StringLiterals;

class TestLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chargesADuplicateSettlementOnce();
    void chargesEachAttemptOfARequest();
    void chargesASettlementThatHasNoHold();
    void writesNothingOfABatchWithANegativeAmount();
    void keepsAnOpenHoldAsItWas();
    void keepsOnceWhatManyHoldsSay();
    void leavesNothingOpenAfterSettlementOrRelease();
    void givesBackAnyBytesAsTheyWere();
    void addsRandomBatchesUpToTheNanoDollar(); // S1-30
    void chargesTheTimeOfAdmission();
    void saturatesInsteadOfWrappingRound();
    void countsRefusals();
};

// X-03, acceptance 13
void TestLedger::chargesADuplicateSettlementOnce()
{
    Fixture f;
    const HoldRecord call = hold(1);
    QVERIFY(f.write({call, settlement(call, 700, "bucket")}));
    QVERIFY(f.write({settlement(call, 700, "bucket"), settlement(call, 900, "bucket")}));
    QVERIFY(f.write({call}));

    QCOMPARE(f.total(), Money::fromNanos(700));
    QCOMPARE(f.ledger->sum(Time{}, Time::max()).value().calls, 1);
    QCOMPARE(f.ledger->load().value().totals.at(0).amount, 700);
    QVERIFY(f.ledger->load().value().openHolds.empty());
    QCOMPARE(f.differences(), std::vector<QString>());
}

void TestLedger::chargesEachAttemptOfARequest()
{
    Fixture f;
    HoldRecord first = hold(1);
    HoldRecord second = hold(1);
    second.attempt = 2;
    QVERIFY(f.write({first, settlement(first, 100), second, settlement(second, 30)}));
    QCOMPARE(f.total(), Money::fromNanos(130));
}

void TestLedger::chargesASettlementThatHasNoHold()
{
    Fixture f;
    QVERIFY(f.write({settlement(hold(7), 250)}));
    QCOMPARE(f.total(), Money::fromNanos(250));
    // The hold comes late, sent again after a fault: it must not be charged at the next start.
    QVERIFY(f.write({hold(7)}));
    QVERIFY(f.ledger->load().value().openHolds.empty());
    QCOMPARE(f.differences(), std::vector<QString>());
}

// S1-28
void TestLedger::writesNothingOfABatchWithANegativeAmount()
{
    Fixture f;
    const Outcome written = f.ledger->write({settlement(hold(1), 10), settlement(hold(2), -1)});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::InvalidInput);
    QVERIFY(written.error().message.contains(QString::fromLatin1(hold(2).id.toText())));
    QCOMPARE(f.total(), Money());
}

void TestLedger::keepsAnOpenHoldAsItWas()
{
    Fixture f;
    HoldRecord call = hold(3);
    call.attempt = 2;
    call.id = RequestId::generate();
    call.attribution.tags = {{"project", "search"}, {"", "a,b:c"}};
    call.decision = Decision::Clamp;
    call.reason = R"({"max_tokens":12})";
    call.stream = true;
    QVERIFY(f.write({call}));
    f.reopen();
    const std::vector<OpenHold> open = f.ledger->load().value().openHolds;
    QCOMPARE(open.size(), 1U);
    const HoldRecord &found = open.front().hold;
    QVERIFY(found.id == call.id);
    QCOMPARE(found.attempt, 2);
    QVERIFY(found.admittedAt == call.admittedAt);
    QVERIFY(found.attribution == call.attribution);
    QVERIFY(found.bound == call.bound);
    QVERIFY(found.decision == Decision::Clamp);
    QCOMPARE(found.reason, call.reason);
    QVERIFY(found.stream);
}

void TestLedger::keepsOnceWhatManyHoldsSay()
{
    Fixture f;
    HoldRecord first = hold(1);
    first.reason = R"({"reason":"named","candidates":[{"model":"m","provider":"p"}]})";
    first.reasonRepeats = true;
    HoldRecord second = first;
    second.id = hold(2).id;
    HoldRecord alone = hold(3);
    alone.reason = R"({"max_tokens":12})";
    QVERIFY(f.write({first, second, alone}));
    const auto count = [&f](const QString &question) {
        return Connection::openToRead(f.path).value()->integer(question).value();
    };
    // "#" and a number; the third, as it was: 17 bytes.
    QCOMPARE(count(u"SELECT count(*) FROM hold WHERE length(reason) < 5"_s), 2);
    QCOMPARE(count(u"SELECT max(length(reason)) FROM hold"_s), 17);
    f.reopen();
    const std::vector<OpenHold> open = f.ledger->load().value().openHolds;
    QCOMPARE(open.size(), 3U);
    for (const OpenHold &one : open) {
        QCOMPARE(one.hold.reason, one.hold.id == alone.id ? alone.reason : first.reason);
    }
    QCOMPARE(f.differences(), std::vector<QString>());
}

void TestLedger::leavesNothingOpenAfterSettlementOrRelease()
{
    Fixture f;
    QVERIFY(f.write({hold(1), hold(2), hold(3)}));
    QVERIFY(f.write({settlement(hold(1), 5), ReleaseRecord{hold(2).id}}));
    const std::vector<OpenHold> open = f.ledger->load().value().openHolds;
    QCOMPARE(open.size(), 1U);
    QVERIFY(open.front().hold.id == hold(3).id);
    QCOMPARE(f.differences(), std::vector<QString>());
}

void TestLedger::givesBackAnyBytesAsTheyWere()
{
    Fixture f;
    const std::vector<QByteArray> texts{QByteArray(),
                                        "a'b\"c; DROP TABLE name",
                                        "Köln \xF0\x9F\x92\xB8",
                                        QByteArray("nul\0inside", 10),
                                        "\xff\xfe not UTF-8",
                                        QByteArray(100'000, 'x')};
    quint64 number = 0;
    for (const QByteArray &text : texts) {
        QVERIFY(f.write({settlement(hold(++number, Noon, by(text)), 100)}));
    }
    f.reopen(); // and again, with nothing remembered
    for (const QByteArray &text : texts) {
        QVERIFY(f.write({settlement(hold(++number, Noon, by(text)), 1)}));
    }
    std::map<QByteArray, qint64> spent;
    const auto sums = f.ledger->sumBy(Dimension::Tenant, Noon, Noon + 1s).value();
    for (const auto &[name, sum] : sums) {
        spent[name] = sum.cost.nanos();
    }
    QCOMPARE(spent.size(), texts.size());
    for (const QByteArray &text : texts) {
        QCOMPARE(spent[text], 101);
    }
}

// Acceptance 5; design section 5: one number everywhere
void TestLedger::addsRandomBatchesUpToTheNanoDollar()
{
    Fixture f;
    QRandomGenerator random(20'261'121);
    struct Charge
    {
        Time at;
        QByteArray tenant;
        qint64 nanos = 0;
    };
    std::vector<Charge> charges;
    for (quint64 number = 1; number <= 2'000;) {
        std::vector<LedgerRecord> batch;
        for (quint32 i = random.bounded(1U, 40U); i > 0; --i, ++number) {
            // Four days to either side of an hour's edge, some before 1970.
            const Time base = random.bounded(20) == 0 ? Time{} : Noon;
            const Time at =
                base + Duration(random.bounded(qint64{691'200'000'000}) - 345'600'000'000);
            const QByteArray tenant = "t" + QByteArray::number(random.bounded(7));
            charges.push_back({at, tenant, random.bounded(qint64{1'000'000'000'000})});
            batch.emplace_back(
                settlement(hold(number, at, by(tenant)), charges.back().nanos, "b-" + tenant));
        }
        QVERIFY(f.write(batch));
    }
    QCOMPARE(f.differences(), std::vector<QString>());
    for (int question = 0; question < 200; ++question) {
        const Time from =
            Noon + Duration(random.bounded(qint64{691'200'000'000}) - 345'600'000'000);
        const Time to =
            question == 0 ? Time::max() : from + Duration(random.bounded(qint64{300'000'000'000}));
        std::map<QByteArray, qint64> expected;
        qint64 calls = 0;
        qint64 whole = 0;
        for (const Charge &charge : charges) {
            if (from <= charge.at && charge.at < to) {
                expected[charge.tenant] += charge.nanos;
                whole += charge.nanos;
                ++calls;
            }
        }
        const Ledger::Sum sum = f.ledger->sum(from, to).value();
        QCOMPARE(sum.cost.nanos(), whole);
        QCOMPARE(sum.calls, calls);
        QCOMPARE(sum.usage.total(), calls * 57); // 30 + 4 + 3 + 20
        std::map<QByteArray, qint64> found;
        const auto sums = f.ledger->sumBy(Dimension::Tenant, from, to).value();
        for (const auto &[name, part] : sums) {
            found[name] = part.cost.nanos();
        }
        QVERIFY(found == expected);
    }
}

// D18: the window of admission
void TestLedger::chargesTheTimeOfAdmission()
{
    Fixture f;
    const Time midnight = Noon - 10h - 30min;
    SettlementRecord late = settlement(hold(1, midnight - 1us), 400);
    late.settledAt = midnight + 3h;
    QVERIFY(f.write({late}));
    QCOMPARE(f.ledger->sum(midnight - 24h, midnight).value().cost, Money::fromNanos(400));
    QCOMPARE(f.ledger->sum(midnight, midnight + 24h).value().cost, Money());
}

void TestLedger::saturatesInsteadOfWrappingRound()
{
    Fixture f;
    const qint64 most = Money::maximum().nanos();
    QVERIFY(f.write({settlement(hold(1), most, "bucket")}));
    QVERIFY(f.write({settlement(hold(2), most, "bucket")}));
    QCOMPARE(f.total(), Money::maximum());
    QCOMPARE(f.ledger->load().value().totals.at(0).amount, most);
}

// X-07
void TestLedger::countsRefusals()
{
    Fixture f;
    RefusalRecord refusal{
        hold(1).id, Noon, by("research"), Decision::Refuse, "budget_exceeded", "{}", {}};
    QVERIFY(f.write({refusal, refusal}));
    refusal.id = hold(2).id;
    refusal.at = Noon + 1h;
    QVERIFY(f.write({refusal}));
    QCOMPARE(f.ledger->refusals(Noon, Noon + 1h).value(), 1);
    QCOMPARE(f.ledger->refusals(Noon, Noon + 2h).value(), 2);
    QCOMPARE(f.total(), Money());
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
