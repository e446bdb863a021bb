// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a real ledger with a million calls: the window reads what it shows, and no more. How
// much of the file the process has touched says so, for no time is the same on two machines; times
// are printed.
#include "app/service/filemaker.h"
#include "app/service/ledgerreader.h"
#include "app/viewmodels/controlcentre.h"
#include "app/wishes.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr int Calls = 1'000'000;
constexpr int Page = 200;
/// One page comes out of some ten leaves of the file and the way down to them; the system maps
/// some megabytes around them. A scan would touch all of the file, which is twenty times as large.
constexpr qint64 MostForAPage = 8'000'000;
/// A minute for the ledger's million on a machine that is busy.
constexpr int Patience = 240'000;

QList<QByteArray> linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
}

/// What was read with system calls, and what is mapped in of ledgers (Linux). -1: unknown.
qint64 bytesRead()
{
    const QList<QByteArray> counters = linesOf(u"/proc/self/io"_s);
    if (counters.isEmpty()) {
        return -1;
    }
    qint64 bytes = counters.constFirst().mid(qstrlen("rchar: ")).toLongLong();
    bool isLedger = false;
    for (const QByteArray &line : linesOf(u"/proc/self/smaps"_s)) {
        if (line.contains('-') && line.contains('/')) {
            isLedger = line.endsWith("ledger.db");
        } else if (isLedger && line.startsWith("Rss:")) {
            bytes += line.simplified().split(' ').value(1).toLongLong() * 1024;
        }
    }
    return bytes;
}

/// What something costs that ends with `isDone`.
struct Cost
{
    qint64 bytes = 0;
    qint64 milliseconds = 0;
};

template <class Done>
Cost costOf(const char *what, const std::function<void()> &act, Done isDone)
{
    QElapsedTimer timer;
    timer.start();
    const qint64 before = bytesRead();
    const qint64 ofLooking = bytesRead() - before;
    act();
    if (!QTest::qWaitFor(isDone, Patience)) {
        qWarning("%s did not end", what);
    }
    const Cost cost{bytesRead() - before - 2 * ofLooking, timer.elapsed()};
    qInfo("%s: %lld ms, %lld KiB read", what, cost.milliseconds, cost.bytes / 1024);
    return cost;
}

} // namespace

class MillionRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsOnePageToOpen();
    void readsOnePageFurtherDown();
    void readsAsMuchAtTheEndAsAtTheTop();
    void filtersWithoutReadingTheFile();
    void countsNoFurtherThanSomebodyWaits();
    void savesAllWhileTheWindowGoesOn();

private:
    [[nodiscard]] ActivityModel &log() { return *m_centre->activity(); }
    [[nodiscard]] bool holds(int rows) { return log().count() == rows; }

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(u"ledger.db"_s);
    core::SystemClock m_clock;
    std::unique_ptr<ControlCentre> m_centre;
    std::unique_ptr<app::LedgerReader> m_reader;
};

void MillionRowsTest::initTestCase()
{
    if (bytesRead() < 0) {
        QSKIP("This system does not tell what a process reads.");
    }
    QProcess fill;
    fill.setProcessChannelMode(QProcess::ForwardedChannels);
    fill.start(QStringLiteral(CAPSTAN_BINARY_DIR "/ledgerfill"), {m_file, QString::number(Calls)});
    QVERIFY(fill.waitForFinished(Patience));
    QCOMPARE(fill.exitCode(), 0);
    QVERIFY(QFileInfo(m_file).size() > 20 * MostForAPage);
}

void MillionRowsTest::init()
{
    m_reader.reset();
    m_centre = std::make_unique<ControlCentre>(m_clock);
    m_reader = std::make_unique<app::LedgerReader>(m_file);
    app::connectLedger(*m_centre, *m_reader);
    // Counting goes on after the page is there, and would be counted in.
    QObject::disconnect(&log(), &ActivityModel::countWanted, nullptr, nullptr);
    core::Snapshot snapshot;
    snapshot.at = m_clock.now();
    for (int i = 0; i < 20; ++i) {
        snapshot.tenants.push_back({"tenant-" + QByteArray::number(i), {}, {}, {}, 0, false, {}});
    }
    m_centre->apply(snapshot);
    const Cost cost = costOf(
        "Opening the log", [this] { log().setShown(true); }, [this] { return holds(Page); });
    QVERIFY(holds(Page));
    QVERIFY(cost.bytes < MostForAPage);
}

