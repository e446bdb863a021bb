// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window's two charts cost: milliseconds of a core a picture, in the thread of the window.
// bench_charts [FOLDER]: also saves the pictures there.
#include "app/items/burnchart.h"
#include "app/items/columnchart.h"
#include "app/service/threadtime.h"

#include <QApplication>
#include <QQuickWindow>

#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

constexpr QSize Size{640, 168};
constexpr int Seconds = 300;
constexpr int Pictures = 50;

/// Six tenants whose burn goes up and down, a second later each time.
core::Snapshot burning(int second)
{
    core::Snapshot snapshot;
    snapshot.at = core::Time(std::chrono::seconds(1'800'000'000 + second));
    snapshot.zone = "UTC";
    for (int tenant = 0; tenant < BurnHistory::Bands; ++tenant) {
        const double wave = 1 + 0.6 * std::sin(0.05 * second + tenant) +
                            0.3 * std::sin(0.9 * second + 2.1 * tenant);
        const Money burn = Money::fromNanos(std::llround(wave * Money::NanosPerDollar));
        snapshot.burnPerHour += burn;
        snapshot.tenants.push_back(
            {"tenant-" + QByteArray::number(tenant), {}, {}, burn, 0, false, {}});
    }
    return snapshot;
}

core::Report hours(int count)
{
    core::Report report{"cost", {"period", "total_cost_usd"}, {}, count};
    for (int hour = 0; hour < count; ++hour) {
        const auto time = QDateTime::fromSecsSinceEpoch(1'800'000'000 + 3'600LL * hour, Qt::UTC);
        const double wave = 40 + 30 * std::sin(0.26 * hour);
        report.rows.push_back({time.toString(Qt::ISODate).toLatin1(),
                               Money::fromNanos(std::llround(wave * Money::NanosPerDollar))});
    }
    return report;
}

/// Of one picture.
double cost(ChartItem &chart)
{
    const auto before = app::threadTime();
    chart.ensurePolished();
    return static_cast<double>((app::threadTime() - before).count()) / 1e6;
}

void print(const char *what, double milliseconds)
{
    std::printf("%-56s %6.1f ms\n", what, milliseconds);
}

void measureBurn(QQuickWindow &window, const QString &folder)
{
    BurnHistory history;
    BurnChart chart(window.contentItem());
    chart.setSize(Size);
    chart.setProperty("colors",
                      QVariant::fromValue(QList<QColor>{
                          Qt::red, Qt::blue, Qt::green, Qt::magenta, Qt::cyan, Qt::gray}));
    chart.setHistory(&history);
    for (int second = 0; second < Seconds; ++second) {
        history.apply(burning(second));
    }
    print("burn, 6 bands of 300 samples: the first picture", cost(chart));
    double sum = 0;
    for (int second = 0; second < Pictures; ++second) {
        history.apply(burning(Seconds + second));
        sum += cost(chart);
    }
    print("  each further one, once a second", sum / Pictures);
    if (!folder.isEmpty()) {
        window.grabWindow().save(folder + u"/burn.png"_s);
    }
}

void measureColumns(QQuickWindow &window, const QString &folder, int count)
{
    ReportChart report;
    ColumnChart chart(window.contentItem());
    chart.setSize(Size);
    chart.setProperty("fillColor", QColor(Qt::blue));
    chart.setReport(&report);
    report.setReport(hours(count), {QTimeZone::utc(), "UTC", {}});
    print(qPrintable(u"report of %1 columns: the first picture"_s.arg(count)), cost(chart));
    double sum = 0;
    for (int column = 0; column < Pictures; ++column) {
        chart.setChosen(column);
        sum += cost(chart);
    }
    print("  another one chosen", sum / Pictures);
    if (!folder.isEmpty()) {
        window.grabWindow().save(folder + u"/columns-%1.png"_s.arg(count));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QString folder = QApplication::arguments().value(1);
    QQuickWindow window;
    window.resize(Size);
    std::printf("the charts, %d x %d, of one core\n", Size.width(), Size.height());
    measureBurn(window, folder);
    measureColumns(window, folder, 31);
    measureColumns(window, folder, 720);
    measureColumns(window, folder, 2'000);
    return 0;
}
