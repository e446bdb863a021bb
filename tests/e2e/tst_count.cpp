// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "mixedload.h"
#include "site.h"

#include "core/ledger/ledger.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::CountQuality;
using core::Money;

namespace {

constexpr int Tenants = 8;
constexpr int Connections = 64;

/// What vllm-sim says of one request.
struct SeenRequest
{
    qint64 generated = 0;
    std::optional<core::TokenUsage> reported;
    bool aborted = false;
    bool complete = false;
    qint64 abortSeen = 0; ///< microseconds, of the clock that the clients use
};

QHash<QByteArray, SeenRequest> readSeen(const QJsonArray &requests)
{
    QHash<QByteArray, SeenRequest> found;
    for (const QJsonValue value : requests) {
        SeenRequest seen;
        const QJsonValue reported = value["reported"_L1];
        seen.generated = value["generated_tokens"_L1].toInteger();
        if (!reported["prompt"_L1].isNull()) {
            seen.reported.emplace();
            seen.reported->input = reported["prompt"_L1].toInteger();
            seen.reported->output = reported["completion"_L1].toInteger();
        }
        seen.aborted = value["state"_L1].toString() == "aborted"_L1;
        seen.complete = value["state"_L1].toString() == "complete"_L1;
        seen.abortSeen = value["abort_seen_us"_L1].toInteger();
        found.insert(value["id"_L1].toString().toUtf8(), seen);
    }
    return found;
}

/// Cent costs 0 + 10 000 000 nano-dollars a token, CentAndMill 1 000 000 + 10 000 000.
bool isPriceOf(const SettledRow &row)
{
    const qint64 output = row.usage.output * 10'000'000;
    const qint64 cost = row.cost.nanos();
    return cost == output || cost == output + row.usage.prompt() * 1'000'000;
}

struct Figures
{
    int reported = 0;
    int lowerBound = 0;
    int estimated = 0;
    int neverSeen = 0; ///< settled, but the upstream knows nothing of it (it refused, or closed)
    qint64 unaccounted = 0;  ///< tokens of cut streams that the upstream sent and nobody read
    qint64 oneChunkEach = 0; ///< what one chunk of each such stream may carry
    std::vector<double> closeTimes; ///< milliseconds

    void print(qint64 calls, double seconds)
    {
        std::ranges::sort(closeTimes);
        const auto count = closeTimes.size();
        qInfo("%lld calls in %.1f s (%.0f a second): %d counted by the upstream, %d streams cut, "
              "%d estimated; %lld tokens of cut streams reported but not seen",
              calls,
              seconds,
              static_cast<double>(calls) / seconds,
              reported,
              lowerBound,
              estimated,
              unaccounted);
        if (count > 0) {
            qInfo("upstream closed after a hang-up: median %.2f ms, 99%% %.2f ms, most %.2f ms of "
                  "%zu",
                  closeTimes[count / 2],
                  closeTimes[count * 99 / 100],
                  closeTimes.back(),
                  count);
        }
    }
};

} // namespace

/// Point 3 of the foundation: the ledger counts what the upstream counted.
class TestCount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S2-22: what the upstream reports, and an estimate only where it reports nothing.
    void countsMixedCallsToTheToken()
    {
        constexpr int count = 10'000;
        Site site;
        QVERIFY(site.isRunning());
        for (int i = 0; i < Tenants; ++i) { // far above what the calls cost
            QVERIFY(site.cap("tenant:tenant-" + QByteArray::number(i), "1000000"));
        }
        const std::vector<MixedCall> mixed = mixedCalls(count, 3, Tenants);
        QElapsedTimer clock;
        clock.start();
        load(site, mixed);
        const double seconds = static_cast<double>(clock.elapsed()) / 1000;

        QTRY_COMPARE(site.get("/api/admin/in-flight").json()["count"_L1].toInt(), 0);
        const auto seen = readSeen(site.seenRequests());
        const Money spent = spentOfAll(site);
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        Figures figures;
        compareRows(*rows, seen, figures);
        if (QTest::currentTestFailed()) {
            return;
        }
        compareClosing(*rows, seen, figures);
        figures.print(count, seconds);
        QVERIFY(figures.reported > count / 2);
        QVERIFY(figures.lowerBound > count / 50);
        QVERIFY(!figures.closeTimes.empty());
        // Each stream on its own on a machine that is not late; in sum on any.
        QVERIFY(figures.unaccounted <= figures.oneChunkEach);
        compareSums(site, *rows, spent);
    }

