// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What core and proxy say in English stands in the window in its language, and none is forgotten.
#include "otherlanguages.h"

#include "app/viewmodels/budgets/budgetform.h"
#include "app/viewmodels/settings/connectionlist.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using language::Choice;

namespace {

/// Sources whose sentences no window shows: HTTP alone, the log, or a file.
const QRegularExpression &elsewhere()
{
    static const QRegularExpression files(
        u"/proxy/(api|server/answerhead|pipeline/excess|alerts/webhookbody|pausenames)|"
        u"/core/(alerts/alert(query|words)|reports/(decisions|reportformat|spanimport)|"
        u"whatif/whatifjson|telemetry/contentfilter|ledger/schema(audit|delivery)|"
        u"budget/budgetjson|credentials/credentialname|configuration/telemetryenvironment)"_s);
    return files;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Where the proxy puts answers to callers together from plain literals.
const QRegularExpression &plain()
{
    static const QRegularExpression files(
        u"/proxy/pipeline/(refusals|ratelimits|policystep|authenticate|autoroute|routing|attribute|"
        u"meteredcallattempt)\\.cpp|/core/routing/router\\.cpp"_s);
    return files;
}

/// The literals of a source, those that stand behind each other as one, without comments.
QStringList literalsIn(const QString &path)
{
    static const QRegularExpression comment(u"^\\s*//.*$|\\s//[^\"\\n]*$"_s,
                                            QRegularExpression::MultilineOption);
    static const QRegularExpression raw(u"R\"(\\w*)\\(.*?\\)\\1\""_s,
                                        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression chain(u"u?\"(?:[^\"\\\\\\n]|\\\\.)*\"(?:_s)?"
                                          u"(?:\\s*u?\"(?:[^\"\\\\\\n]|\\\\.)*\"(?:_s)?)*"_s);
    static const QRegularExpression part(u"\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    static const QRegularExpression include(u"^#include.*$"_s, QRegularExpression::MultilineOption);
    const bool withPlain = plain().match(path).hasMatch();
    QString source = textOf(path);
    source.remove(comment).remove(raw).remove(include);
    QStringList literals;
    for (const QRegularExpressionMatch &match : chain.globalMatch(source)) {
        if (!withPlain && !match.captured().startsWith(u'u')) {
            continue;
        }
        QString whole;
        for (const QRegularExpressionMatch &each : part.globalMatch(match.captured())) {
            whole += each.captured(1);
        }
        literals += whole.replace(u"\\\""_s, u"\""_s);
    }
    return literals;
}

/// Gaps are gaps, whatever their number, and two without a word between them are one.
QString withEqualGaps(QString text)
{
    static const QRegularExpression gaps(u"(%[1-9])+"_s);
    return text.replace(gaps, u"%"_s);
}

/// Those that are put together from parts, which saysWhatIsPutTogether() shows whole; the question
/// about a price, which the window asks in its own words; and what a chat is told.
const QRegularExpression &composed()
{
    static const QRegularExpression texts(
        u"^(The period % to % of % %\\.|The % % cannot be used%\\.|The file % %: %\\.|: its value|"
        u":%: is not valid YAML: %|Cached input|% from % prompt tokens on|Was it meant "
        u"per.*|Capstan: this is a test\\.|"
        u"Budget alerts will arrive here\\.)$"_s);
    return texts;
}

bool isKnown(const QString &sentence, const QStringList &known)
{
    const QString filled = QString(sentence).replace(u'%', u"xx"_s);
    return composed().match(sentence).hasMatch() || sentences::translated(filled) != filled ||
           std::ranges::any_of(known,
                               [&sentence](const QString &one) { return one.contains(sentence); });
}

} // namespace

class SentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { language::use(language::localeFor(Choice::English)); }
    void knowsEverySentence();
    void saysEachInEveryLanguage();
    void saysWhatIsPutTogether();
    void staysAsItIsInEnglish();
    void translatesASentenceWithinASentence();
    void leavesNamesAndForeignSentencesAlone();
};

void SentencesTest::knowsEverySentence()
{
    static const QRegularExpression sentence(u"[A-Za-z]{2,}[,:;]? [a-z]{2,}"_s);
    static const QRegularExpression database(
        u"SELECT|INSERT|UPDATE |DELETE|PRAGMA|CREATE|WHERE|VACUUM|ALTER|FROM |VALUES|JOIN|ORDER |"
        u"DROP |LIMIT |\\bAND\\b"_s);
    language::use(language::localeFor(Choice::German));
    QStringList known;
    for (const QString &one : sentences::known()) {
        known += withEqualGaps(one);
    }
    QStringList missing;
    int read = 0;
    for (const QString &folder : {u"/core"_s, u"/proxy"_s}) {
        QDirIterator all(QStringLiteral(CAPSTAN_SOURCE_DIR) + folder,
                         {u"*.cpp"_s},
                         QDir::Files,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            if (elsewhere().match(path).hasMatch()) {
                continue;
            }
            for (const QString &literal : literalsIn(path)) {
                for (const QString &each : sentencesIn(withEqualGaps(literal))) {
                    const bool isSentence =
                        sentence.match(each).hasMatch() && !database.match(literal).hasMatch();
                    read += isSentence ? 1 : 0;
                    if (isSentence && !isKnown(each.trimmed(), known)) {
                        missing += path.section(u'/', -2) + u": "_s + each;
                    }
                }
            }
        }
    }
    QVERIFY(read > 300);
    QVERIFY2(missing.isEmpty(),
             qPrintable(u"Not in app/viewmodels/sentences:\n"_s + missing.join(u'\n')));
}

/// All but the joints, which are signs between two parts.
void SentencesTest::saysEachInEveryLanguage()
{
    static const QRegularExpression word(u"[A-Za-z]{2,} [A-Za-z]{2,}"_s);
    QStringList left;
    for (const Choice choice : OtherLanguages) {
        language::use(language::localeFor(choice));
        for (const QString &english : sentences::known()) {
            QString filled = english;
            for (int i = 1; i <= 9; ++i) {
                filled.replace(u'%' + QString::number(i), u"x%1x"_s.arg(i));
            }
            const QString said = sentences::translated(filled);
            if (word.match(english).hasMatch() && said == filled) {
                left += language::inForce().name() + u": "_s + english;
            }
        }
    }
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
}

void SentencesTest::saysWhatIsPutTogether()
{
    for (const QString &english :
         {u"The period 2026-10-01 to 2026-11-01 of research is closed already."_s,
          u"The period 2026-10-01 to 2026-11-01 of research is closed, and overlaps."_s,
          u"The period 2026-10-01 to 2026-11-01 of research is not over yet."_s,
          u"The certificate /a.pem cannot be used: no start line."_s,
          u"The key /a.key cannot be used."_s,
          u"The file /spans.jsonl cannot be opened: Permission denied."_s,
          u"The file /spans.jsonl cannot be mended: Permission denied."_s,
          u"The file /spans.jsonl cannot be written: No space left on device."_s,
          u"The file /spans.jsonl is locked by another program: Try again."_s,
          u"X-Capstan-Quality: its value \"x\" is not a quality."_s,
          u"capstan.yaml:3: is not valid YAML: bad indentation"_s}) {
        verifyIsTranslated(english);
    }
}

void SentencesTest::staysAsItIsInEnglish()
{
    for (const QString &english : {u"There is no key k-1. List the keys to see their ids."_s,
                                   u"\"x\" is not a decimal number."_s,
                                   u"http://vllm:8000: Could not resolve host: vllm"_s}) {
        QCOMPARE(sentences::translated(english), english);
    }
}

void SentencesTest::translatesASentenceWithinASentence()
{
    language::use(language::localeFor(Choice::Spanish));
    QCOMPARE(sentences::translated(u"capstan.yaml:3: server.port: \"x\" is not a port"_s),
             u"capstan.yaml:3: server.port: «x» no es un puerto"_s);
    QCOMPARE(sentences::translated(u"No provider can serve this model now: llama at vllm (not "
                                   "reachable)."_s),
             u"Ningún proveedor puede servir este modelo ahora: llama en vllm (no accesible)."_s);
}

void SentencesTest::leavesNamesAndForeignSentencesAlone()
{
    language::use(language::localeFor(Choice::German));
    const QString foreign = u"CUDA out of memory. Tried to allocate 2.00 GiB"_s;
    QCOMPARE(sentences::translated(foreign), foreign);
    QCOMPARE(sentences::translated(u"Tenant %2 of us is paused by the owner of this Capstan."_s),
             u"Der Mandant %2 of us ist vom Besitzer dieses Capstan angehalten."_s);
    const QString own = sentences::translated(u"There is no budget b-1."_s);
    QCOMPARE(sentences::translated(own), own); // nothing happens to it a second time
}

QTEST_GUILESS_MAIN(SentencesTest)
#include "tst_sentences.moc"
