// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts that are typed or dragged in another currency than dollars, and the rate itself.
#include "currencyuse.h"

#include "app/viewmodels/settings/settingsmodel.h"
#include "core/configuration/ownersettingsfile.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;
using language::Choice;

class TypedMoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void takesCapsInThatCurrency();
    void readsBackWhatItShows_data();
    void readsBackWhatItShows();
    void dragsToRoundAmounts();
    void setsItInTheSettings();
    void refusesAWrongRate_data();
    void refusesAWrongRate();
};

void TypedMoneyTest::cleanup()
{
    language::use(language::localeFor(Choice::English));
    displaycurrency::use(std::nullopt);
}

void TypedMoneyTest::takesCapsInThatCurrency()
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

void TypedMoneyTest::readsBackWhatItShows_data()
{
    QTest::addColumn<Choice>("choice");
    for (int choice = 1; choice <= static_cast<int>(Choice::Chinese); ++choice) {
        QTest::newRow(qPrintable(language::names().at(choice - 1))) << static_cast<Choice>(choice);
    }
}

void TypedMoneyTest::readsBackWhatItShows()
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

void TypedMoneyTest::dragsToRoundAmounts()
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

void TypedMoneyTest::setsItInTheSettings()
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

void TypedMoneyTest::refusesAWrongRate_data()
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

void TypedMoneyTest::refusesAWrongRate()
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

QTEST_GUILESS_MAIN(TypedMoneyTest)
#include "tst_typedmoney.moc"
