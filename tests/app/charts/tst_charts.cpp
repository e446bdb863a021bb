// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt Charts draws, on the picture itself: a chart of 300 x 120 pixels on white.
#include "samplesnapshot.h"

#include "app/items/burnchart.h"
#include "app/items/columnchart.h"

#include <QQuickWindow>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

constexpr QSize Size{300, 120};
constexpr int Foot = 110; ///< a row in the lowest part of every band and column

/// Half of the colour on white.
QColor pale(const QColor &color)
{
    const auto half = [](int channel) {
        return (channel + 255) / 2;
    };
    return {half(color.red()), half(color.green()), half(color.blue())};
}

bool isLike(const QColor &seen, const QColor &wanted)
{
    constexpr int Rounding = 2;
    return std::abs(seen.red() - wanted.red()) <= Rounding &&
           std::abs(seen.green() - wanted.green()) <= Rounding &&
           std::abs(seen.blue() - wanted.blue()) <= Rounding;
}

core::Report perDay(const std::vector<int> &dollars)
{
    core::Report report{"cost", {"period", "total_cost_usd"}, {}, std::ssize(dollars)};
    for (std::size_t i = 0; i < dollars.size(); ++i) {
        const QByteArray day = "2026-11-" + QByteArray::number(static_cast<int>(i) + 10);
        report.rows.push_back({day + "T00:00:00Z", Money::fromDollars(dollars[i])});
    }
    return report;
}

} // namespace

/// Issue 3, point 3: Qt Charts draws the time series.
class ChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void stacksTheBurnOfTenants();
    void drawsNothingWhereNothingWasMeasured();
    void followsWhatWasSampledWhileItWasHidden();
    void drawsAColumnForEachPeriod();
    void marksTheChosenColumn();
    void drawsTheBandOfAForecast();
    void findsTheColumnBelowThePointer();
    void takesAnotherReport();

private:
    template <class Chart>
    std::unique_ptr<Chart> shown();
    [[nodiscard]] QColor seenAt(int x, int y) { return m_window->grabWindow().pixelColor(x, y); }

    std::unique_ptr<QQuickWindow> m_window;
};

namespace {

/// `first` and `second` dollars an hour for two tenants, `second`s after the afternoon began.
void sampleAt(BurnHistory &burn, int seconds, int first, int second)
{
    core::Snapshot snapshot;
    snapshot.at = sample::afternoon() + std::chrono::seconds(seconds);
    snapshot.zone = "Europe/Berlin";
    snapshot.burnPerHour = Money::fromDollars(first + second);
    snapshot.tenants.push_back({"dear", {}, {}, Money::fromDollars(first), 0, false, {}});
    snapshot.tenants.push_back({"cheap", {}, {}, Money::fromDollars(second), 0, false, {}});
    burn.apply(snapshot);
}

/// The row in which so many dollars an hour are drawn.
int rowOf(const BurnHistory &burn, double dollars)
{
    const double whole = static_cast<double>(burn.scaleEnd().nanos()) / Money::NanosPerDollar;
    return static_cast<int>(Size.height() * (1 - dollars / whole));
}

} // namespace

void ChartsTest::init()
{
    m_window = std::make_unique<QQuickWindow>();
    m_window->setColor(Qt::white);
    m_window->resize(Size);
    m_window->show();
}

template <class Chart>
std::unique_ptr<Chart> ChartsTest::shown()
{
    auto chart = std::make_unique<Chart>(m_window->contentItem());
    chart->setSize(Size);
    chart->setProperty("gridColor", QColor(Qt::white));
    chart->setProperty("bandOpacity", 0.5);
    return chart;
}

void ChartsTest::stacksTheBurnOfTenants()
{
    BurnHistory burn;
    const auto chart = shown<BurnChart>();
    chart->setProperty("colors", QVariant::fromValue(QList<QColor>{Qt::red, Qt::blue}));
    chart->setHistory(&burn);
    for (int second = 0; second <= 60; ++second) {
        sampleAt(burn, second, 5, 2); // 5 and on it 2: the second's top is at 7
    }
    QCOMPARE(burn.scaleEnd(), Money::fromDollars(8));
    constexpr int HalfAMinuteAgo = 270; // 300 * (1 - 30 s / 300 s)
    const auto seen = [&](double dollars) {
        return seenAt(HalfAMinuteAgo, rowOf(burn, dollars));
    };
    QVERIFY(isLike(seen(2.5), pale(Qt::red)));
    QVERIFY(isLike(seen(6), pale(Qt::blue)));
    QVERIFY(isLike(seen(7.5), Qt::white));
    QVERIFY(isLike(seenAt(HalfAMinuteAgo, 15), Qt::blue)); // the line on its top: 120 * (1 - 7 / 8)
    QVERIFY(isLike(seenAt(230, Foot), Qt::white));         // 70 s ago: before the first sample
}

void ChartsTest::drawsNothingWhereNothingWasMeasured()
{
    BurnHistory burn;
    const auto chart = shown<BurnChart>();
    chart->setProperty("colors", QVariant::fromValue(QList<QColor>{Qt::red, Qt::blue}));
    chart->setHistory(&burn);
    for (int second = 0; second <= 180; ++second) {
        if (second <= 60 || second >= 120) {
            sampleAt(burn, second, 3, 1);
        }
    }
    // The newest is at the right edge: 300 * (1 - age / 300 s), with ages 150, 90 and 30 s.
    QVERIFY(isLike(seenAt(150, Foot), pale(Qt::red)));
    QVERIFY(isLike(seenAt(210, Foot), Qt::white));
    QVERIFY(isLike(seenAt(270, Foot), pale(Qt::red)));
    for (int second = 181; second <= 480; ++second) {
        sampleAt(burn, second, 3, 1); // until the gap has left the chart
    }
    QVERIFY(isLike(seenAt(10, Foot), pale(Qt::red)));
    QVERIFY(isLike(seenAt(210, Foot), pale(Qt::red)));
}

