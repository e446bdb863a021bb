// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window in each language, and a choice of language that is kept.
#include "samplesnapshot.h"
#include "tests/app/windowpage.h"

#include "app/appearance/systemappearance.h"
#include "app/appearance/windowappearance.h"
#include "app/desktop.h"
#include "app/viewmodels/displaycurrency.h"
#include "app/viewmodels/language.h"
#include "app/windowedservice.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using language::Choice;

namespace {

class StillClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
};

/// All that is written below an item and seen.
QStringList textsBelow(const QQuickItem &root)
{
    QStringList texts;
    for (const QQuickItem *child : root.childItems()) {
        if (child->isVisible()) {
            texts += child->property("text").toString();
            texts += textsBelow(*child);
        }
    }
    texts.removeAll(QString());
    return texts;
}

QStringList textsOf(Desktop &desktop, int page)
{
    showPage(*desktop.window(), page);
    return textsBelow(*desktop.window()->contentItem());
}

app::CommandLine lineFor(const QString &folder)
{
    app::CommandLine line;
    line.port = 0;
    line.dataDir = folder;
    return line;
}

} // namespace

class LanguageWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        language::use(language::localeFor(Choice::English));
        displaycurrency::use(std::nullopt);
    }
    void speaksTheLanguage_data();
    void speaksTheLanguage();
    void leavesNothingInEnglish_data();
    void leavesNothingInEnglish();
    void showsAnotherCurrencyAtOnce();
    void keepsTheChoice();
    void startsTheWindowAgainForAnother();

private:
    StillClock m_clock;
};

void LanguageWindowTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"qrc:|Error"_s)); // what QML complains of
}

void LanguageWindowTest::speaksTheLanguage_data()
{
    QTest::addColumn<Choice>("choice");
    QTest::addColumn<QStringList>("overview"); // a title, the date, an amount
    QTest::addColumn<QString>("tenants");      // a plural
    QTest::addColumn<QStringList>("settings");
    QTest::newRow("English") << Choice::English
                             << QStringList{u"Overview"_s,
                                            u"Saturday 21 November, 14:32"_s,
                                            u"$41.87"_s}
                             << u"8 tenants"_s << QStringList{u"Appearance"_s, u"Language"_s};
    QTest::newRow("German") << Choice::German
                            << QStringList{u"Übersicht"_s,
                                           u"Samstag, 21. November, 14:32"_s,
                                           u"41,87\u00A0$"_s}
                            << u"8 Mandanten"_s << QStringList{u"Darstellung"_s, u"Sprache"_s};
    QTest::newRow("French") << Choice::French
                            << QStringList{u"Vue d’ensemble"_s,
                                           u"samedi 21 novembre, 14:32"_s,
                                           u"41,87\u00A0$"_s}
                            << u"8 comptes"_s << QStringList{u"Apparence"_s, u"Langue"_s};
    QTest::newRow("Spanish") << Choice::Spanish
                             << QStringList{u"Resumen"_s,
                                            u"sábado, 21 de noviembre, 14:32"_s,
                                            u"41,87\u00A0$"_s}
                             << u"8 cuentas"_s << QStringList{u"Apariencia"_s, u"Idioma"_s};
    QTest::newRow("Chinese") << Choice::Chinese
                             << QStringList{u"概览"_s, u"11月21日 星期六 14:32"_s, u"$41.87"_s}
                             << u"8 个租户"_s << QStringList{u"外观"_s, u"语言"_s};
}

void LanguageWindowTest::speaksTheLanguage()
{
    QFETCH(const Choice, choice);
    QFETCH(const QStringList, overview);
    QFETCH(const QString, tenants);
    QFETCH(const QStringList, settings);
    language::use(language::localeFor(choice));
    Desktop desktop(m_clock);
    desktop.controlCentre().apply(sample::snapshot());
    QVERIFY(desktop.show());
    const QStringList shown = textsOf(desktop, 0);
    for (const QString &text : overview) {
        QVERIFY2(shown.contains(text), qPrintable(text + u" in: "_s + shown.join(u'|')));
    }
    const QStringList onTenants = textsOf(desktop, 1);
    QVERIFY2(onTenants.filter(tenants).size() > 0, qPrintable(onTenants.join(u'|')));
    const QStringList onSettings = textsOf(desktop, 6);
    for (const QString &text : settings) {
        QVERIFY2(onSettings.contains(text), qPrintable(text + u" in: "_s + onSettings.join(u'|')));
    }
}

void LanguageWindowTest::leavesNothingInEnglish_data()
{
    QTest::addColumn<Choice>("choice");
    for (int choice = 2; choice <= static_cast<int>(Choice::Chinese); ++choice) {
        QTest::newRow(qPrintable(language::names().at(choice - 1))) << static_cast<Choice>(choice);
    }
}

