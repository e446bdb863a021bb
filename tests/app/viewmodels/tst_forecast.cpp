// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using forecast::Course;
using forecast::Outlook;

namespace {

const core::Time Now = sample::afternoon();
const core::Span Today{Now - 14h - 32min, Now + 9h + 28min};

Course course(const char *settled, const char *cap, const char *pace, core::Span span = Today)
{
    return {sample::dollars(settled).nanos(),
            sample::dollars(cap).nanos(),
            sample::dollars(pace).nanos(),
            span};
}

QString told(const Course &course)
{
    return forecast::sentence(
        forecast::outlook(course, Now), Now, formatting::zoneOf("Europe/Berlin"));
}

} // namespace

class ForecastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhenTheCapIsReached();
    void tellsWhenTheWindowEndsFirst();
    void hasNoPaceWithoutBurn();
    void tellsWhenACapIsReachedAlready();
    void survivesTheEndsOfTheRange();
    void judgesAMonthByItsAverage();
    void projectsTheEndOfAWindow(); // S1-32
};

void ForecastTest::tellsWhenTheCapIsReached()
{
    // (60 - 41.87) / 6.42 = 2.824 h = 2:49:26 after 14:32
    QCOMPARE(told(course("41.87", "60", "6.42")), u"Reaches its cap at 17:21 at this pace"_s);
    // (17.50 - 15.92) / 2.31 = 0.684 h = 41 min after 14:32
    QCOMPARE(told(course("15.92", "17.50", "2.31")), u"Reaches its cap at 15:13 at this pace"_s);
    // 100 / 2 = 50 h later is Monday afternoon
    const core::Span forever{core::Time{}, core::Time::max()};
    QCOMPARE(told(course("0", "100", "2", forever)),
             u"Reaches its cap at Mon 16:32 at this pace"_s);
    // 1,000 / 2 = 500 h = 20 d 20 h later
    QCOMPARE(told(course("0", "1000", "2", forever)), u"Reaches its cap on 12 Dec at this pace"_s);
}

void ForecastTest::tellsWhenTheWindowEndsFirst()
{
    QCOMPARE(told(course("1", "60", "0.5")), u"Lasts until 00:00"_s);
    const core::Span week{Now - 134h, Now + 33h + 28min};
    QCOMPARE(told(course("1", "60", "0.5", week)), u"Lasts until Monday"_s);
    const core::Span forever{core::Time{}, core::Time::max()};
    // 9,000,000 / 1 h is a thousand years
    QCOMPARE(told(course("0", "9000000", "1", forever)), u"Lasts for years"_s);
}

void ForecastTest::hasNoPaceWithoutBurn()
{
    QCOMPARE(told(course("1", "60", "0")), u"No pace yet"_s);
    QCOMPARE(forecast::outlook(course("0", "60", "0"), Now).kind, Outlook::Kind::NoPace);
}

void ForecastTest::tellsWhenACapIsReachedAlready()
{
    QCOMPARE(told(course("60", "60", "6")), u"Cap reached, frees at 00:00"_s);
    const core::Span forever{core::Time{}, core::Time::max()};
    QCOMPARE(told(course("60", "60", "6", forever)), u"Cap reached"_s);
}

void ForecastTest::survivesTheEndsOfTheRange()
{
    const core::Span forever{core::Time{}, core::Time::max()};
    const Course slow{0, std::numeric_limits<qint64>::max(), 1, forever};
    QCOMPARE(forecast::outlook(slow, Now).kind, Outlook::Kind::LastsTheWindow);
    const Course fast{0, 1, std::numeric_limits<qint64>::max(), Today};
    QCOMPARE(forecast::outlook(fast, Now).kind, Outlook::Kind::ReachesCap);
    QCOMPARE(forecast::atWindowEnd(fast, Now), std::numeric_limits<qint64>::max());
}

void ForecastTest::judgesAMonthByItsAverage()
{
    core::BucketState state;
    state.settled = sample::dollars("200").nanos();
    state.cap = sample::dollars("1000").nanos();
    state.perHour = sample::dollars("50").nanos(); // a busy minute
    state.span = {Now - 400h, Now + 320h};
    // 200 in 400 h are 0.50 an hour; a day's pace is the burn.
    QCOMPARE(Course::of(state, core::WindowKind::Month, Now).pace, sample::dollars("0.5").nanos());
    QCOMPARE(Course::of(state, core::WindowKind::Day, Now).pace, sample::dollars("50").nanos());
}

void ForecastTest::projectsTheEndOfAWindow()
{
    // 200 + 320 h x 0.50 = 360
    const core::Span month{Now - 400h, Now + 320h};
    QCOMPARE(forecast::atWindowEnd(course("200", "1000", "0.5", month), Now),
             sample::dollars("360").nanos());
    QVERIFY(!forecast::atWindowEnd(course("200", "1000", "0", month), Now));
}

QTEST_GUILESS_MAIN(ForecastTest)
#include "tst_forecast.moc"
