// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/samples.h"

#include "core/alerts/spendspikes.h"

using namespace samples;

namespace {

constexpr qint64 Cent = 10'000'000;
/// 10:00 of the sample's day.
constexpr Time Ten = Noon - 30min;

std::vector<Money> cents(const std::vector<qint64> &amounts)
{
    std::vector<Money> list;
    for (const qint64 amount : amounts) {
        list.push_back(Money::fromNanos(amount * Cent));
    }
    return list;
}

/// Half of them $1.00, half $1.20.
std::vector<Money> steady(int count)
{
    std::vector<qint64> amounts;
    for (int i = 0; i < count; ++i) {
        amounts.push_back(i % 2 == 0 ? 100 : 120);
    }
    return cents(amounts);
}

/// $1, $2, ... $20.
std::vector<Money> spread()
{
    std::vector<qint64> amounts;
    for (int i = 1; i <= 20; ++i) {
        amounts.push_back(i * 100);
    }
    return cents(amounts);
}

struct Books : Fixture
{
    quint64 number = 0;

    /// A call in the hour that begins so many hours before Ten.
    void spend(const QByteArray &tenant,
               int hoursAgo,
               qint64 cents,
               const QByteArray &model = "llama-8b")
    {
        const HoldRecord call = hold(++number, Ten - hoursAgo * 1h + 10min, by(tenant, model));
        if (!write({call, settlement(call, cents * Cent)})) {
            qFatal("not written");
        }
    }
    /// So many hours of $1.00 and $1.20 in turn, the last one `last` hours before Ten.
    void spendSteadily(const QByteArray &tenant, int hours, int last)
    {
        for (int i = 0; i < hours; ++i) {
            spend(tenant, last + i, i % 2 == 0 ? 100 : 120);
        }
    }
    [[nodiscard]] std::vector<SpendSpike> found(Span hours) const
    {
        return findSpikes(path, hours).value();
    }
    [[nodiscard]] std::vector<SpendSpike> lastHour() const { return found({Ten - 1h, Ten}); }
};

} // namespace

/// S1-33: a spike against a robust baseline that it is no part of.
class TestSpendSpikes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsASpikeFromABusyHour_data()
    {
        QTest::addColumn<std::vector<Money>>("earlier");
        QTest::addColumn<qint64>("least"); // cents that are a spike; one less is none
        QTest::addColumn<qint64>("usual");
        // median 110, median distance 10: 110 + 3.5 x 10 / 0.6745 = 161.9, but double is 220
        QTest::newRow("steady") << steady(20) << qint64{220} << qint64{110};
        // median 1,050, distances 50, 50, 150, 150, ... 950, 950: median 500;
        // 1,050 + 3.5 x 500 / 0.6745 = 3,644.5
        QTest::newRow("spread") << spread() << qint64{3'645} << qint64{1'050};
        // all equal: no distance at all, so double
        QTest::newRow("equal") << cents(std::vector<qint64>(20, 100)) << qint64{200} << qint64{100};
        // nineteen times 1 and once 100: median 1, median distance 0, so the mean: 99 / 20 = 4.95;
        // 1 + 3.5 x 4.95 / 0.7979 = 22.7
        std::vector<qint64> once(20, 1);
        once.back() = 100;
        QTest::newRow("once before") << cents(once) << qint64{23} << qint64{1};
    }

    void tellsASpikeFromABusyHour()
    {
        QFETCH(std::vector<Money>, earlier);
        QFETCH(qint64, least);
        QFETCH(qint64, usual);
        const auto at = [&earlier](qint64 amount) {
            return usualBeside(Money::fromNanos(amount * Cent), earlier);
        };
        QVERIFY(!at(least - 1));
        QVERIFY(at(least).has_value());
        QCOMPARE(at(least)->nanos(), usual * Cent);
    }

    void saysNothingOfTooFewHoursOrTooLittle()
    {
        const Money much = Money::fromDollars(100);
        QVERIFY(!usualBeside(much, steady(19)));
        QVERIFY(usualBeside(much, steady(20)).has_value());
        const std::vector<Money> tiny(20, Money::fromNanos(1'000));
        QVERIFY(!usualBeside(Money::fromNanos(Cent - 1), tiny));
        QVERIFY(usualBeside(Money::fromNanos(Cent), tiny).has_value());
    }

    // Twenty earlier hours and two calls in the last: $3 by two models. Another tenant is as ever.
    void findsTheTenantAndTheHour()
    {
        Books books;
        books.spendSteadily("research", 20, 2);
        books.spend("research", 1, 200);
        books.spend("research", 1, 100, "llama-70b");
        books.spendSteadily("sales", 22, 1);
        const std::vector<SpendSpike> expected{
            {"research", {Ten - 1h, Ten}, Money::fromDollars(3), Money::fromNanos(110 * Cent)}};
        QCOMPARE(books.lastHour(), expected);
    }

    // The same hour after its spike: 21 hours, of which the spike is one, have the median $1.20.
    void judgesEachHourByThoseBeforeIt()
    {
        Books books;
        books.spendSteadily("research", 20, 3);
        books.spend("research", 2, 300);
        books.spend("research", 1, 300);
        const std::vector<SpendSpike> both = books.found({Ten - 2h, Ten});
        QCOMPARE(both.size(), 2U);
        QCOMPARE(both[0].usual, Money::fromNanos(110 * Cent));
        QCOMPARE(both[1].usual, Money::fromNanos(120 * Cent));
        QCOMPARE(books.found({Ten - 2h, Ten - 1h}).size(), 1U);
    }

    // Nineteen hours of the last fourteen days, and one that is an hour older.
    void forgetsWhatIsLongAgo()
    {
        Books books;
        books.spendSteadily("research", 19, 2);
        books.spend("research", 14 * 24 + 2, 100);
        books.spend("research", 1, 300);
        QVERIFY(books.lastHour().empty());
        books.spend("research", 14 * 24 + 1, 100);
        QCOMPARE(books.lastHour().size(), 1U);
    }

    void standsAmongTheAlertsOfNoBudget()
    {
        const SpendSpike spike{
            "a|b, c", {Ten - 1h, Ten}, Money::fromDollars(3), Money::fromDollars(1)};
        const AlertRecord alert = alertOf(spike, Noon);
        QVERIFY(isSpike(alert));
        QCOMPARE(alert.label, QByteArray("tenant:a|b%2C c"));
        QCOMPARE(alert.settled, 3'000'000'000);
        QCOMPARE(alert.limit, 1'000'000'000);
        QCOMPARE(alert.at, Noon);
        QCOMPARE(alert.window, spike.hour);
        QCOMPARE(alert.key.count('|'), 1);
    }
};

QTEST_APPLESS_MAIN(TestSpendSpikes)
#include "tst_spendspikes.moc"