/// A sentence that stands in the English window stands in no other.
void LanguageWindowTest::leavesNothingInEnglish()
{
    QFETCH(const Choice, choice);
    static const QRegularExpression sentence(u"[A-Za-z]{2,} [A-Za-z]{2,}"_s);
    const auto sentences = [this](Choice language) {
        language::use(language::localeFor(language));
        Desktop desktop(m_clock);
        desktop.controlCentre().apply(sample::snapshot());
        desktop.controlCentre().tenant()->select(u"research"_s);
        QStringList all;
        if (desktop.show()) {
            for (int page = 0; page < 7; ++page) {
                all += textsOf(desktop, page).filter(sentence);
            }
        }
        return all;
    };
    const QStringList english = sentences(Choice::English);
    QVERIFY2(english.size() > 60, qPrintable(english.join(u'|')));
    const QStringList other = sentences(choice);
    QStringList left;
    for (const QString &text : other) {
        if (english.contains(text)) {
            left += text;
        }
    }
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'|')));
}

/// On every page, with its rate beside it, and no dollar is left but those of prices.
void LanguageWindowTest::showsAnotherCurrencyAtOnce()
{
    static const QRegularExpression amount(u"[$€]\\d"_s);
    Desktop desktop(m_clock);
    const app::SystemAppearance system;
    const app::WindowAppearance appearance(desktop, system);
    SettingsModel &settings = *desktop.controlCentre().settings();
    settings.setFacts({});
    desktop.controlCentre().apply(sample::snapshot());
    desktop.controlCentre().tenant()->select(u"research"_s);
    QVERIFY(desktop.show());
    QVERIFY(textsOf(desktop, 0).contains(u"$41.87"_s));
    QVERIFY(textsOf(desktop, 1).filter(amount).size() > 5);
    QVERIFY(settings.setCurrency(u"EUR"_s, u"0.92"_s, QString()));
    QVERIFY(textsOf(desktop, 0).contains(u"€38.52"_s)); // 41.87 x 0.92 = 38.5204
    for (const int page : {0, 1, 2, 4}) {
        const QStringList texts = textsOf(desktop, page);
        QVERIFY(texts.contains(u"1 USD = 0.92 EUR, fixed"_s));
        const QStringList left = texts.filter(u"$"_s);
        QVERIFY2(left.isEmpty(), qPrintable(u"%1: "_s.arg(page) + left.join(u'|')));
    }
    QVERIFY(settings.setCurrency(u"EUR"_s, u"0.95"_s, QString()));
    QVERIFY(textsOf(desktop, 0).contains(u"€39.78"_s)); // 41.87 x 0.95 = 39.7765
    QVERIFY(settings.setCurrency(QString(), QString(), QString()));
    QVERIFY(textsOf(desktop, 0).contains(u"$41.87"_s));
    QVERIFY(textsOf(desktop, 1).filter(u"€"_s).isEmpty());
}

void LanguageWindowTest::keepsTheChoice()
{
    QTemporaryDir folder;
    const app::CommandLine line = lineFor(folder.path());
    {
        Desktop desktop(m_clock);
        app::WindowedService windowed(desktop.controlCentre());
        QVERIFY(windowed.prepare(line).ok());
        QVERIFY(windowed.start().ok());
        SettingsModel &settings = *desktop.controlCentre().settings();
        QCOMPARE(settings.language(), 0);
        QCOMPARE(settings.languages().at(2), u"Deutsch"_s);
        settings.chooseLanguage(2);
        QCOMPARE(settings.errorText(), QString());
        QVERIFY(settings.restartText().startsWith(u"The language is another"_s));
    }
    QCOMPARE(language::inForce().language(), QLocale::English); // until the next start
    QVERIFY(app::useLanguageOf(line).ok());
    QCOMPARE(language::inForce().language(), QLocale::German);
    Desktop desktop(m_clock);
    app::WindowedService windowed(desktop.controlCentre());
    QVERIFY(windowed.prepare(line).ok());
    QVERIFY(windowed.start().ok());
    QCOMPARE(desktop.controlCentre().settings()->language(), 2);
    QCOMPARE(desktop.controlCentre().settings()->restartText(), QString());
    QVERIFY(desktop.show());
    desktop.controlCentre().settings()->finishWelcome();
    desktop.controlCentre().firstRun()->leave();
    QTRY_VERIFY(textsOf(desktop, 6).contains(u"Wie das System"_s));
}

/// The proxy's port stays, as clients know it.
void LanguageWindowTest::startsTheWindowAgainForAnother()
{
    QTemporaryDir folder;
    Desktop desktop(m_clock);
    app::WindowedService windowed(desktop.controlCentre());
    QVERIFY(windowed.prepare(lineFor(folder.path())).ok());
    QVERIFY(windowed.start().ok());
    const QString url = windowed.service().url();
    const QSignalSpy wanted(&windowed, &app::WindowedService::windowRestartWanted);
    desktop.controlCentre().settings()->chooseLanguage(4);
    desktop.controlCentre().settings()->restartNow();
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(windowed.service().url(), url); // nothing was stopped yet
    const app::CommandLine next = windowed.lineOfSuccessor();
    QCOMPARE(QString::number(next.port.value_or(0)), url.section(u':', -1));
    windowed.stop();
    app::WindowedService successor(desktop.controlCentre());
    QVERIFY(successor.prepare(next).ok());
    QVERIFY(successor.start().ok());
    QCOMPARE(successor.service().url(), url);
}

QTEST_MAIN(LanguageWindowTest)
#include "tst_languagewindow.moc"
