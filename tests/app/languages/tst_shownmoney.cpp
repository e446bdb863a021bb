// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts in a display currency with a fixed rate: as they are shown, and as they are typed.
#include "app/viewmodels/activity/storymodel.h"
#include "app/viewmodels/budgets/budgetform.h"
#include "app/viewmodels/capamount.h"
#include "app/viewmodels/displaycurrency.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/language.h"
#include "app/viewmodels/reports/reportsmodel.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/settings/settingsmodel.h"
#include "core/configuration/ownersettingsfile.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;
using language::Choice;

namespace {

Money dollars(const char *decimal)
{
    return *Money::parse(decimal);
}

void use(const char *code, const char *rate, const char *date = "")
{
    displaycurrency::use(*core::DisplayCurrency::from(code, rate, date));
}

} // namespace

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
    void takesCapsInThatCurrency();
    void readsBackWhatItShows_data();
    void readsBackWhatItShows();
    void dragsToRoundAmounts();
    void followsTheRateAtOnce();
    void saysAReportAndAStoryAgain();
    void keepsInvoicesAndPricesInDollars();
    void translatesAmountsInSentences();
    void setsItInTheSettings();
    void refusesAWrongRate_data();
    void refusesAWrongRate();
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

void ShownMoneyTest::takesCapsInThatCurrency()
{
    use("EUR", "0.92");
    const Money present = dollars("20"); // 18.40 EUR
    // 17.50 / 0.92 = 19.0217391304...
    for (const QString &text : {u"17.5"_s, u"€17.50"_s, u"17,50 €"_s, u"17.50 EUR"_s}) {
        const auto cap = capamount::parse(text, present);
        QVERIFY2(cap.ok(), qPrintable(text));
        QCOMPARE(cap->toDecimal(), "19.02173913"_ba);
    }
    // (18.40 + 2) / 0.92 = 22.1739130434...
    QCOMPARE(capamount::parse(u"+2"_s, present)->toDecimal(), "22.173913043"_ba);
    // 18.40 - 10 % = 16.56; / 0.92 = 18
    QCOMPARE(capamount::parse(u"-10%"_s, present)->toDecimal(), "18"_ba);
    // Never above: 17.499 is 17.49, not 17.50; / 0.92 = 19.0108695652...
    QCOMPARE(capamount::parse(u"17.499"_s, present)->toDecimal(), "19.010869565"_ba);
    QCOMPARE(capamount::parse(u"0.001"_s, present).error().message, u"A cap is at least €0.01."_s);
    use("JPY", "150");
    QCOMPARE(capamount::parse(u"¥1,000"_s, present)->toDecimal(), "6.666666666"_ba);
    QCOMPARE(capamount::parse(u"0.5"_s, present).error().message, u"A cap is at least ¥1."_s);
}

void ShownMoneyTest::readsBackWhatItShows_data()
{
    QTest::addColumn<Choice>("choice");
    for (int choice = 1; choice <= static_cast<int>(Choice::Chinese); ++choice) {
        QTest::newRow(qPrintable(language::names().at(choice - 1))) << static_cast<Choice>(choice);
    }
}

void ShownMoneyTest::readsBackWhatItShows()
{
    QFETCH(const Choice, choice);
    language::use(language::localeFor(choice));
    for (const auto &[code, rate] : {std::pair("EUR", "0.92"),
                                     std::pair("GBP", "0.787654321"),
                                     std::pair("JPY", "150.25"),
                                     std::pair("KRW", "1391.7"),
                                     std::pair("CHF", "0.8999")}) {
        use(code, rate);
        for (const char *typed : {"1", "17", "999", "1234", "1000000"}) {
            const auto cap = capamount::parse(QString::fromLatin1(typed), {});
            QVERIFY(cap.ok());
            QCOMPARE(*capamount::parse(formatting::plainAmount(*cap), {}), *cap);
            // "1.234 ¥" may be read in two ways where the point groups, and is refused as such.
            const auto shown = capamount::parse(formatting::money(*cap), {});
            QVERIFY2(shown.ok() || displaycurrency::decimals() == 0,
                     qPrintable(formatting::money(*cap)));
            QVERIFY(!shown.ok() || *shown == *cap);
        }
    }
}

void ShownMoneyTest::dragsToRoundAmounts()
{
    use("EUR", "0.92");
    const auto scale = capamount::scaleFor(dollars("20")); // 18.40 EUR; 1.25 times is 23
    QCOMPARE(scale.labels(),
             QStringList({u"€0"_s, u"€5"_s, u"€10"_s, u"€15"_s, u"€20"_s, u"€25"_s}));
    const Money dragged = capamount::snapped(0.7, scale, capamount::Stride::Normal);
    QCOMPARE(formatting::money(dragged), u"€17.50"_s); // 0.7 x 25
    QCOMPARE(formatting::money(capamount::suggestion({})), u"€5.00"_s);
    use("JPY", "150");
    QCOMPARE(formatting::money(capamount::suggestion({})), u"¥1,000"_s); // 750, rounded up
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

void ShownMoneyTest::setsItInTheSettings()
{
    QTemporaryDir folder;
    const core::OwnerSettingsFile file(folder.filePath(u"settings.ini"_s));
    SettingsModel model;
    model.setFacts({});
    QVERIFY(model.texts().currency.isEmpty());
    const QSignalSpy looks(&model, &SettingsModel::appearanceChanged);
    const QSignalSpy keeps(&model, &SettingsModel::keepRequested);
    language::use(language::localeFor(Choice::German));
    QVERIFY(model.setCurrency(u" eur"_s, u"0,92"_s, u"2026-11-02"_s));
    QCOMPARE(looks.count(), 1);
    QCOMPARE(keeps.count(), 1);
    QVERIFY(!model.waitsForRestart());
    QCOMPARE(model.texts().currency, u"EUR"_s);
    QCOMPARE(model.texts().unitsPerDollar, u"0,92"_s);
    QCOMPARE(model.owner().appearance.currency->toText(), "EUR 0.92 2026-11-02"_ba);
    QVERIFY(file.write(model.owner()).ok());
    QCOMPARE(*file.read(), model.owner());
    QVERIFY(model.setCurrency(QString(), QString(), QString()));
    QVERIFY(!model.owner().appearance.currency);
    QVERIFY(file.write(model.owner()).ok());
    QCOMPARE(*file.read(), model.owner());
}

void ShownMoneyTest::refusesAWrongRate_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("rate");
    QTest::addColumn<QString>("sentence"); // in German
    QTest::newRow("zero") << u"EUR"_s << u"0"_s << u"„0“ ist kein Kurs."_s;
    QTest::newRow("none") << u"EUR"_s << u""_s << u"„“ ist keine Zahl."_s;
    QTest::newRow("two ways") << u"EUR"_s << u"1,500"_s << u"„1,500“ lässt sich auf zwei Arten"_s;
    QTest::newRow("no code") << u"EURO"_s << u"0,92"_s
                             << u"„EURO“ ist kein Kürzel einer anderen Währung."_s;
}

void ShownMoneyTest::refusesAWrongRate()
{
    QFETCH(const QString, code);
    QFETCH(const QString, rate);
    QFETCH(const QString, sentence);
    language::use(language::localeFor(Choice::German));
    SettingsModel model;
    model.setFacts({});
    QVERIFY(!model.setCurrency(code, rate, QString()));
    QVERIFY2(model.errorText().startsWith(sentence), qPrintable(model.errorText()));
    QVERIFY(!model.owner().appearance.currency);
}

QTEST_GUILESS_MAIN(ShownMoneyTest)
#include "tst_shownmoney.moc"
