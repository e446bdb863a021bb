// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person meets of the sentences, in forms, answers, stories and lists, is in their language.
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

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using language::Choice;

namespace {

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

class SpokenSentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { language::use(language::localeFor(Choice::English)); }
    void translatesWhatFormsAnswer();
    void translatesWhatServersAnswer();
    void leavesNoEnglishInAStory();
    void leavesNoEnglishInViewModels();
};

void SpokenSentencesTest::translatesWhatFormsAnswer()
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

void SpokenSentencesTest::translatesWhatServersAnswer()
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

void SpokenSentencesTest::leavesNoEnglishInAStory()
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
void SpokenSentencesTest::leavesNoEnglishInViewModels()
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

QTEST_GUILESS_MAIN(SpokenSentencesTest)
#include "tst_spokensentences.moc"