void MillionRowsTest::readsOnePageToOpen()
{
    const auto newest = log().data(log().index(0), Qt::UserRole).value<ActivityLine>();
    QVERIFY(!newest.tenant.isEmpty()); // init() looked at the cost
}

void MillionRowsTest::readsOnePageFurtherDown()
{
    const Cost cost = costOf(
        "A page down", [this] { log().fetchMore({}); }, [this] { return holds(2 * Page); });
    QVERIFY(holds(2 * Page));
    QVERIFY(cost.bytes < MostForAPage);
}

void MillionRowsTest::readsAsMuchAtTheEndAsAtTheTop()
{
    const auto readOn = [this] {
        if (log().count() < Calls - Page) {
            log().fetchMore({});
        }
    };
    connect(&log(), &QAbstractItemModel::rowsInserted, &log(), readOn, Qt::QueuedConnection);
    costOf("The way to the end", readOn, [this] { return log().count() >= Calls - Page; });
    const int before = log().count();
    const Cost cost = costOf(
        "The last page",
        [this] { log().fetchMore({}); },
        [this, before] { return log().count() == before + Page; });
    QVERIFY(cost.bytes < MostForAPage);
    QTRY_COMPARE(log().count(), Calls);
    QVERIFY(!log().canFetchMore({})); // each of the million was reached
    for (int row = 1; row < log().count(); ++row) {
        const auto &rows = log().rows();
        const auto place = static_cast<std::size_t>(row);
        QVERIFY(rows[place].place.at <= rows[place - 1].place.at);
    }
}

void MillionRowsTest::filtersWithoutReadingTheFile()
{
    const Cost cost = costOf(
        "A tenant of twenty",
        [this] { log().tenant()->choose(u"tenant-7"_s); },
        [this] { return holds(Page) && log().rows().front().tenant == "tenant-7"; });
    for (const ActivityFacts &facts : log().rows()) {
        QCOMPARE(facts.tenant, "tenant-7"_ba);
    }
    // Every twentieth row fits, so some twenty pages are looked through.
    QVERIFY(cost.bytes < QFileInfo(m_file).size() / 4);
}

void MillionRowsTest::countsNoFurtherThanSomebodyWaits()
{
    QObject::connect(
        &log(), &ActivityModel::countWanted, m_reader.get(), &app::LedgerReader::count);
    const Cost cost = costOf(
        "Counting",
        [this] { log().outcome()->choose(u"allowed"_s); },
        [this] { return log().countText().startsWith(u"more than"_s); });
    QVERIFY2(log().countText().startsWith(u"more than"_s), qPrintable(log().countText()));
    QVERIFY(cost.bytes < QFileInfo(m_file).size() / 4);
}

void MillionRowsTest::savesAllWhileTheWindowGoesOn()
{
    app::FileMaker maker(m_file);
    app::connectLogFile(*m_centre, maker);
    log().setFolder(m_folder.path());
    QElapsedTimer sinceBeat;
    qint64 longest = 0;
    QTimer beat;
    connect(
        &beat, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceBeat.restart()); });
    beat.start(10);
    sinceBeat.start();
    costOf(
        "Saving the log",
        [this] { log().saveCsv(); },
        [this] { return !log().saving()->isBusy(); });
    qInfo("The window did nothing for at most %lld ms", longest);
    const QString text = log().saving()->text();
    QVERIFY2(text.startsWith(u"Saved as "_s), qPrintable(text));
    QFile file(text.mid(9));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int lines = 0;
    while (!file.readLine().isEmpty()) {
        ++lines;
    }
    QCOMPARE(lines, Calls + 1); // and the names
}

QTEST_GUILESS_MAIN(MillionRowsTest)
#include "tst_millionrows.moc"
