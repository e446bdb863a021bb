// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the window is in every language: translations/ is complete, and of these sources.
#include "translationfile.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString Folder = QStringLiteral(CAPSTAN_SOURCE_DIR) + u"/translations/"_s;
const QStringList Languages{u"de"_s, u"fr"_s, u"es"_s, u"zh_CN"_s};

TranslationFile translations(const QString &language)
{
    return readTranslations(Folder + u"capstan_"_s + language + u".ts"_s);
}

QString where(const TranslatedText &text, const QString &what)
{
    return u"%1: “%2”: %3"_s.arg(text.context, text.source, what);
}

/// By the rules that Qt has for these languages.
qsizetype pluralForms(const QString &language)
{
    return language == u"zh_CN"_s ? 1 : 2;
}

QSet<QString> ids(const TranslationFile &file)
{
    QSet<QString> all;
    for (const TranslatedText &text : file.texts) {
        all.insert(text.id());
    }
    return all;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList filesIn(const QString &folder, const QString &ending)
{
    QStringList files;
    QDirIterator all(QStringLiteral(CAPSTAN_SOURCE_DIR) + u'/' + folder,
                     {u"*."_s + ending},
                     QDir::Files,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        files += all.next();
    }
    files.sort();
    return files;
}

/// Lines of these files that match, but are none of the allowed ones.
QStringList offenders(const QStringList &files,
                      const QRegularExpression &pattern,
                      const QRegularExpression &allowed)
{
    QStringList found;
    for (const QString &path : files) {
        int number = 0;
        for (const QString &line : textOf(path).split(u'\n')) {
            ++number;
            if (pattern.match(line).hasMatch() && !allowed.match(line).hasMatch()) {
                found += u"%1:%2: %3"_s.arg(path).arg(number).arg(line.trimmed());
            }
        }
    }
    return found;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasATranslationForEveryText_data() { addLanguages(); }
    void hasATranslationForEveryText();
    void keepsEveryPlaceholder_data() { addLanguages(); }
    void keepsEveryPlaceholder();
    void hasTheSameTextsInEveryLanguage();
    void hasEnglishPlurals();
    void isUpToDateWithTheSources();
    void leavesNoSentenceOutside();

private:
    static void addLanguages();
};

void TranslationsTest::addLanguages()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : Languages) {
        QTest::newRow(qPrintable(language)) << language;
    }
}

void TranslationsTest::hasATranslationForEveryText()
{
    QFETCH(const QString, language);
    const TranslationFile file = translations(language);
    QCOMPARE(file.language, language);
    QVERIFY(file.texts.size() > 1000);
    QStringList lacking;
    for (const TranslatedText &text : file.texts) {
        const qsizetype wanted = text.isPlural ? pluralForms(language) : 1;
        if (!text.state.isEmpty() || text.forms.size() != wanted) {
            lacking += where(
                text, u"%1 of %2 forms, %3"_s.arg(text.forms.size()).arg(wanted).arg(text.state));
        } else if (text.forms.contains(QString())) {
            lacking += where(text, u"empty"_s);
        }
    }
    QVERIFY2(lacking.isEmpty(), qPrintable(lacking.join(u'\n')));
}

void TranslationsTest::keepsEveryPlaceholder()
{
    QFETCH(const QString, language);
    QStringList differing;
    for (const TranslatedText &text : translations(language).texts) {
        for (const QString &form : text.forms) {
            if (placeholders(form) != placeholders(text.source)) {
                differing += where(text, form);
            }
        }
    }
    QVERIFY2(differing.isEmpty(), qPrintable(differing.join(u'\n')));
}

void TranslationsTest::hasTheSameTextsInEveryLanguage()
{
    const QSet<QString> german = ids(translations(u"de"_s));
    for (const QString &language : Languages) {
        QCOMPARE(ids(translations(language)), german);
    }
}

void TranslationsTest::hasEnglishPlurals()
{
    QSet<QString> plurals;
    for (const TranslatedText &text : translations(u"de"_s).texts) {
        if (text.isPlural) {
            plurals.insert(text.id());
        }
    }
    const TranslationFile english = translations(u"en"_s);
    QCOMPARE(ids(english), plurals);
    static const QRegularExpression choice(u"\\(e?s\\)|\\b\\w+/\\w+\\b"_s);
    for (const TranslatedText &text : english.texts) {
        QCOMPARE(text.forms.size(), 2);
        for (const QString &form : text.forms) {
            QVERIFY2(text.state.isEmpty() && !form.isEmpty() && !choice.match(form).hasMatch(),
                     qPrintable(where(text, form)));
            QCOMPARE(placeholders(form), placeholders(text.source));
        }
    }
}

/// What lupdate finds in app/ and qml/ is what the files hold, no more and no less.
void TranslationsTest::isUpToDateWithTheSources()
{
    const QString lupdate = QStringLiteral(LUPDATE);
    if (!QFile::exists(lupdate)) {
        QSKIP("lupdate is not installed (package qt6-l10n-tools)");
    }
    QTemporaryDir folder;
    QProcess update;
    update.setProcessChannelMode(QProcess::MergedChannels);
    update.start(Folder + u"update"_s, {lupdate, folder.path()});
    QVERIFY(update.waitForFinished(120'000));
    QVERIFY2(update.exitCode() == 0, update.readAll().constData());
    for (const QString &language : Languages + QStringList{u"en"_s}) {
        const QString name = u"capstan_"_s + language + u".ts"_s;
        const TranslationFile fresh = readTranslations(folder.filePath(name));
        const QSet<QString> found = ids(fresh);
        const QSet<QString> held = ids(translations(language));
        QVERIFY(found.size() > 30);
        const QStringList missing = (found - held).values();
        const QStringList gone = (held - found).values();
        QVERIFY2(missing.isEmpty() && gone.isEmpty(),
                 qPrintable(u"%1: run translations/update.\nmissing: %2\ngone: %3"_s.arg(
                     name, missing.join(u", "_s), gone.join(u", "_s))));
    }
}

/// Two words in a literal are a sentence that somebody reads, unless they are code.
void TranslationsTest::leavesNoSentenceOutside()
{
    static const QRegularExpression sentence(u"u\"[^\"]*[A-Za-z,]+ [A-Za-z]{2,}[^\"]*\"_s"_s);
    static const QRegularExpression code(
        u"\\btr\\(|translate\\(|export OPENAI|vLLM %1|lifetime_months|usd_per_kwh"_s);
    QStringList sources;
    for (const char *folder :
         {"app/viewmodels", "app/notifications", "app/tray", "app/items", "app/appearance"}) {
        sources += filesIn(QString::fromLatin1(folder), u"cpp"_s);
    }
    QVERIFY(sources.size() > 50);
    const QStringList inCode = offenders(sources, sentence, code);
    QVERIFY2(inCode.isEmpty(), qPrintable(inCode.join(u'\n')));

    // In QML every word that is shown is in qsTr; the name is the same in all languages.
    static const QRegularExpression shown(
        u"\\b(text|title|name|note|placeholderText|subtitle|label|Accessible\\.name): \"[^\"]*[A-Za-z]{2,}"_s);
    static const QRegularExpression other(
        u"\"Capstan\"|\"http|\"#|\"/|name: \"[a-z-]+\""_s); // glyphs have names
    const QStringList inQml = offenders(filesIn(u"qml"_s, u"qml"_s), shown, other);
    QVERIFY2(inQml.isEmpty(), qPrintable(inQml.join(u'\n')));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
