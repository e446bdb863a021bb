// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/displaycurrency.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using core::DisplayCurrency;
using core::Money;

namespace {

DisplayCurrency currency(const char *code, const char *rate)
{
    return *DisplayCurrency::from(code, rate);
}

Money amount(const char *decimal)
{
    return *Money::parse(decimal);
}

} // namespace

class DisplayCurrencyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void convertsExactly_data();
    void convertsExactly();
    void isNeverAboveWhatWasTyped();
    void comesBackAsItWasTyped_data();
    void comesBackAsItWasTyped();
    void knowsTheCoins();
    void staysWithinTheRange();
    void refusesWhatIsNoRate_data();
    void refusesWhatIsNoRate();
    void isReadBackAsItWasWritten();
};

void DisplayCurrencyTest::convertsExactly_data()
{
    QTest::addColumn<QByteArray>("rate");
    QTest::addColumn<QByteArray>("dollars");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("0.92 x 100") << "0.92"_ba
                                << "100"_ba
                                << "92"_ba;
    QTest::newRow("0.92 x 41.87") << "0.92"_ba
                                  << "41.87"_ba
                                  << "38.5204"_ba;
    QTest::newRow("0.92 x -2.5") << "0.92"_ba
                                 << "-2.5"_ba
                                 << "-2.3"_ba;
    // 0.92 x 1 nano is 0.92 nano, which rounds to 1
    QTest::newRow("a nano-dollar") << "0.92"_ba
                                   << "0.000000001"_ba
                                   << "0.000000001"_ba;
    // 0.5 x 1 nano is half a nano: away from zero
    QTest::newRow("half") << "0.5"_ba
                          << "-0.000000001"_ba
                          << "-0.000000001"_ba;
    QTest::newRow("150.25 x 8") << "150.25"_ba
                                << "8"_ba
                                << "1202"_ba;
}

void DisplayCurrencyTest::convertsExactly()
{
    QFETCH(const QByteArray, rate);
    QFETCH(const QByteArray, dollars);
    QFETCH(const QByteArray, shown);
    QCOMPARE(currency("EUR", rate).shown(amount(dollars)).toDecimal(), shown);
}

/// The largest number of nano-dollars that is not more: one more would be.
void DisplayCurrencyTest::isNeverAboveWhatWasTyped()
{
    // 17.50 EUR / 0.92 = 19.02173913043...: 19.021739130
    QCOMPARE(currency("EUR", "0.92").dollars(amount("17.5")).toDecimal(), "19.02173913"_ba);
    // -1 / 3 is rounded down as well
    QCOMPARE(currency("EUR", "3").dollars(amount("-1")).toDecimal(), "-0.333333334"_ba);
    for (const char *rate : {"0.92", "150", "3.6725", "0.000000007", "1000000"}) {
        const DisplayCurrency each = currency("JPY", rate);
        for (const char *typed : {"1000", "17.5", "0.01", "123456.78"}) {
            const Money dollars = each.dollars(amount(typed));
            const auto worth = [&each](Money money) {
                return static_cast<__int128>(money.nanos()) * each.unitsPerDollar().nanos();
            };
            const __int128 most =
                static_cast<__int128>(amount(typed).nanos()) * Money::NanosPerDollar;
            QVERIFY(worth(dollars) <= most || dollars == Money::maximum());
            QVERIFY(worth(dollars + Money::fromNanos(1)) > most || dollars == Money::maximum());
        }
    }
}

void DisplayCurrencyTest::comesBackAsItWasTyped_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("rate");
    QTest::newRow("EUR") << "EUR"_ba
                         << "0.92"_ba;
    QTest::newRow("GBP") << "GBP"_ba
                         << "0.787654321"_ba;
    QTest::newRow("JPY") << "JPY"_ba
                         << "150.25"_ba;
    QTest::newRow("KWD") << "KWD"_ba
                         << "0.307"_ba;
    QTest::newRow("KRW") << "KRW"_ba
                         << "1391.7"_ba;
    QTest::newRow("VND") << "VND"_ba
                         << "25345"_ba;
}

