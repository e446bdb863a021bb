// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts in a display currency with a fixed rate: as they are shown.
#include "currencyuse.h"

#include "app/viewmodels/activity/storymodel.h"
#include "app/viewmodels/budgets/budgetform.h"
#include "app/viewmodels/reports/reportsmodel.h"
#include "app/viewmodels/sentences/sentences.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;
using language::Choice;

class ShownMoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void showsDollarsUnlessAskedOtherwise();
    void showsEuros();
    void hasNoDecimalsOfYen();
    void standsWhereTheLanguagePutsIt_data();
    void standsWhereTheLanguagePutsIt();
    void addsUpToTheCap();
    void saysTheRate();
    void followsTheRateAtOnce();
    void saysAReportAndAStoryAgain();
    void keepsInvoicesAndPricesInDollars();
    void translatesAmountsInSentences();
};

void ShownMoneyTest::cleanup()
{
    language::use(language::localeFor(Choice::English));
    displaycurrency::use(std::nullopt);
}

void ShownMoneyTest::showsDollarsUnlessAskedOtherwise()
{
    QCOMPARE(displaycurrency::code(), "USD"_ba);
    QCOMPARE(formatting::money(dollars("41.87")), u"$41.87"_s);
    QCOMPARE(displaycurrency::note(), QString());
}

void ShownMoneyTest::showsEuros()
{
    use("EUR", "0.92");
    QCOMPARE(formatting::money(dollars("100")), u"€92.00"_s);   // 100 x 0.92
    QCOMPARE(formatting::money(dollars("41.87")), u"€38.52"_s); // 38.5204
    QCOMPARE(formatting::money(dollars("-2.5")), u"\u2212€2.30"_s);
    QCOMPARE(formatting::money(dollars("0.001")), u"<€0.01"_s);      // 0.00092
    QCOMPARE(formatting::wholeMoney(dollars("996")), u"€916"_s);     // 916.32
    QCOMPARE(formatting::callCost(dollars("0.0023")), u"€0.0021"_s); // 0.002116
    QCOMPARE(formatting::callCost({}), u"–"_s);
    QCOMPARE(formatting::runningCost({}), u"€0.0000"_s);
    QCOMPARE(formatting::burn(dollars("6.42")), u"€5.91/h"_s); // 5.9064
    QCOMPARE(formatting::hourly(dollars("6.42")), u"5.91"_s);
    QCOMPARE(formatting::exactMoney(dollars("0.000012")), u"€0.00001104"_s);
    QCOMPARE(formatting::exactMoney(dollars("100")), u"€92.00"_s);
    QCOMPARE(formatting::difference(dollars("5")), u"+€4.60"_s);
    QCOMPARE(formatting::plainAmount(dollars("50")), u"46.00"_s);
    QCOMPARE(formatting::tickMoney(2.5), u"€2.30"_s);
}

void ShownMoneyTest::hasNoDecimalsOfYen()
{
    use("JPY", "150");
    QCOMPARE(formatting::money(dollars("41.87")), u"¥6,281"_s);    // 6280.5, half away from zero
    QCOMPARE(formatting::money(dollars("0.001")), u"<¥1"_s);       // 0.15
    QCOMPARE(formatting::callCost(dollars("0.0023")), u"¥0.35"_s); // 0.345
    QCOMPARE(formatting::exactMoney(dollars("10")), u"¥1,500"_s);
    QCOMPARE(formatting::exactMoney(dollars("0.000001")), u"¥0.00015"_s);
    QCOMPARE(formatting::plainAmount(dollars("41.87")), u"6281"_s);
    use("KWD", "0.307");
    QCOMPARE(formatting::money(dollars("10")), u"KWD\u00A03.070"_s);
}

void ShownMoneyTest::standsWhereTheLanguagePutsIt_data()
{
    QTest::addColumn<Choice>("choice");
    QTest::addColumn<QString>("euros"); // of 12,345.67 dollars: 11,358.0164 EUR
    QTest::addColumn<QString>("francs");
    QTest::newRow("English") << Choice::English << u"€11,358.02"_s << u"CHF\u00A00.90"_s;
    QTest::newRow("German") << Choice::German << u"11.358,02\u00A0€"_s << u"0,90\u00A0CHF"_s;
    QTest::newRow("French") << Choice::French << u"11\u202F358,02\u00A0€"_s << u"0,90\u00A0CHF"_s;
    QTest::newRow("Spanish") << Choice::Spanish << u"11.358,02\u00A0€"_s << u"0,90\u00A0CHF"_s;
    QTest::newRow("Chinese") << Choice::Chinese << u"€11,358.02"_s << u"CHF\u00A00.90"_s;
}

