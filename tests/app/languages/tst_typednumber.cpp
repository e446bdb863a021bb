// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people type is read as they meant it, or refused: never a thousandth, never the
// thousandfold.
#include "app/viewmodels/budgets/budgetform.h"
#include "app/viewmodels/capamount.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/language.h"
#include "app/viewmodels/prices/ownhardwaremodel.h"
#include "app/viewmodels/prices/priceeditor.h"
#include "app/viewmodels/typednumber.h"

#include <QTest>

using namespace Qt::StringLiterals;
using language::Choice;

namespace {
const QString Refused; ///< what is expected of a text that is not read
} // namespace

class TypedNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { language::use(language::localeFor(Choice::English)); }
    void readsEitherSign_data();
    void readsEitherSign();
    void saysWhatToTypeInstead();
    void readsWholeNumbers_data();
    void readsWholeNumbers();
    void readsBackWhatItShows_data();
    void readsBackWhatItShows();
    void readsACapAsTheLanguageWritesIt();
    void partsAListOnlyWhereItIsClear();
    void writesTheConfigurationWithPoints();
};

void TypedNumberTest::readsEitherSign_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("english"); // Chinese, too: a decimal point
    QTest::addColumn<QString>("german");  // French and Spanish, too: a decimal comma
    const auto row = [](const char *text, const QString &english, const QString &german) {
        QTest::newRow(text) << QString::fromUtf8(text) << english << german;
    };
    row("17", u"17"_s, u"17"_s);
    row("1.5", u"1.5"_s, u"1.5"_s); // never 15
    row("1,5", u"1.5"_s, u"1.5"_s);
    row("17.50", u"17.50"_s, u"17.50"_s);
    row("17,50", u"17.50"_s, u"17.50"_s);
    row("0.125", u"0.125"_s, u"0.125"_s); // no thousands begin with 0
    row("0,125", u"0.125"_s, u"0.125"_s);
    row(",5", u"0.5"_s, u"0.5"_s);
    row("5,", u"5"_s, u"5"_s);
    row("1,500", u"1500"_s, Refused); // never 1.5
    row("1.500", u"1.500"_s, Refused);
    row("1,5000", u"1.5000"_s, u"1.5000"_s);
    row("1234,567", u"1234.567"_s, u"1234.567"_s); // no group has four digits
    row("1,234.50", u"1234.50"_s, u"1234.50"_s);
    row("1.234,50", u"1234.50"_s, u"1234.50"_s);
    row("1,234,567", u"1234567"_s, u"1234567"_s);
    row("1.234.567", u"1234567"_s, u"1234567"_s);
    row("1 234,50", u"1234.50"_s, u"1234.50"_s);
    row("1\u202F234,50\u00A0$", u"1234.50"_s, u"1234.50"_s);
    row("1 5", Refused, Refused); // never 15
    row("$ 12.30", u"12.30"_s, u"12.30"_s);
    row("1.23.4", Refused, Refused);
    row("12,34.5", Refused, Refused);
    row("1.2,3.4", Refused, Refused);
    row("1,234,56", Refused, Refused);
    row("", Refused, Refused);
    row("$", Refused, Refused);
    row(".", Refused, Refused);
    row("1e3", Refused, Refused);
    row("-1", Refused, Refused);
    row("1$2", Refused, Refused);
    row("twelve", Refused, Refused);
}

void TypedNumberTest::readsEitherSign()
{
    QFETCH(const QString, text);
    QFETCH(const QString, english);
    QFETCH(const QString, german);
    const auto read = [&text] {
        const auto number = typednumber::decimal(text);
        return number.ok() ? QString::fromLatin1(*number) : Refused;
    };
    for (const Choice choice : {Choice::English, Choice::Chinese}) {
        language::use(language::localeFor(choice));
        QCOMPARE(read(), english);
    }
    for (const Choice choice : {Choice::German, Choice::French, Choice::Spanish}) {
        language::use(language::localeFor(choice));
        QCOMPARE(read(), german);
    }
}

void TypedNumberTest::saysWhatToTypeInstead()
{
    language::use(language::localeFor(Choice::German));
    QVERIFY(typednumber::isAmbiguous(u"1,500"_s));
    const core::Error error = typednumber::decimal(u"1,500"_s).error();
    QCOMPARE(error.message, u"„1,500“ lässt sich auf zwei Arten lesen."_s);
    QCOMPARE(error.remedy, u"Geben Sie 1500 für Tausender oder 1,5000 für einen Bruchteil ein."_s);
    QCOMPARE(*typednumber::decimal(u"1500"_s), "1500"_ba);
    QCOMPARE(*typednumber::decimal(u"1,5000"_s), "1.5000"_ba);
}

