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
