// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/window.h"

#include <QDateTime>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Time utc(const QString &text)
{
    const QDateTime dateTime = QDateTime::fromString(text + u'Z', Qt::ISODate);
    Q_ASSERT_X(dateTime.isValid(), "utc", qPrintable(text));
    return Time(std::chrono::milliseconds(dateTime.toMSecsSinceEpoch()));
}

QString toText(Time t)
{
    return QDateTime::fromMSecsSinceEpoch(t.time_since_epoch() / 1ms, Qt::UTC)
        .toString(u"yyyy-MM-ddTHH:mm:ss"_s);
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndPrints_data();
    void readsAndPrints();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void findsTheSpan_data();
    void findsTheSpan();
    void spansFollowEachOtherWithoutGapOrOverlap_data();
    void spansFollowEachOtherWithoutGapOrOverlap();
    void slotsNeverFallShortOfTheLength_data();
    void slotsNeverFallShortOfTheLength();
    void lifetimeContainsEverything();
};

void TestWindow::readsAndPrints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    const auto same = [](const char *text) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(text);
    };
    same("lifetime");
    same("rolling:24h");
    same("rolling:90m");
    same("rolling:61s");
    same("hour");
    same("day");
    same("week");
    same("week:sunday");
    same("month");
    same("hour@Asia/Kolkata");
    same("day@Europe/Berlin");
    same("week:saturday@Africa/Cairo");
    QTest::newRow("days are hours") << QByteArray("rolling:7d") << QByteArray("rolling:168h");
    QTest::newRow("shortest") << QByteArray("rolling:60s") << QByteArray("rolling:1m");
    QTest::newRow("longest") << QByteArray("rolling:366d") << QByteArray("rolling:8784h");
    QTest::newRow("Monday is the first day") << QByteArray("week:monday") << QByteArray("week");
    QTest::newRow("UTC is the zone") << QByteArray("day@UTC") << QByteArray("day");
}

void TestWindow::readsAndPrints()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const Result<Window> window = Window::parse(text);
    QVERIFY2(window.ok(), window.ok() ? "" : qPrintable(window.error().message));
    QCOMPARE(window->toText(), canonical);
    QVERIFY(*Window::parse(canonical) == *window);
}

void TestWindow::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "fortnight",
                             "rolling",
                             "rolling:",
                             "rolling:h",
                             "rolling:59s",
                             "rolling:367d",
                             "rolling:-1h",
                             "rolling:24",
                             "rolling:1.5h",
                             "rolling:99999999999h",
                             "rolling:24h@Europe/Berlin",
                             "lifetime@Europe/Berlin",
                             "lifetime:1h",
                             "day:monday",
                             "week:someday",
                             "week:",
                             "day@",
                             "day@Mars/Olympus",
                             "Day",
                             "day@Europe/Berlin "}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TestWindow::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, text);
    const Result<Window> window = Window::parse(text);
    QVERIFY(!window.ok());
    QCOMPARE(window.error().code, ErrorCode::InvalidInput);
    QVERIFY(!window.error().remedy.isEmpty());
}

