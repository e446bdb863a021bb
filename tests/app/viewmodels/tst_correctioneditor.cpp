// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/correctioneditor.h"
#include "app/viewmodels/activity/storymodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

/// A dollar per million tokens in, two out.
std::shared_ptr<const core::PriceBook> prices()
{
    core::Price price;
    price.model = u"llama-8b"_s;
    price.rates = {1'000'000'000, 1'000'000'000, 1'000'000'000, 2'000'000'000};
    return std::make_shared<core::PriceBook>(std::vector<core::Price>{price});
}

/// Charged five cents, its bound, after a crash.
core::RequestStory recovered(const QByteArray &model = "llama-8b")
{
    core::RequestStory story;
    story.id = {1, 2};
    core::AttemptStory &attempt = story.attempts.emplace_back();
    attempt.attribution.of(core::Dimension::Model) = model;
    attempt.settled = core::AttemptStory::Settled{};
    attempt.settled->cost = Money::fromNanos(50'000'000);
    attempt.settled->usage.output = 25'000;
    attempt.settled->ending = core::Ending::Recovered;
    return story;
}

} // namespace

class TestCorrectionEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersItselfForARecoveredCallOnly()
    {
        CorrectionEditor editor;
        core::RequestStory usual = recovered();
        usual.attempts.front().settled->ending = core::Ending::Complete;
        editor.show(usual);
        QVERIFY(!editor.isAvailable());
        editor.show(recovered());
        QVERIFY(editor.isAvailable());
        QVERIFY2(editor.chargedText().contains(u"$0.05"_s), qPrintable(editor.chargedText()));
        QVERIFY(!editor.canSave());
    }

    void showsWhatItComesToBeforeItIsSaved()
    {
        CorrectionEditor editor;
        editor.setPrices(prices());
        editor.show(recovered());
        editor.setInput(u"8,000"_s);
        QVERIFY(!editor.canSave());
        QCOMPARE(editor.errorText(), QString()); // still typing
        editor.setOutput(u"1000"_s);
        // 8,000 x $1 + 1,000 x $2, each per million = $0.010; $0.05 - $0.01 = $0.04
        QCOMPARE(editor.costText(), u"Comes to $0.01; gives back $0.04"_s);
        QSignalSpy saved(&editor, &CorrectionEditor::saveRequested);
        editor.save();
        QCOMPARE(saved.size(), 1);
        const auto correction = saved.front().front().value<CallCorrection>();
        QCOMPARE(correction.id, (core::RequestId{1, 2}));
        QCOMPARE(correction.cost, Money::fromNanos(10'000'000));
        QCOMPARE(correction.usage.input, 8'000);
        QCOMPARE(correction.usage.output, 1'000);
        QVERIFY(!correction.reason.isEmpty());
    }

    void takesTheCostFromAnInvoice()
    {
        CorrectionEditor editor; // which knows no price
        editor.show(recovered());
        editor.setCost(u"0.0123"_s);
        // $0.05 - $0.0123 = $0.0377
        QCOMPARE(editor.costText(), u"Comes to $0.0123; gives back $0.0377"_s);
        QSignalSpy saved(&editor, &CorrectionEditor::saveRequested);
        editor.save();
        const auto correction = saved.constFirst().constFirst().value<CallCorrection>();
        QCOMPARE(correction.cost, Money::fromNanos(12'300'000));
        QCOMPARE(correction.usage.output, 25'000); // what was charged
        editor.setCost(u"cheap"_s);
        QVERIFY(!editor.errorText().isEmpty());
    }

    void takesEveryKindOfToken()
    {
        CorrectionEditor editor;
        editor.setPrices(prices());
        editor.show(recovered());
        editor.setInput(u"1000"_s);
        editor.setOutput(u"2000"_s);
        editor.setCached(u"3000"_s);
        editor.setCacheWrite(u"4000"_s);
        editor.setReasoning(u"2001"_s);
        QCOMPARE(editor.errorText(), u"Reasoning is a part of the answer, and cannot be more."_s);
        editor.setReasoning(u"500"_s);
        // (1,000 + 3,000 + 4,000) x $1 + 2,000 x $2, each per million = $0.012
        QCOMPARE(editor.costText(), u"Comes to $0.012; gives back $0.038"_s);
        QSignalSpy saved(&editor, &CorrectionEditor::saveRequested);
        editor.save();
        const auto usage = saved.constFirst().constFirst().value<CallCorrection>().usage;
        QCOMPARE(usage.cachedInput, 3'000);
        QCOMPARE(usage.cacheWrite, 4'000);
        QCOMPARE(usage.reasoning, 500);
    }

    void saysWhatBudgetsWillCountThen()
    {
        core::Snapshot snapshot;
        core::Budget daily;
        daily.id = "b-1";
        daily.selector = *core::Selector::fromScope("tenant:*");
        daily.limit = Money::fromDollars(20).nanos();
        snapshot.budgets = {daily};
        core::BucketState bucket;
        bucket.budgetId = "b-1";
        bucket.label = "tenant:research";
        bucket.settled = Money::fromDollars(12).nanos();
        bucket.span = {core::Time{}, core::Time(std::chrono::hours(24))};
        core::BucketState other = bucket;
        other.label = "tenant:support";
        snapshot.buckets = {other, bucket};
        core::RequestStory story = recovered();
        story.attempts.front().attribution.of(core::Dimension::Tenant) = "research";
        CorrectionEditor editor;
        editor.apply(std::make_shared<core::Snapshot>(snapshot));
        editor.show(story);
        QCOMPARE(editor.budgetText(), QString()); // nothing was typed
        editor.setCost(u"0.01"_s);
        // $12.00 - ($0.05 - $0.01) = $11.96
        QVERIFY2(editor.budgetText().endsWith(u": $12.00 → $11.96"_s),
                 qPrintable(editor.budgetText()));
        snapshot.buckets.at(1).span = {core::Time(std::chrono::hours(24)),
                                       core::Time(std::chrono::hours(48))};
        editor.apply(std::make_shared<core::Snapshot>(snapshot));
        QCOMPARE(editor.budgetText(), QString()); // a new window, which it is no part of
    }

    // Issue 3: a person can say all that a command can.
    void correctsTheAttemptThatIsChosen()
    {
        core::RequestStory story = recovered();
        story.attempts.front().attempt = 1;
        story.attempts.push_back(story.attempts.front()); // and once more, for two cents
        story.attempts.back().attempt = 2;
        story.attempts.back().settled->cost = Money::fromNanos(20'000'000);
        CorrectionEditor editor;
        editor.setPrices(prices());
        editor.show(story);
        QCOMPARE(editor.attempts(), (QStringList{u"Attempt 1: $0.05"_s, u"Attempt 2: $0.02"_s}));
        QCOMPARE(editor.attempt(), 1); // the last, unless another is chosen
        editor.setCost(u"0.01"_s);
        QCOMPARE(editor.costText(), u"Comes to $0.01; gives back $0.01"_s); // $0.02 - $0.01
        editor.setAttempt(0);
        QCOMPARE(editor.costText(), u"Comes to $0.01; gives back $0.04"_s); // $0.05 - $0.01
        editor.setAttempt(2);                                               // there is none
        QCOMPARE(editor.attempt(), 0);
        QSignalSpy saved(&editor, &CorrectionEditor::saveRequested);
        editor.save();
        QCOMPARE(saved.front().front().value<CallCorrection>().attempt, 1);
        editor.show(story); // it is read again
        QCOMPARE(editor.attempt(), 0);
    }

    void saysWhoCorrects()
    {
        CorrectionEditor editor;
        editor.setPrices(prices());
        editor.show(recovered());
        QSignalSpy saved(&editor, &CorrectionEditor::saveRequested);
        editor.setCost(u"0.01"_s);
        editor.save();
        QCOMPARE(saved.takeFirst().front().value<CallCorrection>().by, "owner");
        editor.setBy(u" Ada "_s);
        editor.save();
        QCOMPARE(saved.takeFirst().front().value<CallCorrection>().by, "Ada");
        core::RequestStory other = recovered();
        other.id = {3, 4};
        editor.show(other);
        QCOMPARE(editor.by(), u" Ada "_s); // it is the same person still
        QCOMPARE(editor.cost(), QString());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("output");
        QTest::newRow("words") << u"many"_s << u"1"_s;
        QTest::newRow("less than nothing") << u"1"_s << u"-1"_s;
        QTest::newRow("a fraction") << u"1.5"_s << u"1"_s;
        QTest::newRow("a slip of the finger") << u"999999999999"_s << u"1"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, input);
        QFETCH(QString, output);
        CorrectionEditor editor;
        editor.setPrices(prices());
        editor.show(recovered());
        editor.setInput(input);
        editor.setOutput(output);
        QVERIFY(!editor.errorText().isEmpty());
        QVERIFY(!editor.canSave());
        QSignalSpy saved(&editor, &CorrectionEditor::saveRequested);
        editor.save();
        QCOMPARE(saved.size(), 0);
    }

    void asksForAPriceWhereThereIsNone()
    {
        CorrectionEditor editor;
        editor.setPrices(prices());
        editor.show(recovered("unheard-of"));
        editor.setInput(u"1"_s);
        editor.setOutput(u"1"_s);
        QVERIFY2(editor.errorText().contains(u"unheard-of has no price"_s),
                 qPrintable(editor.errorText()));
    }

    void keepsWhatIsTypedWhileTheStoryIsReadAgain()
    {
        CorrectionEditor editor;
        editor.setPrices(prices());
        editor.show(recovered());
        editor.setInput(u"12"_s);
        editor.show(recovered());
        QCOMPARE(editor.input(), u"12"_s);
        core::RequestStory other = recovered();
        other.id = {3, 4};
        editor.show(other);
        QCOMPARE(editor.input(), QString());
    }

    void showsACorrectedCallAtItsNewCost()
    {
        core::RequestStory story = recovered();
        story.attempts.front().corrected = core::AttemptStory::Corrected{
            {}, {}, Money::fromNanos(10'000'000), "owner", "as the log says"};
        QCOMPARE(textsOf(story).exact, u"$0.01"_s);
        const auto lines = storyOf(story, QTimeZone::utc());
        const auto isHead = [](const StoryLine &line) {
            return line.heading && line.text == u"Corrected by owner"_s;
        };
        QVERIFY(std::ranges::any_of(lines, isHead));
        CorrectionEditor editor;
        editor.show(story);
        QVERIFY(editor.isAvailable()); // and may be corrected again
    }

    void saysWhyItWasRefused()
    {
        CorrectionEditor editor;
        editor.setPrices(prices());
        editor.show(recovered());
        editor.setInput(u"1"_s);
        editor.setOutput(u"1"_s);
        editor.refuse({9, 9}, u"another"_s);
        QCOMPARE(editor.errorText(), QString());
        editor.refuse({1, 2}, u"The disk is full."_s);
        QCOMPARE(editor.errorText(), u"The disk is full."_s);
        QVERIFY(!editor.canSave());
        editor.setInput(u"2"_s);
        QVERIFY(editor.canSave());
    }
};

QTEST_GUILESS_MAIN(TestCorrectionEditor)
#include "tst_correctioneditor.moc"
