// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QProcess>
#include <QRandomGenerator>

#include <charconv>
#include <cstdio>
#include <unistd.h>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
constexpr int Kills = 10;
constexpr quint64 CallsPerLife = 1'000'000; ///< numbers of one child; it never gets that far
constexpr qint64 Cost = 7'000;

/// Holds in batches of 1 to 8, says so on standard output once they are committed, settles half of
/// them with the next batch, for ever.
int writeForEver(const QString &path, quint64 first)
{
    const std::unique_ptr<Ledger> ledger = opened(path);
    std::vector<LedgerRecord> batch;
    for (quint64 number = first;;) {
        const quint64 begun = number;
        for (quint64 i = 0; i <= begun % 8; ++i, ++number) {
            batch.emplace_back(hold(number));
        }
        if (!ledger->write(batch).ok()) {
            return 1;
        }
        const QByteArray line = QByteArray::number(number - 1) + '\n';
        if (write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) < 0) {
            return 1;
        }
        batch.clear();
        for (quint64 i = begun; i < number; i += 2) {
            batch.emplace_back(settlement(hold(i), Cost, "bucket"));
        }
    }
}

/// The last number that the child said was committed; 0 when it did not come to say one.
quint64 lastAcknowledged(const QByteArray &output)
{
    const qsizetype end = output.lastIndexOf('\n'); // a kill may cut the line
    return end < 0 ? 0 : output.first(end).split('\n').last().toULongLong();
}
} // namespace

class TestLedgerCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachAcknowledgedHoldThroughKills();

private:
    static void killOne(const QString &path, quint64 first, quint64 &acknowledged);
};

void TestLedgerCrash::killOne(const QString &path, quint64 first, quint64 &acknowledged)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {u"--write"_s, path, QString::number(first)});
    // Not a time but an amount of work: anywhere in the next batches after so many lines.
    const qsizetype enough = QRandomGenerator::global()->bounded(1, 8'000);
    QByteArray output;
    while (output.size() < enough) {
        QVERIFY(child.waitForReadyRead());
        output += child.readAllStandardOutput();
    }
    child.kill();
    QVERIFY(child.waitForFinished());
    output += child.readAllStandardOutput();
    acknowledged = lastAcknowledged(output);
}

// X-03; issue: crash
void TestLedgerCrash::keepsEachAcknowledgedHoldThroughKills()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.db"_s);
    qint64 callsBefore = 0;
    for (quint64 life = 1; life <= Kills; ++life) {
        const quint64 first = life * CallsPerLife;
        quint64 last = 0;
        killOne(path, first, last);
        QVERIFY(last >= first);

        const std::unique_ptr<Ledger> ledger = opened(path);
        QCOMPARE(ledger->verify().value(), std::vector<QString>());
        std::vector<LedgerRecord> recovery;
        const LedgerState state = ledger->load().value();
        for (const OpenHold &open : state.openHolds) {
            recovery.emplace_back(settlement(open.hold, Cost, "bucket"));
        }
        QVERIFY(ledger->write(recovery).ok());
        QVERIFY(ledger->load().value().openHolds.empty());
        QCOMPARE(ledger->verify().value(), std::vector<QString>());

        // Numbers run without a gap from `first`, so the count says that none is missing.
        const Ledger::Sum all = ledger->sum(Time{}, Time::max()).value();
        QCOMPARE(all.cost.nanos(), all.calls * Cost);
        QVERIFY2(
            all.calls - callsBefore >= qint64(last - first + 1),
            qPrintable(
                u"%1 kept, %2 acknowledged"_s.arg(all.calls - callsBefore).arg(last - first + 1)));
        callsBefore = all.calls;
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments.at(1) == "--write"_L1) {
        return writeForEver(arguments.at(2), arguments.at(3).toULongLong());
    }
    TestLedgerCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ledgercrash.moc"
