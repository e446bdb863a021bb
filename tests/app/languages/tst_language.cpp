// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts, numbers, dates and plurals as each language writes them.
#include "app/viewmodels/dimensionwords.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/language.h"
#include "app/viewmodels/settings/settingsmodel.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;
using language::Choice;

namespace {

/// Saturday 21 November 2026, 14:32 UTC.
core::Time afternoon()
{
    const QDateTime time(QDate(2026, 11, 21), QTime(14, 32), Qt::UTC);
    return core::Time(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

Money dollars(const char *decimal)
{
    return *Money::parse(decimal);
}

struct Expected
{
    Choice language;
    QString amount;   ///< 12,345.67
    QString small;    ///< less than a cent
    QString exact;    ///< 0.000001234
    QString loss;     ///< -2.50
    QString burn;     ///< 6.42 an hour
    QString count;    ///< 21,907
    QString millions; ///< 1.2 M
    QString percent;
    QString seconds; ///< 16.9 s
    QString longDate;
    QString day;
    QStringList plurals; ///< of 1, 2 and 5 running calls
};

const std::vector<Expected> &expectations()
{
    // U+00A0 and U+202F are the blanks that do not break, as each language sets them.
    static const std::vector<Expected> all{
        {Choice::English,
         u"$12,345.67"_s,
         u"<$0.01"_s,
         u"$0.000001234"_s,
         u"\u2212$2.50"_s,
         u"$6.42/h"_s,
         u"21,907"_s,
         u"1.2 M"_s,
         u"38\u202F%"_s,
         u"16.9 s"_s,
         u"Saturday 21 November, 14:32"_s,
         u"21 Nov"_s,
         {u"1 running call"_s, u"2 running calls"_s, u"5 running calls"_s}},
        {Choice::German,
         u"12.345,67\u00A0$"_s,
         u"<0,01\u00A0$"_s,
         u"0,000001234\u00A0$"_s,
         u"\u22122,50\u00A0$"_s,
         u"6,42\u00A0$/h"_s,
         u"21.907"_s,
         u"1,2 Mio."_s,
         u"38\u202F%"_s,
         u"16,9 s"_s,
         u"Samstag, 21. November, 14:32"_s,
         u"21. Nov."_s,
         {u"1 laufender Aufruf"_s, u"2 laufende Aufrufe"_s, u"5 laufende Aufrufe"_s}},
        {Choice::French,
         u"12\u202F345,67\u00A0$"_s,
         u"<0,01\u00A0$"_s,
         u"0,000001234\u00A0$"_s,
         u"\u22122,50\u00A0$"_s,
         u"6,42\u00A0$/h"_s,
         u"21\u202F907"_s,
         u"1,2 M"_s,
         u"38\u202F%"_s,
         u"16,9 s"_s,
         u"samedi 21 novembre, 14:32"_s,
         u"21 nov."_s,
         {u"1 appel en cours"_s, u"2 appels en cours"_s, u"5 appels en cours"_s}},
        {Choice::Spanish,
         u"12.345,67\u00A0$"_s,
         u"<0,01\u00A0$"_s,
         u"0,000001234\u00A0$"_s,
         u"\u22122,50\u00A0$"_s,
         u"6,42\u00A0$/h"_s,
         u"21.907"_s,
         u"1,2 M"_s,
         u"38\u202F%"_s,
         u"16,9 s"_s,
         u"sábado, 21 de noviembre, 14:32"_s,
         u"21 nov"_s,
         {u"1 llamada en curso"_s, u"2 llamadas en curso"_s, u"5 llamadas en curso"_s}},
        {Choice::Chinese,
         u"$12,345.67"_s,
         u"<$0.01"_s,
         u"$0.000001234"_s,
         u"\u2212$2.50"_s,
         u"$6.42/小时"_s,
         u"21,907"_s,
         u"1.2 M"_s,
         u"38%"_s,
         u"16.9 秒"_s,
         u"11月21日 星期六 14:32"_s,
         u"11月21日"_s,
         {u"1 个进行中的调用"_s, u"2 个进行中的调用"_s, u"5 个进行中的调用"_s}}};
    return all;
}

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { language::use(language::localeFor(Choice::English)); }
    void writesFiguresAsTheLanguageDoes_data() { addLanguages(); }
    void writesFiguresAsTheLanguageDoes();
    void writesDatesAndPluralsAsTheLanguageDoes_data() { addLanguages(); }
    void writesDatesAndPluralsAsTheLanguageDoes();
    void addsUpToTheCapInEveryLanguage_data() { addLanguages(); }
    void addsUpToTheCapInEveryLanguage();
    void saysWhenACapIsReached();
    void countsWhatADimensionHolds();
    void followsTheSystem_data();
    void followsTheSystem();
    void keepsTheCountrysNumbers();
    void isInForceAtOnceForWhatIsSaidNext();
    void offersEachByItsOwnName();

private:
    static void addLanguages();
};

void LanguageTest::addLanguages()
{
    QTest::addColumn<std::size_t>("index");
    for (std::size_t i = 0; i < expectations().size(); ++i) {
        const QString name = language::localeFor(expectations()[i].language).name();
        QTest::newRow(qPrintable(name)) << i;
    }
}

void LanguageTest::writesFiguresAsTheLanguageDoes()
{
    QFETCH(const std::size_t, index);
    const Expected &expected = expectations()[index];
    language::use(language::localeFor(expected.language));
    QCOMPARE(formatting::money(dollars("12345.67")), expected.amount);
    QCOMPARE(formatting::money(dollars("0.001")), expected.small);
    QCOMPARE(formatting::exactMoney(dollars("0.000001234")), expected.exact);
    QCOMPARE(formatting::money(dollars("-2.5")), expected.loss);
    QCOMPARE(formatting::burn(dollars("6.42")), expected.burn);
    QCOMPARE(formatting::count(21'907), expected.count);
    QCOMPARE(formatting::count(1'234'567), expected.millions);
    QCOMPARE(formatting::percent(0.38), expected.percent);
    QCOMPARE(formatting::duration(std::chrono::milliseconds(16'900)), expected.seconds);
}

void LanguageTest::writesDatesAndPluralsAsTheLanguageDoes()
{
    QFETCH(const std::size_t, index);
    const Expected &expected = expectations()[index];
    language::use(language::localeFor(expected.language));
    const QTimeZone utc = QTimeZone::utc();
    QCOMPARE(formatting::longDate(afternoon(), utc), expected.longDate);
    QCOMPARE(formatting::dated(afternoon(), utc, formatting::DateForm::Day), expected.day);
    const QStringList plurals{
        formatting::runningCalls(1), formatting::runningCalls(2), formatting::runningCalls(5)};
    QCOMPARE(plurals, expected.plurals);
}

/// 12.345 + 0.001 + 7.654 = 20: the texts read back add up to the cent.
void LanguageTest::addsUpToTheCapInEveryLanguage()
{
    QFETCH(const std::size_t, index);
    const QLocale locale = language::localeFor(expectations()[index].language);
    language::use(locale);
    const auto parts = formatting::parts(dollars("12.345"), dollars("0.5"), dollars("20"));
    double sum = 0;
    for (QString text : {parts.spent, parts.held, parts.left}) {
        text.remove(u'$').remove(u'\u00A0');
        bool isNumber = false;
        sum += locale.toDouble(text, &isNumber);
        QVERIFY2(isNumber, qPrintable(text));
    }
    QCOMPARE(sum, 20.0);
}

void LanguageTest::saysWhenACapIsReached()
{
    using forecast::Outlook;
    const QTimeZone utc = QTimeZone::utc();
    const Outlook soon{Outlook::Kind::ReachesCap, afternoon() + std::chrono::hours(2)};
    const Outlook monday{Outlook::Kind::ReachesCap, afternoon() + std::chrono::hours(44)};
    const Outlook lasts{Outlook::Kind::LastsTheWindow, afternoon() + std::chrono::hours(24 * 10)};
    language::use(language::localeFor(Choice::German));
    QCOMPARE(forecast::sentence(soon, afternoon(), utc),
             u"Erreicht bei diesem Tempo um 16:32 das Limit"_s);
    QCOMPARE(forecast::sentence(monday, afternoon(), utc),
             u"Erreicht bei diesem Tempo am Mo. 10:32 das Limit"_s);
    QCOMPARE(forecast::sentence(lasts, afternoon(), utc), u"Reicht bis 1. Dez."_s);
    language::use(language::localeFor(Choice::French));
    QCOMPARE(forecast::sentence(soon, afternoon(), utc),
             u"Atteint son plafond à 16:32 à ce rythme"_s);
    QCOMPARE(forecast::sentence(lasts, afternoon(), utc), u"Suffit jusqu’au 1 déc."_s);
}

void LanguageTest::countsWhatADimensionHolds()
{
    using core::Dimension;
    QCOMPARE(dimensionwords::counted(Dimension::Feature, 1), u"1 feature"_s);
    QCOMPARE(dimensionwords::counted(Dimension::Feature, 1'200), u"1,200 features"_s);
    language::use(language::localeFor(Choice::German));
    QCOMPARE(dimensionwords::counted(Dimension::Namespace, 1), u"1 Namensraum"_s);
    QCOMPARE(dimensionwords::counted(Dimension::Namespace, 1'200), u"1.200 Namensräume"_s);
}

void LanguageTest::followsTheSystem_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("language");
    QTest::newRow("American") << u"en_US"_s << u"en_US"_s;
    QTest::newRow("Austrian") << u"de_AT"_s << u"de_AT"_s;
    QTest::newRow("Canadian French") << u"fr_CA"_s << u"fr_CA"_s;
    QTest::newRow("Mexican") << u"es_MX"_s << u"es_MX"_s;
    QTest::newRow("Singapore") << u"zh_Hans_SG"_s << u"zh_SG"_s;
    QTest::newRow("traditional Chinese") << u"zh_TW"_s << u"en_US"_s;
    QTest::newRow("not offered") << u"fi_FI"_s << u"en_US"_s;
    QTest::newRow("none") << u"C"_s << u"en_US"_s;
}

void LanguageTest::followsTheSystem()
{
    QFETCH(const QString, system);
    QTEST(language::ofSystem(QLocale(system)).name(), "language");
}

void LanguageTest::keepsTheCountrysNumbers()
{
    language::use(language::ofSystem(QLocale(u"es_MX"_s)));
    QCOMPARE(formatting::money(dollars("12345.67")), u"$12,345.67"_s);
    QCOMPARE(formatting::runningCalls(2), u"2 llamadas en curso"_s);
}

void LanguageTest::isInForceAtOnceForWhatIsSaidNext()
{
    QVERIFY(!language::use(language::localeFor(Choice::English)));
    QVERIFY(language::use(language::localeFor(Choice::German)));
    QCOMPARE(language::inForce().language(), QLocale::German);
    QCOMPARE(QLocale().language(), QLocale::German);
    QCOMPARE(QCoreApplication::translate("Sidebar", "Overview"), u"Übersicht"_s);
    QVERIFY(language::use(language::localeFor(Choice::English)));
    QCOMPARE(QCoreApplication::translate("Sidebar", "Overview"), u"Overview"_s);
    QVERIFY(!language::use(QLocale(QLocale::Finnish))); // has no file
    QCOMPARE(language::inForce().language(), QLocale::English);
}

void LanguageTest::offersEachByItsOwnName()
{
    QCOMPARE(language::names(),
             QStringList({u"English"_s, u"Deutsch"_s, u"Français"_s, u"Español"_s, u"简体中文"_s}));
    QCOMPARE(SettingsModel::languages().size(), 6);
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "tst_language.moc"
