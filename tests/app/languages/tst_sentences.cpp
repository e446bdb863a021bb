// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What core and proxy say in English stands in the window in its language, and none is forgotten.
#include "otherlanguages.h"
#include "sampleactivity.h"

#include "app/viewmodels/activity/storymodel.h"
#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/budgets/budgetform.h"
#include "app/viewmodels/notices.h"
#include "app/viewmodels/reports/reportsmodel.h"
#include "app/viewmodels/settings/connectionlist.h"
#include "core/alerts/markstext.h"
#include "core/billing/billingterms.h"
#include "core/keys/keyfacts.h"
#include "core/limits/ratelimit.h"
#include "core/pricing/pricerecord.h"

#include <QDirIterator>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
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
        u":%: is not valid YAML: %|Cached input|Was it meant per.*|Capstan: this is a test\\.|"
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

void verifyIsTranslated(const core::Error &error)
{
    verifyIsTranslated(error.message);
    verifyIsTranslated(error.remedy);
}

/// What is said, without the names that stand in it.
QStringList storyLines(const core::RequestStory &story)
{
    static const QRegularExpression words(u"[A-Za-z]{2,} [A-Za-z]{2,}"_s);
    const core::Attribution &who =
        story.refusal ? story.refusal->attribution : story.attempts.front().attribution;
    QStringList lines;
    for (const StoryLine &line : storyOf(story, QTimeZone::utc())) {
        lines += QStringList{line.text, line.value}.filter(words);
    }
    for (std::size_t i = 0; i < core::DimensionCount; ++i) {
        lines.removeAll(QString::fromUtf8(who.of(static_cast<core::Dimension>(i))));
    }
    return lines;
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
    void translatesWhatFormsAnswer();
    void translatesWhatServersAnswer();
    void translatesASentenceWithinASentence();
    void leavesNamesAndForeignSentencesAlone();
    void leavesNoEnglishInAStory();
    void leavesNoEnglishInViewModels();
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

void SentencesTest::translatesWhatFormsAnswer()
{
    core::Budget budget;
    budget.id = "b-1";
    budget.limit = -1;
    budget.softMarks = {900'000, 100'000};
    verifyIsTranslated(budget.validate().error());
    verifyIsTranslated(core::Money::parse("1,5").error());
    verifyIsTranslated(core::marksFrom(u"200"_s, core::Budget::Whole).error());
    verifyIsTranslated(core::RateFigures::fromJson({{u"per_day"_s, 1}}).error());
    verifyIsTranslated(core::KeyFacts().changedBy({{u"tenant"_s, u""_s}}).error());
    language::use(language::localeFor(Choice::German));
    QCOMPARE(sentences::of(budget.validate().error()),
             u"Das Budget b-1 ist nicht gültig: soft_marks_ppm müssen steigen, jede über 0 und "
             "höchstens hard_mark_ppm; das Limit muss über 0 liegen. Berichtigen Sie diese "
             "Felder; es wurde nichts geändert."_s);
}

void SentencesTest::translatesWhatServersAnswer()
{
    language::use(language::localeFor(Choice::French));
    QCOMPARE(sentences::translated(u"http://localhost:9: Failed to connect to localhost port 9 "
                                   "after 0 ms: Couldn't connect to server"_s),
             u"http://localhost:9: Pas de connexion à localhost, port 9, après 0 ms : Le serveur "
             "n’accepte pas de connexion"_s);
    QCOMPARE(sentences::translated(u"It refuses the credential (401). Give the right one; what "
                                   "waits is kept."_s),
             u"La destination refuse l’identifiant (401). Donnez le bon ; ce qui attend est "
             "conservé."_s);
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

void SentencesTest::leavesNoEnglishInAStory()
{
    core::RequestStory refused = sample::refusedStory();
    refused.refusal->reason.message =
        "All calls are paused by the owner of this Capstan. Ask them to "
        "resume it.";
    refused.refusal->reason.alerts = {
        "cost_anomaly_detected: current=0.0900 exceeds baseline=0.0300 * 2.0"};
    const QStringList english = storyLines(refused) + storyLines(sample::clampedStory());
    QVERIFY(english.size() > 5);
    for (const Choice choice : OtherLanguages) {
        language::use(language::localeFor(choice));
        for (const QString &line : storyLines(refused) + storyLines(sample::clampedStory())) {
            QVERIFY2(!english.contains(line), qPrintable(line));
        }
    }
}

/// What comes to a view model as a sentence of the proxy, one of each way.
void SentencesTest::leavesNoEnglishInViewModels()
{
    language::use(language::localeFor(Choice::German));
    core::Configuration configuration;
    configuration.providers.push_back({});
    configuration.providers.front().name = "vllm";
    ConnectionList upstreams;
    upstreams.setUpstreams(configuration);
    core::Snapshot snapshot;
    snapshot.upstreams.push_back({});
    snapshot.upstreams.front().name = u"vllm"_s;
    snapshot.upstreams.front().reachable = false;
    snapshot.upstreams.front().lastError = u"The model list was answered with status 500."_s;
    upstreams.apply(snapshot);
    QVERIFY(upstreams.rows().front().detail.contains(u"wurde mit Status 500 beantwortet."_s));
    upstreams.takeReport(u"vllm"_s, false, u"Not tried."_s, u"Its API key is not there. Set it."_s);
    QCOMPARE(upstreams.rows().front().detail,
             u"Nicht versucht. Sein API-Schlüssel fehlt. Tragen Sie ihn ein."_s);
    core::Snapshot full;
    full.ledgerError = u"The ledger /data/ledger.db cannot be written: disk full."_s;
    Notices notices;
    notices.apply(full, BudgetDirectory(full));
    QVERIFY2(!notices.texts().text.contains(u"cannot be written"_s),
             qPrintable(notices.texts().text));
    StoryModel story;
    const core::RequestId id = sample::refusedStory().id;
    story.show(id);
    story.takeError(id, u"There is no ledger x. Start Capstan once, or name its data folder."_s);
    QVERIFY(story.errorText().startsWith(u"Das Hauptbuch x gibt es nicht. "_s));
}

QTEST_GUILESS_MAIN(SentencesTest)
#include "tst_sentences.moc"