void TestWindow::findsTheSpan_data()
{
    QTest::addColumn<QByteArray>("window");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("begins");
    QTest::addColumn<QString>("ends");
    const auto row = [](const char *name, const char *window, const QStringList &times) {
        QTest::newRow(name) << QByteArray(window) << times[0] << times[1] << times[2];
    };
    row("hour",
        "hour",
        {u"2026-11-21T09:59:59"_s, u"2026-11-21T09:00:00"_s, u"2026-11-21T10:00:00"_s});
    row("the end is the next one's",
        "hour",
        {u"2026-11-21T10:00:00"_s, u"2026-11-21T10:00:00"_s, u"2026-11-21T11:00:00"_s});
    row("hour of a half-hour zone",
        "hour@Asia/Kolkata",
        {u"2026-11-21T09:40:00"_s, u"2026-11-21T09:30:00"_s, u"2026-11-21T10:30:00"_s});
    // Lord Howe goes forward by half an hour at 02:00, which is 15:30 UTC the day before.
    row("an hour cut by half an hour",
        "hour@Australia/Lord_Howe",
        {u"2026-10-03T15:40:00"_s, u"2026-10-03T15:30:00"_s, u"2026-10-03T16:00:00"_s});
    row("day",
        "day",
        {u"2026-11-21T09:00:00"_s, u"2026-11-21T00:00:00"_s, u"2026-11-22T00:00:00"_s});
    row("day in Berlin",
        "day@Europe/Berlin",
        {u"2026-11-21T23:30:00"_s, u"2026-11-21T23:00:00"_s, u"2026-11-22T23:00:00"_s});
    row("23 hours",
        "day@Europe/Berlin",
        {u"2026-03-29T12:00:00"_s, u"2026-03-28T23:00:00"_s, u"2026-03-29T22:00:00"_s});
    row("25 hours",
        "day@Europe/Berlin",
        {u"2026-10-25T12:00:00"_s, u"2026-10-24T22:00:00"_s, u"2026-10-25T23:00:00"_s});
    row("25 hours, its repeated hour",
        "day@Europe/Berlin",
        {u"2026-10-25T01:30:00"_s, u"2026-10-24T22:00:00"_s, u"2026-10-25T23:00:00"_s});
    // Havana goes back from 01:00 to 00:00: midnight happens twice, the day begins at the first.
    row("midnight twice",
        "day@America/Havana",
        {u"2026-11-01T05:30:00"_s, u"2026-11-01T04:00:00"_s, u"2026-11-02T05:00:00"_s});
    // Havana goes forward from 00:00 to 01:00: the day begins at 01:00 and has 23 hours.
    row("no midnight",
        "day@America/Havana",
        {u"2026-03-08T12:00:00"_s, u"2026-03-08T05:00:00"_s, u"2026-03-09T04:00:00"_s});
    // Samoa left out 30 December 2011.
    row("a date left out: before",
        "day@Pacific/Apia",
        {u"2011-12-30T09:59:59"_s, u"2011-12-29T10:00:00"_s, u"2011-12-30T10:00:00"_s});
    row("a date left out: after",
        "day@Pacific/Apia",
        {u"2011-12-30T10:00:00"_s, u"2011-12-30T10:00:00"_s, u"2011-12-31T10:00:00"_s});
    row("week from Monday",
        "week",
        {u"2026-11-22T23:59:59"_s, u"2026-11-16T00:00:00"_s, u"2026-11-23T00:00:00"_s});
    row("week from Sunday",
        "week:sunday",
        {u"2026-11-22T00:00:00"_s, u"2026-11-22T00:00:00"_s, u"2026-11-29T00:00:00"_s});
    row("week over the year's end",
        "week",
        {u"2027-01-01T00:00:00"_s, u"2026-12-28T00:00:00"_s, u"2027-01-04T00:00:00"_s});
    row("167-hour week",
        "week@Europe/Berlin",
        {u"2026-03-25T00:00:00"_s, u"2026-03-22T23:00:00"_s, u"2026-03-29T22:00:00"_s});
    row("month of 31",
        "month",
        {u"2026-01-31T23:59:59"_s, u"2026-01-01T00:00:00"_s, u"2026-02-01T00:00:00"_s});
    row("leap February",
        "month",
        {u"2028-02-29T12:00:00"_s, u"2028-02-01T00:00:00"_s, u"2028-03-01T00:00:00"_s});
    row("plain February",
        "month",
        {u"2027-02-28T12:00:00"_s, u"2027-02-01T00:00:00"_s, u"2027-03-01T00:00:00"_s});
    row("December",
        "month",
        {u"2026-12-31T23:00:00"_s, u"2026-12-01T00:00:00"_s, u"2027-01-01T00:00:00"_s});
    row("month in New York",
        "month@America/New_York",
        {u"2026-03-01T04:59:59"_s, u"2026-02-01T05:00:00"_s, u"2026-03-01T05:00:00"_s});
    row("a rolling hour's slot is a minute",
        "rolling:1h",
        {u"2026-11-21T09:40:59"_s, u"2026-11-21T09:40:00"_s, u"2026-11-21T09:41:00"_s});
    row("before 1970",
        "day",
        {u"1969-12-31T23:59:59"_s, u"1969-12-31T00:00:00"_s, u"1970-01-01T00:00:00"_s});
    row("rolling before 1970",
        "rolling:1h",
        {u"1969-12-31T23:59:59"_s, u"1969-12-31T23:59:00"_s, u"1970-01-01T00:00:00"_s});
}

