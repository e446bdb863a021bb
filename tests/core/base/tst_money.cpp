// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using core::Money;

/// exact money in integer units, overflow-checked.
class TestMoney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsDecimalsExactly_data();
    void readsDecimalsExactly();
    void refusesWhatIsNoExactAmount_data();
    void refusesWhatIsNoExactAmount();
    void writesTheShortestDecimal_data();
    void writesTheShortestDecimal();
    void readsBackWhatItWrites();
    void addsTenTimesTenCentsToExactlyOneDollar();
    void staysAtTheEndsOfItsRange();
};

void TestMoney::readsDecimalsExactly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("nanos");
    QTest::newRow("whole") << "12"_ba << 12'000'000'000LL;
    QTest::newRow("cents") << "0.15"_ba << 150'000'000LL;
    QTest::newRow("negative") << "-2.5"_ba << -2'500'000'000LL;
    QTest::newRow("one nano-dollar") << "0.000000001"_ba << 1LL;
    QTest::newRow("zeros behind") << "0.150000000000000000000000"_ba << 150'000'000LL;
    QTest::newRow("zeros before") << "0007"_ba << 7'000'000'000LL;
    QTest::newRow("zero") << "0"_ba << 0LL;
    QTest::newRow("negative zero") << "-0.0"_ba << 0LL;
    QTest::newRow("small exponent") << "1e-6"_ba << 1'000LL;
    QTest::newRow("large exponent") << "2.5E+3"_ba << 2'500'000'000'000LL;
    QTest::newRow("bare exponent") << "1e3"_ba << 1'000'000'000'000LL;
    QTest::newRow("point moved right") << "1234.5e-5"_ba << 12'345'000LL;
    QTest::newRow("many decimals, moved left") << "0.00000000000015e9"_ba << 150'000LL;
    QTest::newRow("zero with any exponent") << "0e99999999999"_ba << 0LL;
    QTest::newRow("largest") << "9223372036.854775807"_ba << 9'223'372'036'854'775'807LL;
    QTest::newRow("smallest") << "-9223372036.854775808"_ba << std::numeric_limits<qint64>::min();
}

void TestMoney::readsDecimalsExactly()
{
    QFETCH(const QByteArray, text);
    const auto money = Money::parse(text);
    QVERIFY2(money.ok(), text);
    QTEST(money->nanos(), "nanos");
}

void TestMoney::refusesWhatIsNoExactAmount_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const QString noNumber = u"is not a decimal number"_s;
    const QString tooFine = u"is finer than a billionth of a dollar"_s;
    const QString tooLarge = u"is beyond 9.2 billion dollars"_s;
    for (const char *text : {"",
                             " 1",
                             "1 ",
                             "1,5",
                             "$1",
                             "NaN",
                             "inf",
                             "-",
                             ".",
                             "1.",
                             ".5",
                             "+1",
                             "--1",
                             "1.2.3",
                             "1e",
                             "1e+",
                             "1e1.5",
                             "0x10",
                             "1_000"}) {
        QTest::newRow(text) << QByteArray(text) << noNumber;
    }
    QTest::newRow("a tenth of a nano-dollar") << "0.0000000001"_ba << tooFine;
    QTest::newRow("exponent too fine") << "1e-10"_ba << tooFine;
    QTest::newRow("exponent far too fine") << "1e-99999999999"_ba << tooFine;
    QTest::newRow("one above the largest") << "9223372036.854775808"_ba << tooLarge;
    QTest::newRow("one below the smallest") << "-9223372036.854775809"_ba << tooLarge;
    QTest::newRow("exponent too large") << "1e10"_ba << tooLarge;
    QTest::newRow("exponent far too large") << "1e99999999999"_ba << tooLarge;
}

void TestMoney::refusesWhatIsNoExactAmount()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, message);
    const auto money = Money::parse(text);
    QVERIFY(!money.ok());
    QCOMPARE(money.error().code, core::ErrorCode::InvalidInput);
    QCOMPARE(money.error().message, u"\"%1\" %2."_s.arg(QString::fromLatin1(text), message));
    QVERIFY(!money.error().remedy.isEmpty());
}

void TestMoney::writesTheShortestDecimal_data()
{
    QTest::addColumn<qint64>("nanos");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("cents") << 450'000'000LL << "0.45"_ba;
    QTest::newRow("whole") << 10'000'000'000LL << "10"_ba;
    QTest::newRow("negative nano-dollar") << -1LL << "-0.000000001"_ba;
    QTest::newRow("zero") << 0LL << "0"_ba;
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << "9223372036.854775807"_ba;
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << "-9223372036.854775808"_ba;
}

void TestMoney::writesTheShortestDecimal()
{
    QFETCH(const qint64, nanos);
    QTEST(Money::fromNanos(nanos).toDecimal(), "text");
}

void TestMoney::readsBackWhatItWrites()
{
    QRandomGenerator64 random(1); // a fixed seed, so that a failure can be repeated
    for (int i = 0; i < 100'000; ++i) {
        const auto bits = static_cast<qint64>(random.generate());
        const Money money = Money::fromNanos(bits >> (i % 64));
        QCOMPARE(Money::parse(money.toDecimal()).value(), money);
    }
}

void TestMoney::addsTenTimesTenCentsToExactlyOneDollar() // acceptance case 1
{
    const Money tenCents = Money::parse("0.10").value();
    Money sum;
    for (int i = 0; i < 10; ++i) {
        sum += tenCents;
    }
    QCOMPARE(sum, Money::fromDollars(1));
    QVERIFY(sum + Money::parse("0.000001").value() > Money::fromDollars(1));
}

void TestMoney::staysAtTheEndsOfItsRange() // acceptance case 13: no overflow passes a cap
{
    const Money least = Money::fromNanos(std::numeric_limits<qint64>::min());
    QCOMPARE(Money::maximum() + Money::fromNanos(1), Money::maximum());
    QCOMPARE(least - Money::fromNanos(1), least);
    QCOMPARE(-least, Money::maximum());
    QCOMPARE(Money::fromDollars(1) - least, Money::maximum());
}

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