void ChartsTest::followsWhatWasSampledWhileItWasHidden()
{
    BurnHistory burn;
    const auto chart = shown<BurnChart>();
    chart->setProperty("colors", QVariant::fromValue(QList<QColor>{Qt::red, Qt::blue}));
    chart->setHistory(&burn);
    QVERIFY(isLike(seenAt(290, Foot), Qt::white));
    chart->setVisible(false);
    for (int second = 0; second <= 60; ++second) {
        sampleAt(burn, second, 3, 1);
    }
    QVERIFY(isLike(seenAt(290, Foot), Qt::white));
    chart->setVisible(true);
    QVERIFY(isLike(seenAt(290, Foot), pale(Qt::red)));
}

void ChartsTest::drawsAColumnForEachPeriod()
{
    ReportChart report;
    const auto chart = shown<ColumnChart>();
    chart->setProperty("fillColor", QColor(Qt::blue));
    chart->setReport(&report);
    report.setReport(perDay({4, 0, 2}), {QTimeZone::utc(), "UTC", {}});
    // Three columns in 300 pixels: their middles are at 50, 150 and 250; $4 is the axis' end.
    QCOMPARE(report.ticks().last(), u"$4.00"_s);
    QCOMPARE(seenAt(50, 2), QColor(Qt::blue));
    QCOMPARE(seenAt(50, Foot), QColor(Qt::blue));
    QCOMPARE(seenAt(150, Foot), QColor(Qt::white));
    QCOMPARE(seenAt(250, 58), QColor(Qt::white)); // half of 120 is 60
    QCOMPARE(seenAt(250, 62), QColor(Qt::blue));
    // As wide as they may be: 56 around the middle.
    QCOMPARE(seenAt(50 - 30, Foot), QColor(Qt::white));
    QCOMPARE(seenAt(50 - 26, Foot), QColor(Qt::blue));
}

void ChartsTest::marksTheChosenColumn()
{
    ReportChart report;
    const auto chart = shown<ColumnChart>();
    chart->setProperty("fillColor", QColor(Qt::blue));
    chart->setProperty("chosenColor", QColor(Qt::black));
    chart->setReport(&report);
    report.setReport(perDay({4, 4, 4}), {QTimeZone::utc(), "UTC", {}});
    chart->setChosen(1);
    QCOMPARE(seenAt(50, Foot), QColor(Qt::blue));
    QCOMPARE(seenAt(150, Foot), QColor(Qt::black));
    chart->setChosen(2);
    QCOMPARE(seenAt(150, Foot), QColor(Qt::blue));
    QCOMPARE(seenAt(250, Foot), QColor(Qt::black));
    chart->setChosen(-1);
    QCOMPARE(seenAt(250, Foot), QColor(Qt::blue));
}

void ChartsTest::drawsTheBandOfAForecast()
{
    ReportChart report;
    const auto chart = shown<ColumnChart>();
    chart->setProperty("fillColor", QColor(Qt::blue));
    chart->setReport(&report);
    core::Report forecast{"forecast", {"day", "low_usd", "likely_usd", "high_usd"}, {}, 1};
    forecast.rows.push_back({QByteArray("2026-11-10T00:00:00Z"),
                             Money::fromDollars(1),
                             Money::fromDollars(2),
                             Money::fromDollars(4)});
    report.setReport(forecast, {QTimeZone::utc(), "UTC", {}});
    // $4 is 120 pixels: the band goes from row 0 to row 90, its line is around row 60.
    QCOMPARE(seenAt(150, 100), QColor(Qt::white));
    QVERIFY(isLike(seenAt(150, 80), pale(Qt::blue)));
    QCOMPARE(seenAt(150, 60), QColor(Qt::blue));
    QVERIFY(isLike(seenAt(150, 40), pale(Qt::blue)));
}

void ChartsTest::findsTheColumnBelowThePointer()
{
    ReportChart report;
    const auto chart = shown<ColumnChart>();
    chart->setReport(&report);
    QCOMPARE(chart->columnAt(10), -1);
    report.setReport(perDay({4, 0, 2}), {QTimeZone::utc(), "UTC", {}});
    QCOMPARE(chart->columnAt(10), 0);
    QCOMPARE(chart->columnAt(299), 2);
    QCOMPARE(chart->columnAt(300), -1);
}

void ChartsTest::takesAnotherReport()
{
    ReportChart report;
    const auto chart = shown<ColumnChart>();
    chart->setProperty("fillColor", QColor(Qt::blue));
    chart->setReport(&report);
    report.setReport(perDay({4, 4, 4}), {QTimeZone::utc(), "UTC", {}});
    QCOMPARE(seenAt(50, Foot), QColor(Qt::blue));
    report.setReport(perDay({4, 4}), {QTimeZone::utc(), "UTC", {}});
    QCOMPARE(seenAt(150, Foot), QColor(Qt::white)); // between 75 and 225
    QCOMPARE(seenAt(225, Foot), QColor(Qt::blue));
    report.setReport({}, {QTimeZone::utc(), "UTC", {}});
    QCOMPARE(seenAt(225, Foot), QColor(Qt::white));
}

QTEST_MAIN(ChartsTest)
#include "tst_charts.moc"