private:
    std::vector<test::LoadResult> m_results;
    std::vector<MixedCall> m_mixed;
    QHash<QByteArray, std::size_t> m_callOfId;

    void load(Site &site, const std::vector<MixedCall> &mixed)
    {
        std::vector<test::LoadCall> calls;
        std::ranges::transform(
            mixed, std::back_inserter(calls), [](const MixedCall &call) { return call.call; });
        m_mixed = mixed;
        m_results = test::LoadClient(site.port(), Connections).run(calls);
        for (std::size_t i = 0; i < m_results.size(); ++i) {
            const QByteArray id = m_results[i].answer.header("x-capstan-request-id");
            if (!id.isEmpty()) {
                m_callOfId.insert(id, i);
            }
        }
    }

    static Money spentOfAll(Site &site)
    {
        Money sum;
        for (int i = 0; i < Tenants; ++i) {
            const auto standing = site.standing("tenant:tenant-" + QByteArray::number(i));
            sum += standing ? standing->spent : Money::maximum();
        }
        return sum;
    }

    void compareRows(const LedgerRows &rows,
                     const QHash<QByteArray, SeenRequest> &seen,
                     Figures &figures)
    {
        QCOMPARE(rows.openHolds, 0);
        QSet<QByteArray> settled;
        for (const SettledRow &row : rows.settlements) {
            settled.insert(row.id);
            compareRow(row, seen, figures);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        for (auto it = seen.begin(); it != seen.end(); ++it) {
            QVERIFY2(settled.contains(it.key()), it.key().constData());
        }
    }

    void
    compareRow(const SettledRow &row, const QHash<QByteArray, SeenRequest> &seen, Figures &figures)
    {
        QVERIFY2(isPriceOf(row), row.id.constData());
        const auto found = seen.constFind(row.id);
        if (row.usage.quality == CountQuality::Estimated) {
            ++figures.estimated;
            QVERIFY2(row.cost <= row.bound.cost, row.id.constData());
            QVERIFY2(row.usage.total() <= row.bound.tokens, row.id.constData());
            // Unknown is never zero: not less than what was really made.
            const qint64 made = found == seen.cend() ? 0 : found->generated;
            QVERIFY2(row.ending != core::Ending::Complete || row.usage.output >= made,
                     row.id.constData());
            return;
        }
        if (found == seen.cend()) { // turned away by the upstream: nothing was generated
            ++figures.neverSeen;
            QCOMPARE(row.usage.total(), 0);
            return;
        }
        if (row.usage.quality == CountQuality::Reported) {
            ++figures.reported;
            QVERIFY2(found->reported, row.id.constData());
            QCOMPARE(row.usage.prompt(), found->reported->input);
            QCOMPARE(row.usage.output, found->reported->output);
            if (row.ending == core::Ending::Complete) {
                QCOMPARE(found->generated, found->reported->output);
            }
            return;
        }
        compareCutStream(row, *found, figures);
    }

    /// The upstream's last word may still have been on its way: one chunk of each choice.
    void compareCutStream(const SettledRow &row, const SeenRequest &seen, Figures &figures)
    {
        QCOMPARE(row.usage.quality, CountQuality::LowerBound);
        ++figures.lowerBound;
        QVERIFY2(seen.reported, row.id.constData());
        QVERIFY2(row.usage.output <= seen.generated, row.id.constData());
        QVERIFY2(row.usage.prompt() <= seen.reported->input, row.id.constData());
        const auto call = m_callOfId.constFind(row.id);
        const qint64 chunk =
            call == m_callOfId.cend() ? 1 : m_mixed[*call].choices * m_mixed[*call].perChunk;
        const qint64 missing = std::max<qint64>(seen.reported->output - row.usage.output, 0);
        figures.unaccounted += missing;
        figures.oneChunkEach += chunk;
        if (missing > chunk) {
            qInfo("%s: %lld tokens of %lld choices were not seen",
                  row.id.constData(),
                  missing,
                  chunk);
        }
    }

    /// That the upstream of a client that left was ended, and how soon. One that had just ended by
    /// itself is no such upstream: a few, or where the machine is busy some more.
    void compareClosing(const LedgerRows &rows,
                        const QHash<QByteArray, SeenRequest> &seen,
                        Figures &figures)
    {
        qint64 left = 0;
        qint64 ranOn = 0;
        for (const SettledRow &row : rows.settlements) {
            if (row.ending == core::Ending::ClientGone && seen.contains(row.id)) {
                ++left;
                ranOn += seen[row.id].complete ? 1 : 0;
            }
        }
        QVERIFY(left > static_cast<qint64>(m_mixed.size()) / 50);
        QVERIFY2(ranOn * 5 <= left, QByteArray::number(ranOn));
        for (auto it = m_callOfId.cbegin(); it != m_callOfId.cend(); ++it) {
            const test::LoadResult &result = m_results[it.value()];
            const auto found = seen.constFind(it.key());
            if (!result.hungUp || found == seen.cend() || !found->aborted) {
                continue;
            }
            const qint64 took = found->abortSeen - result.closedAt;
            figures.closeTimes.push_back(static_cast<double>(took) / 1000);
        }
    }

    static void compareSums(Site &site, const LedgerRows &rows, Money spent)
    {
        QCOMPARE(rows.sum(), spent);
        QCOMPARE(rows.bucketTotals, spent);
        QCOMPARE(verify(site.ledgerFile()), std::vector<QString>());
        {
            auto ledger = core::Ledger::open(site.ledgerFile(), core::Durability::Process);
            QVERIFY(ledger.ok());
            const auto all = (*ledger)->sum(core::Time{}, core::Time::max());
            QVERIFY(all.ok());
            QCOMPARE(all->cost, spent);
            QCOMPARE(all->calls, static_cast<qint64>(rows.settlements.size()));
        }
        QVERIFY(site.start()); // and from the file into memory again
        QCOMPARE(spentOfAll(site), spent);
    }
};

QTEST_GUILESS_MAIN(TestCount)
#include "tst_count.moc"