void DisplayCurrencyTest::comesBackAsItWasTyped()
{
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, rate);
    const DisplayCurrency each = currency(code, rate);
    const int decimals = std::min(each.decimals(), each.exactDecimals());
    qint64 coin = 1;
    for (int i = decimals; i < 9; ++i) {
        coin *= 10;
    }
    for (qint64 coins = 1; coins < 4'000'000; coins = coins * 3 + 7) {
        const Money typed = Money::fromNanos(coins * coin);
        QCOMPARE(each.shown(each.dollars(typed), decimals), coins);
        // and with every decimal that says something
        qint64 finer = coins;
        for (int i = decimals; i < each.exactDecimals(); ++i) {
            finer *= 10;
        }
        QCOMPARE(each.shown(each.dollars(typed), each.exactDecimals()), finer);
    }
}

void DisplayCurrencyTest::knowsTheCoins()
{
    QCOMPARE(currency("EUR", "1").decimals(), 2);
    QCOMPARE(currency("JPY", "1").decimals(), 0);
    QCOMPARE(currency("KWD", "1").decimals(), 3);
    // A nano-dollar is 0.92 of a nano-euro: 8 decimals; 150 nano-yen: 6
    QCOMPARE(currency("EUR", "0.92").exactDecimals(), 8);
    QCOMPARE(currency("JPY", "150").exactDecimals(), 6);
}

void DisplayCurrencyTest::staysWithinTheRange()
{
    QCOMPARE(currency("VND", "25345").shown(Money::maximum()), Money::maximum());
    QCOMPARE(currency("EUR", "0.000000001").dollars(Money::maximum()), Money::maximum());
}

void DisplayCurrencyTest::refusesWhatIsNoRate_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("rate");
    QTest::addColumn<QByteArray>("date");
    QTest::newRow("zero") << "EUR"_ba
                          << "0"_ba
                          << ""_ba;
    QTest::newRow("below zero") << "EUR"_ba
                                << "-0.92"_ba
                                << ""_ba;
    QTest::newRow("none") << "EUR"_ba
                          << ""_ba
                          << ""_ba;
    QTest::newRow("words") << "EUR"_ba
                           << "cheap"_ba
                           << ""_ba;
    QTest::newRow("too fine") << "EUR"_ba
                              << "0.0000000001"_ba
                              << ""_ba;
    QTest::newRow("too many") << "EUR"_ba
                              << "1000000.1"_ba
                              << ""_ba;
    QTest::newRow("dollars") << "USD"_ba
                             << "1"_ba
                             << ""_ba;
    QTest::newRow("small letters") << "eur"_ba
                                   << "0.92"_ba
                                   << ""_ba;
    QTest::newRow("a word") << "EURO"_ba
                            << "0.92"_ba
                            << ""_ba;
    QTest::newRow("no date") << "EUR"_ba
                             << "0.92"_ba
                             << "2026-02-30"_ba;
}

void DisplayCurrencyTest::refusesWhatIsNoRate()
{
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, rate);
    QFETCH(const QByteArray, date);
    const auto read = DisplayCurrency::from(code, rate, date);
    QVERIFY(!read.ok());
    QVERIFY(read.error().message.startsWith(u'"') && read.error().message.endsWith(u'.'));
    QVERIFY(read.error().remedy.startsWith(QStringLiteral("Write ")));
}

void DisplayCurrencyTest::isReadBackAsItWasWritten()
{
    for (const char *text : {"EUR 0.92 2026-11-02", "JPY 150.25"}) {
        const auto read = DisplayCurrency::fromText(text);
        QVERIFY(read.ok());
        QCOMPARE(read->toText(), QByteArray(text));
    }
    QVERIFY(!DisplayCurrency::fromText("EUR").ok());
    QVERIFY(!DisplayCurrency::fromText("").ok());
}

QTEST_GUILESS_MAIN(DisplayCurrencyTest)
#include "tst_displaycurrency.moc"
