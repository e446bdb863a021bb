// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Colour is never the only sign: neither of lines and chips, however many states they have, nor of
// the series of a chart. Everything is drawn in one ink here.
#include "sampleactivity.h"
#include "sampleservice.h"
#include "withoutcolourcase.h"

#include "app/viewmodels/activity/storymodel.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto LastOutcome = static_cast<int>(core::CallOutcome::Released);
constexpr auto LastDecision = static_cast<int>(core::Decision::Error);

/// The same call with each outcome there is.
QVariantList outcomes()
{
    QVariantList rows;
    for (int i = 0; i <= LastOutcome; ++i) {
        ActivityFacts facts;
        facts.outcome = static_cast<core::CallOutcome>(i);
        facts.tenant = "research";
        rows.push_back(QVariant::fromValue(lineFor(facts, QTimeZone::utc())));
    }
    return rows;
}

/// The part "Budgets, at 14:32:01.412" of the same call, decided in each way there is.
QVariantList decisions()
{
    QVariantList rows;
    for (int i = 0; i <= LastDecision; ++i) {
        core::RequestStory story = sample::clampedStory();
        story.attempts.front().decision = static_cast<core::Decision>(i);
        const std::vector<StoryLine> lines = storyOf(story, QTimeZone::utc());
        const auto isDecision = [](const StoryLine &line) {
            return line.heading && line.glyph != u"key"_s;
        };
        rows.push_back(QVariant::fromValue(*std::ranges::find_if(lines, isDecision)));
    }
    return rows;
}

/// A budget that the call fits, and one that it would pass by as much.
QVariantList verdicts()
{
    QVariantList rows;
    for (const qint64 asked : {10, 30}) {
        core::RequestStory story = sample::clampedStory();
        story.attempts.front().budgets.clear();
        core::BudgetArithmetic &budget = story.attempts.front().reason.budgets.front();
        budget.settled = budget.held = 0;
        budget.limit = 20;
        budget.requested = asked;
        const std::vector<StoryLine> lines = storyOf(story, QTimeZone::utc());
        rows.push_back(QVariant::fromValue(*std::ranges::find(lines, true, &StoryLine::strong)));
    }
    return rows;
}

QVariantList connections()
{
    UpstreamFinding refused;
    refused.kind = UpstreamFinding::Kind::KeyRefused;
    ConnectionRow unknown;
    unknown.name = u"vllm"_s;
    ConnectionRow works = unknown;
    works.works = true;
    works.state = findingWord(sample::finding());
    ConnectionRow fails = unknown;
    fails.fails = true;
    fails.state = findingWord(refused);
    return {QVariant::fromValue(unknown), QVariant::fromValue(works), QVariant::fromValue(fails)};
}

QVariantList credentials()
{
    CredentialRow notSet;
    notSet.purpose = u"Admin token"_s;
    CredentialRow set = notSet;
    set.isSet = true;
    CredentialRow locked = notSet;
    locked.hasTrouble = true;
    return {QVariant::fromValue(notSet), QVariant::fromValue(set), QVariant::fromValue(locked)};
}

QVariantList prices()
{
    PriceRow shipped;
    shipped.priced = true;
    shipped.source = priceSourceWord(core::PriceSource::Shipped);
    PriceRow own = shipped;
    own.own = true;
    own.source = priceSourceWord(core::PriceSource::User);
    PriceRow none;
    none.source = PriceListModel::tr("no price");
    return {QVariant::fromValue(shipped), QVariant::fromValue(own), QVariant::fromValue(none)};
}

QVariantList crossings()
{
    AlertRow soft;
    soft.title = u"research"_s;
    AlertRow hard = soft;
    hard.hard = true;
    return {QVariant::fromValue(soft), QVariant::fromValue(hard)};
}

} // namespace

class SignsWithoutColourTest : public WithoutColourCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desktop.reset(); }
    void everyStateOfALineHasItsOwnSign_data();
    void everyStateOfALineHasItsOwnSign();
    void aPointedAtBandStandsOutWithItsName();
    void theBandBelowThePointerIsNamed();
    void theChosenPartOfAReportStandsOut_data();
    void theChosenPartOfAReportStandsOut();

private:
    void playFiveMinutes();
    [[nodiscard]] QPoint middleOf(const QString &name) const;
};

void SignsWithoutColourTest::init()
{
    failOnComplaints();
    begin();
}

// So that the chart has bands: the same for five minutes before that afternoon.
void SignsWithoutColourTest::playFiveMinutes()
{
    core::Snapshot snapshot = sample::snapshot();
    snapshot.at -= std::chrono::minutes(5);
    while (snapshot.at < sample::afternoon()) {
        snapshot.at += std::chrono::seconds(1);
        centre().burn()->apply(snapshot);
    }
}

QPoint SignsWithoutColourTest::middleOf(const QString &name) const
{
    const QQuickItem *const item = shown(name);
    return item == nullptr ? QPoint() : look::seenPart(*item).center().toPoint();
}