void TypedNumberTest::readsWholeNumbers_data()
{
    QTest::addColumn<Choice>("choice");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("number"); // -1: refused
    QTest::newRow("plain") << Choice::German << u"1500"_s << qint64(1500);
    QTest::newRow("English groups") << Choice::English << u"1,500"_s << qint64(1500);
    QTest::newRow("German groups") << Choice::German << u"1.500"_s << qint64(1500);
    QTest::newRow("French groups") << Choice::French << u"1\u202F500"_s << qint64(1500);
    QTest::newRow("millions") << Choice::French << u"1.500.000"_s << qint64(1'500'000);
    QTest::newRow("a fraction in English") << Choice::English << u"1.500"_s << qint64(-1);
    QTest::newRow("a fraction in German") << Choice::German << u"1,500"_s << qint64(-1);
    QTest::newRow("not grouped") << Choice::English << u"15,00"_s << qint64(-1);
    QTest::newRow("negative") << Choice::English << u"-5"_s << qint64(-1);
    QTest::newRow("words") << Choice::English << u"five"_s << qint64(-1);
}

void TypedNumberTest::readsWholeNumbers()
{
    QFETCH(const Choice, choice);
    QFETCH(const QString, text);
    QFETCH(const qint64, number);
    language::use(language::localeFor(choice));
    const auto read = typednumber::whole(text);
    QCOMPARE(read.ok() ? *read : -1, number);
}

void TypedNumberTest::readsBackWhatItShows_data()
{
    QTest::addColumn<Choice>("choice");
    for (int choice = 1; choice <= static_cast<int>(Choice::Chinese); ++choice) {
        QTest::newRow(qPrintable(language::names().at(choice - 1))) << static_cast<Choice>(choice);
    }
}

void TypedNumberTest::readsBackWhatItShows()
{
    QFETCH(const Choice, choice);
    language::use(language::localeFor(choice));
    for (const char *decimal : {"0",
                                "0.3",
                                "1.125",
                                "17.5",
                                "999.999",
                                "1234.5",
                                "0.000000001",
                                "1000000000",
                                "123456.789"}) {
        const core::Money amount = *core::Money::parse(decimal);
        const auto read = typednumber::dollars(typednumber::amount(amount));
        QVERIFY2(read.ok(), decimal);
        QCOMPARE(*read, amount);
        const auto rate = rateFrom(rateText(amount.nanos()));
        QVERIFY2(rate.ok(), decimal);
        QCOMPARE(*rate, amount.nanos());
    }
    QCOMPARE(*capamount::parse(formatting::plainAmount(*core::Money::parse("17.5")), {}),
             *core::Money::parse("17.5"));
}

void TypedNumberTest::readsACapAsTheLanguageWritesIt()
{
    const core::Money present = core::Money::fromDollars(20);
    language::use(language::localeFor(Choice::German));
    QCOMPARE(*capamount::parse(u"1.200,25 $"_s, present), *core::Money::parse("1200.25"));
    QCOMPARE(*capamount::parse(u"+2,50"_s, present), *core::Money::parse("22.5"));
    QCOMPARE(*capamount::parse(u"−10 %"_s, present), core::Money::fromDollars(18));
    const auto ambiguous = capamount::parse(u"1.500"_s, present);
    QVERIFY(!ambiguous.ok());
    QVERIFY(ambiguous.error().message.contains(u"zwei Arten"_s));
    QCOMPARE(capamount::parse(u"viel"_s, present).error().remedy,
             u"Geben Sie 17,50 ein oder eine Änderung wie +2 oder −10%."_s);
}

void TypedNumberTest::partsAListOnlyWhereItIsClear()
{
    QVERIFY(!typednumber::hasUnclearComma(u"80,95"_s));
    language::use(language::localeFor(Choice::German));
    QVERIFY(typednumber::hasUnclearComma(u"12,5"_s)); // 12.5, or 12 and 5
    QVERIFY(!typednumber::hasUnclearComma(u"80, 95"_s));
    BudgetForm form;
    form.begin(u"research"_s);
    form.setAmount(u"5,50"_s);
    QCOMPARE(form.errorText(), QString());
    form.setMarks(u"80,95"_s);
    QVERIFY(form.errorText().startsWith(u"„80“ ist keine Schwelle."_s));
    form.setMarks(u"80, 95"_s);
    QCOMPARE(form.errorText(), QString());
    QCOMPARE(form.sentence(), u"Mandant research: höchstens 5,50\u00A0$ pro Tag."_s);
}

/// capstan.yaml is read by the command line as well: it has points in every language.
void TypedNumberTest::writesTheConfigurationWithPoints()
{
    language::use(language::localeFor(Choice::German));
    OwnHardwareModel model;
    QCOMPARE(model.kilowattHour(), u"0,32"_s);
    model.setPurchase(u"12000,50"_s);
    QVERIFY(model.configurationText().contains(u"purchase_usd: 12000.50,"_s));
    QVERIFY(model.configurationText().contains(u"usd_per_kwh: 0.32 }"_s));
}

QTEST_GUILESS_MAIN(TypedNumberTest)
#include "tst_typednumber.moc"