void ShownMoneyTest::standsWhereTheLanguagePutsIt()
{
    QFETCH(const Choice, choice);
    QFETCH(const QString, euros);
    QFETCH(const QString, francs);
    language::use(language::localeFor(choice));
    use("EUR", "0.92");
    QCOMPARE(formatting::money(dollars("12345.67")), euros);
    use("CHF", "0.9");
    QCOMPARE(formatting::money(dollars("1")), francs);
}

void ShownMoneyTest::addsUpToTheCap()
{
    use("EUR", "0.92");
    // 3.33 + 3.33 of 10 dollars: 3.0636 is 3.06, 6.1272 is 6.13, 9.20; so 3.06 + 3.07 + 3.07
    const auto parts = formatting::parts(dollars("3.33"), dollars("3.33"), dollars("10"));
    QCOMPARE(parts.spent, u"€3.06"_s);
    QCOMPARE(parts.held, u"€3.07"_s);
    QCOMPARE(parts.left, u"€3.07"_s);
}

void ShownMoneyTest::saysTheRate()
{
    use("EUR", "0.92");
    QCOMPARE(displaycurrency::note(), u"1 USD = 0.92 EUR, fixed"_s);
    use("EUR", "0.92", "2026-11-02");
    QCOMPARE(displaycurrency::note(), u"1 USD = 0.92 EUR, fixed on 2 Nov 2026"_s);
    language::use(language::localeFor(Choice::German));
    QCOMPARE(displaycurrency::note(), u"1 USD = 0,92 EUR, fest seit 2. Nov. 2026"_s);
}

void ShownMoneyTest::followsTheRateAtOnce()
{
    const Money spent = dollars("10");
    use("EUR", "0.92");
    QCOMPARE(formatting::money(spent), u"€9.20"_s);
    use("EUR", "0.95");
    QCOMPARE(formatting::money(spent), u"€9.50"_s);
    displaycurrency::use(std::nullopt);
    QCOMPARE(formatting::money(spent), u"$10.00"_s);
}

void ShownMoneyTest::saysAReportAndAStoryAgain()
{
    ReportsModel reports;
    const QSignalSpy rows(reports.table(), &QAbstractItemModel::modelReset);
    core::Report answer;
    answer.columns = {"tenant", "cost_usd"};
    reports.take(0, answer);
    QCOMPARE(rows.count(), 1);
    reports.retell();
    QCOMPARE(rows.count(), 2);
    StoryModel story;
    const QSignalSpy wanted(&story, &StoryModel::wanted);
    story.retell(); // none is open
    QCOMPARE(wanted.count(), 0);
    story.show(core::RequestId{1, 2});
    story.retell();
    QCOMPARE(wanted.count(), 2);
}

void ShownMoneyTest::keepsInvoicesAndPricesInDollars()
{
    use("EUR", "0.92");
    QCOMPARE(formatting::dollars(dollars("1200.005")), u"$1,200.01"_s);
    QCOMPARE(formatting::exactDollars(dollars("0.000001234")), u"$0.000001234"_s);
    language::use(language::localeFor(Choice::German));
    QCOMPARE(formatting::dollars(dollars("-2.5")), u"\u22122,50\u00A0$"_s);
}

void ShownMoneyTest::translatesAmountsInSentences()
{
    use("EUR", "0.92");
    const QString english = u"The budget for tenant:research is $10: $9 spent, $0 held by running "
                            "calls, and this call may need up to $2."_s;
    QCOMPARE(sentences::translated(english),
             u"The budget for tenant:research is €9.20: €8.28 spent, €0.00 held by running calls, "
             "and this call may need up to €1.84."_s);
}

QTEST_GUILESS_MAIN(ShownMoneyTest)
#include "tst_shownmoney.moc"
