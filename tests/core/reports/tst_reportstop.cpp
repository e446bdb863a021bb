// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/reports/reports.h"

using namespace samples;

namespace {
/// Three thousand calls of one day: enough for SQLite to ask once or twice on its way.
struct Traffic : Fixture
{
    Traffic()
    {
        std::vector<LedgerRecord> records;
        for (quint64 number = 1; number <= 3'000; ++number) {
            const HoldRecord one = hold(number, Noon + std::chrono::milliseconds(number));
            records.emplace_back(one);
            records.emplace_back(settlement(one, 1'000));
        }
        ok = write(records);
        reports = Reports::open(path).value();
    }
    bool ok = false;
    std::unique_ptr<Reports> reports;
    ReportQuery query{.name = "fallback_latency_masking", .now = Noon + 1h};
};
} // namespace

/// Issue 6, sentence 6: cancel works.
class TestReportStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAReportThatNobodyWantsAnyMore()
    {
        const Traffic traffic;
        QVERIFY(traffic.ok);
        int asked = 0;
        traffic.reports->stopWhen([&asked] { return ++asked > 1; });
        const auto stopped = traffic.reports->run(traffic.query);
        QVERIFY(!stopped.ok());
        QCOMPARE(asked, 2); // it was not asked again after it had said so
    }
    void goesOnWhileItIsWanted()
    {
        const Traffic traffic;
        int asked = 0;
        traffic.reports->stopWhen([&asked] {
            ++asked;
            return false;
        });
        const auto report = traffic.reports->run(traffic.query);
        QVERIFY(report.ok());
        QVERIFY(asked > 1);
    }
    void answersAgainAfterOneThatWasEnded()
    {
        const Traffic traffic;
        traffic.reports->stopWhen([] { return true; });
        QVERIFY(!traffic.reports->run(traffic.query).ok());
        traffic.reports->stopWhen({});
        QVERIFY(traffic.reports->run(traffic.query).ok());
    }
};

QTEST_GUILESS_MAIN(TestReportStop)
#include "tst_reportstop.moc"