void TestWindow::findsTheSpan()
{
    QFETCH(QByteArray, window);
    QFETCH(QString, at);
    QFETCH(QString, begins);
    QFETCH(QString, ends);
    const Span span = Window::parse(window)->spanAt(utc(at));
    QCOMPARE(toText(span.begins), begins);
    QCOMPARE(toText(span.ends), ends);
}

void TestWindow::spansFollowEachOtherWithoutGapOrOverlap_data()
{
    QTest::addColumn<QByteArray>("window");
    QTest::addColumn<QString>("from");
    // Two years with all kinds of transitions, St John's among them, which used to go back at
    // 00:01 over midnight.
    for (const char *window : {"hour@Australia/Lord_Howe",
                               "hour@America/St_Johns",
                               "day@Europe/Berlin",
                               "day@America/Havana",
                               "day@America/St_Johns",
                               "day@Pacific/Apia",
                               "day@America/Asuncion",
                               "week:sunday@Africa/Cairo",
                               "month@America/Sao_Paulo",
                               "day@Asia/Gaza"}) {
        QTest::addRow("%s 2010", window) << QByteArray(window) << u"2010-01-01T00:00:00"_s;
        QTest::addRow("%s 2026", window) << QByteArray(window) << u"2026-01-01T00:00:00"_s;
    }
}

void TestWindow::spansFollowEachOtherWithoutGapOrOverlap()
{
    QFETCH(QByteArray, window);
    QFETCH(QString, from);
    const Window parsed = *Window::parse(window);
    const Window other = *Window::parse("day@Asia/Kathmandu");
    const auto spanAt = [&](Time t) {
        static_cast<void>(other.spanAt(t)); // the last answer is kept
        return parsed.spanAt(t);
    };
    const Time end = utc(from) + 24h * 730;
    Span span = spanAt(utc(from));
    while (span.ends < end) {
        const Time middle = span.begins + (span.ends - span.begins) / 2;
        for (const Time inside : {span.begins, middle, span.ends - 1us}) {
            QVERIFY2(spanAt(inside) == span, qPrintable(toText(inside)));
        }
        const Span next = spanAt(span.ends);
        QVERIFY2(next.begins == span.ends, qPrintable(toText(span.ends)));
        QVERIFY(next.ends > next.begins);
        span = next;
    }
}

void TestWindow::slotsNeverFallShortOfTheLength_data()
{
    QTest::addColumn<QByteArray>("window");
    for (const char *window :
         {"rolling:60s", "rolling:61s", "rolling:3599s", "rolling:24h", "rolling:366d"}) {
        QTest::newRow(window) << QByteArray(window);
    }
}

void TestWindow::slotsNeverFallShortOfTheLength()
{
    QFETCH(QByteArray, window);
    const Window parsed = *Window::parse(window);
    QVERIFY(parsed.slotLength() * Window::RollingSlots >= parsed.length);
    QVERIFY(parsed.slotLength() * Window::RollingSlots < parsed.length + 60us);
    const Time now = utc(u"2026-11-21T09:00:00"_s);
    const qint64 slot = parsed.slotAt(now);
    QVERIFY(parsed.slotBegin(slot) <= now && now < parsed.slotBegin(slot + 1));
    QCOMPARE(parsed.slotAt(parsed.slotBegin(slot)), slot);
    QCOMPARE(parsed.slotAt(parsed.slotBegin(slot) - 1us), slot - 1);
}

void TestWindow::lifetimeContainsEverything()
{
    const Span span = Window().spanAt(utc(u"2026-11-21T09:00:00"_s));
    QCOMPARE(span, Span());
    QVERIFY(span.contains(Time{}));
    QVERIFY(span.contains(utc(u"2999-01-01T00:00:00"_s)));
}

QTEST_APPLESS_MAIN(TestWindow)
#include "tst_window.moc"