void SignsWithoutColourTest::everyStateOfALineHasItsOwnSign_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QVariantList>("states");
    QTest::newRow("outcome in the log") << u"activity"_s << u"ActivityLogRow"_s << outcomes();
    QTest::newRow("decision of a story") << u"request"_s << u"StoryEntry"_s << decisions();
    QTest::newRow("verdict of a budget") << u"request"_s << u"StoryEntry"_s << verdicts();
    QTest::newRow("connection") << u"settings"_s << u"ConnectionLine"_s << connections();
    QTest::newRow("credential") << u"settings"_s << u"CredentialLine"_s << credentials();
    QTest::newRow("price") << u"prices"_s << u"PriceTableRow"_s << prices();
    QTest::newRow("earlier alert") << u"alerts"_s << u"EarlierAlert"_s << crossings();
}

void SignsWithoutColourTest::everyStateOfALineHasItsOwnSign()
{
    QFETCH(const QString, scene);
    QFETCH(const QString, type);
    QFETCH(const QVariantList, states);
    bringUp(scene, Usual);
    QVERIFY(look::drain(window()));
    if (shown(type) == nullptr) { // it is below the foot of the page
        bringUp(scene, {Usual.width(), 3000});
    }
    QQuickItem *const line = shown(type);
    QVERIFY(line != nullptr);
    QList<QImage> pictures;
    for (const QVariant &state : states) {
        QVERIFY(line->setProperty("row", state));
        pictures.push_back(pictureOf(*line));
    }
    QVERIFY(pictures.size() > 1);
    for (qsizetype a = 0; a < pictures.size(); ++a) {
        for (qsizetype b = a + 1; b < pictures.size(); ++b) {
            const int seen = difference(pictures[a], pictures[b]);
            QVERIFY2(seen >= LeastSeen, qPrintable(u"%1 and %2 look the same"_s.arg(a).arg(b)));
        }
    }
}

void SignsWithoutColourTest::aPointedAtBandStandsOutWithItsName()
{
    playFiveMinutes();
    bringUp(u"overview"_s, Usual);
    QVERIFY(look::drain(window()));
    QList<QImage> charts = {pictureOf(u"burnPlot"_s)};
    QVERIFY(!charts[0].isNull());
    for (const QString &tenant : {u"research"_s, u"code-review"_s}) {
        const QString line = u"legend "_s + tenant;
        const QImage calm = pictureOf(line);
        QVERIFY(!calm.isNull());
        QTest::mouseMove(&window(), middleOf(line));
        QVERIFY(difference(calm, pictureOf(line)) >= LeastSeen);
        charts.push_back(pictureOf(u"burnPlot"_s));
    }
    QVERIFY(difference(charts[0], charts[1]) >= LeastSeen);
    QVERIFY(difference(charts[0], charts[2]) >= LeastSeen);
    QVERIFY(difference(charts[1], charts[2]) >= LeastSeen);
}

// The lowest band is that of the dearest: at the chart's foot is research.
void SignsWithoutColourTest::theBandBelowThePointerIsNamed()
{
    playFiveMinutes();
    bringUp(u"overview"_s, Usual);
    QVERIFY(look::drain(window()));
    const QImage calm = pictureOf(u"legend research"_s);
    const QRectF plot = look::seenPart(*shown(u"burnPlot"_s));
    QTest::mouseMove(&window(), QPointF(plot.center().x(), plot.bottom() - 4).toPoint());
    QTRY_COMPARE(centre().burn()->pointed(), 0);
    QVERIFY(difference(calm, pictureOf(u"legend research"_s)) >= LeastSeen);
    // The same with the keyboard.
    QTest::mouseMove(&window(), QPoint(4, 4));
    QTRY_COMPARE(centre().burn()->pointed(), -1);
    shown(u"burnPlot"_s)->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window(), Qt::Key_Up);
    QCOMPARE(centre().burn()->pointed(), 0);
    QVERIFY(difference(calm, pictureOf(u"legend research"_s)) >= LeastSeen);
}

void SignsWithoutColourTest::theChosenPartOfAReportStandsOut_data()
{
    QTest::addColumn<int>("report");
    QTest::newRow("bars") << 0;
    QTest::newRow("columns") << 5;
}

void SignsWithoutColourTest::theChosenPartOfAReportStandsOut()
{
    QFETCH(const int, report);
    bringUp(u"reports"_s, Usual);
    centre().reports()->setCurrent(report);
    QVERIFY(look::drain(window()));
    const QString drawing = report == 0 ? u"ReportBars"_s : u"ReportColumns"_s;
    QTRY_VERIFY(shown(drawing) != nullptr);
    const QImage none = pictureOf(drawing);
    QQuickItem *const card = shown(u"ReportChartCard"_s);
    card->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window(), Qt::Key_Right);
    const QImage first = pictureOf(drawing);
    QTest::keyClick(&window(), Qt::Key_Right);
    QVERIFY(difference(none, first) >= LeastSeen);
    QVERIFY(difference(first, pictureOf(drawing)) >= LeastSeen);
}

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication application(argc, argv);
    SignsWithoutColourTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_signswithoutcolour.moc"
