// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/ledger/connection.h"
#include "core/ledger/retention.h"

#include <QElapsedTimer>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 CostOfOne = 1'234'567;
constexpr qint64 BatchSize = 1'000;

qint64 count(const QString &path, const QString &table)
{
    return Connection::open(path).value()->integer(u"SELECT count(*) FROM "_s + table).value();
}
} // namespace

/// Arithmetic case 5 and S1-34: more calls in one scope than the seed keeps entries (500,000). What
/// bench_ledger times, this proves.
class TestLedgerGrowth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Six calls a second, all of one tenant, in one bucket: 100,000 seconds of them, of which a
    // month later no call is kept, and every nano-dollar.
    void keepsTheTotalsOfWhatItForgets()
    {
        const bool isLong = qEnvironmentVariableIsSet("CAPSTAN_LONG_TESTS");
        const qint64 calls = isLong ? 600'000 : 6'000;
        if (!isLong) {
            qInfo("%lld calls; 600,000 with CAPSTAN_LONG_TESTS=1", calls);
        }
        Fixture f;
        QElapsedTimer clock;
        clock.start();
        for (qint64 first = 0; first < calls; first += BatchSize) {
            QVERIFY(writeCalls(f, first));
        }
        const Ledger::Sum before = f.ledger->sum(Time{}, Time::max()).value();
        QCOMPARE(before.calls, calls);
        QCOMPARE(before.cost, Money::fromNanos(calls * CostOfOne));
        const qint64 writtenMs = clock.restart();

        const Time later = Noon + 30 * 24h;
        while (f.ledger->prune({.days = 1, .bytes = 0}, later).value()) {
        }
        qInfo("%lld calls written in %lld ms, forgotten in %lld ms",
              calls,
              writtenMs,
              clock.elapsed());
        QCOMPARE(count(f.path, u"settlement"_s), 0);
        QCOMPARE(count(f.path, u"hold"_s), 0);
        const Ledger::Sum after = f.ledger->sum(Time{}, Time::max()).value();
        QCOMPARE(after.calls, calls);
        QCOMPARE(after.cost, before.cost);
        const LedgerState state = f.ledger->load().value();
        QCOMPARE(state.totals.size(), std::size_t(1));
        QCOMPARE(state.totals.front().amount, calls * CostOfOne);
        QVERIFY(f.differences().empty());
    }

private:
    static bool writeCalls(Fixture &f, qint64 first)
    {
        std::vector<LedgerRecord> holds;
        std::vector<LedgerRecord> settlements;
        for (qint64 i = first; i < first + BatchSize; ++i) {
            const HoldRecord call = hold(static_cast<quint64>(i), Noon + i * 1s / 6);
            holds.emplace_back(call);
            settlements.emplace_back(settlement(call, CostOfOne, "bucket"));
        }
        return f.ledger->write(holds).ok() && f.ledger->write(settlements).ok();
    }
};

QTEST_GUILESS_MAIN(TestLedgerGrowth)
#include "tst_ledgergrowth.moc"
