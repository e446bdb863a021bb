// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/reports/activity.h"
#include "core/reports/reportformat.h"
#include "core/reports/reports.h"
#include "core/reports/usagepreview.h"

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
QByteArray line(int number, const QByteArray &more)
{
    return "{\"timestamp\":\"2026-03-24T10:00:0" + QByteArray::number(number) +
           "+00:00\",\"request_id\":\"r-" + QByteArray::number(number) +
           "\",\"tokens_in\":100,\"tokens_out\":50,\"latency_ms\":120,\"status\":\"success\"," +
           more + "}\n";
}

/// The seed's fixture: .01, .02, .05.
QByteArray fixture()
{
    return line(1,
                R"("tenant_id":"tenant-1","use_case":"classify","route_name":"/a",)"
                R"("experiment_id":"exp-a","finish_reason":"stop","estimated_cost_usd":0.01)") +
           line(2,
                R"("tenant_id":"tenant-1","use_case":"summarize","route_name":"/a",)"
                R"("audit_tags":{"experiment_id":"exp-a","budget_namespace":"demo"},)"
                R"("finish_reason":"stop","is_fallback":true,"estimated_cost_usd":0.02)") +
           line(3,
                R"("tenant_id":"tenant-2","use_case":"summarize","route_name":"/b",)"
                R"("experiment_id":"exp-b","finish_reason":"length","estimated_cost_usd":0.05)");
}
} // namespace

class TestUsageImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S3-18, S3-20 … S3-24, S3-29; section 7, case 9.
    void answersTheFiveQuestionsFromTheSeedsLog()
    {
        const Fixture f;
        QVERIFY(f.write(parseUsage(fixture()).value().records));
        const auto reports = Reports::open(f.path).value();
        const auto csv = [&reports](const char *name) {
            const QByteArray text = toCsv(reports->run({.name = name}).value());
            return text.sliced(text.indexOf('\n') + 1).replace("\r\n", "|");
        };
        QCOMPARE(csv("cost_by_tenant_and_feature"),
                 "tenant-2,summarize,0.05,0.05,1|tenant-1,summarize,0.02,0.02,1|"
                 "tenant-1,classify,0.01,0.01,1|");
        QCOMPARE(csv("experiment_cost_vs_outcome"),
                 "exp-b,100,50,0.05,0,1|exp-a,100,50,0.015,1,2|");
        QCOMPARE(csv("budget_pressure_by_namespace"), "default,2,0,0,2|demo,1,0,0,1|");
        QCOMPARE(csv("fallback_latency_masking"),
                 "/a,false,120,120,1|/a,true,120,120,1|/b,false,120,120,1|");
        QCOMPARE(csv("unsafe_routes"), ""); // /b is at exactly .05
    }

    void countsALogOnce()
    {
        const Fixture f;
        for (int i = 0; i < 2; ++i) {
            QVERIFY(f.write(parseUsage(fixture()).value().records));
        }
        QCOMPARE(f.total(), Money::fromNanos(80'000'000)); // .01 + .02 + .05
        QCOMPARE(f.differences(), std::vector<QString>());
        const ActivityPage page = Activity::open(f.path).value()->page({}, {}, 10).value();
        QCOMPARE(page.rows.size(), 3U);
        QCOMPARE(page.rows.front().attribution.of(Dimension::Tenant), "tenant-2");
        QCOMPARE(page.rows[1].outcome, CallOutcome::Fallback);
    }

    // S3-26: one torn line makes the seed's answers empty.
    void skipsAndCountsLinesThatAreNotUsable()
    {
        const auto usage = parseUsage("{\"timestamp\":\"2026-03-24T1\n" + fixture() +
                                      "{\"tenant_id\":\"x\"}\n\n{\"status\":")
                               .value();
        QCOMPARE(usage.calls, 3);
        QCOMPARE(usage.skipped, 3);
        QCOMPARE(usage.firstSkipped, 1);
    }

    // Issue 3: whoever imports by pointing is told of each line what is wrong with it.
    void saysWhyALineIsLeftOut()
    {
        const auto usage = parseUsage(fixture() + "{\"tenant_id\":\"x\"}\n{\"status\":\n" +
                                      line(6, R"("estimated_cost_usd":"much")") +
                                      R"({"timestamp":"2026-03-24T10:00:07Z","status":"denied"})")
                               .value();
        QStringList said;
        for (const SkippedLine &skipped : usage.skippedLines) {
            said += u"%1: %2"_s.arg(skipped.number).arg(skipped.why);
        }
        const QStringList expected{u"4: it has no timestamp"_s,
                                   u"5: it is no JSON object"_s,
                                   u"6: its estimated_cost_usd is no amount"_s,
                                   u"7: it was denied, and cost nothing"_s};
        QCOMPARE(said, expected);
    }

    void saysWhatALogWouldAdd()
    {
        const Fixture f;
        QVERIFY(f.write(parseUsage(fixture()).value().records));
        // .01, .02 and .05 are there; .30 is named twice and counts once.
        const QByteArray fresh = line(8, R"("tenant_id":"tenant-3","estimated_cost_usd":0.30)");
        const auto preview =
            previewOf(parseUsage(fixture() + fresh + fresh + "{}\n").value(), f.path).value();
        QCOMPARE(preview.all.calls, 4);
        QCOMPARE(preview.all.cost, Money::fromNanos(380'000'000));
        QCOMPARE(preview.isNew.calls, 1);
        QCOMPARE(preview.isNew.cost, Money::fromNanos(300'000'000));
        QCOMPARE(preview.tenants.size(), 1U);
        QCOMPARE(preview.tenants.front().first, "tenant-3");
        QCOMPARE(preview.last - preview.first, Duration(7s)); // 10:00:01 to 10:00:08
        QCOMPARE(preview.skipped, 1);
        QCOMPARE(preview.skippedLines.front().number, 6);
        QCOMPARE(f.ledger->sum(Time{}, Time::max()).value().calls, 3); // it only looked
    }

    void takesNoNegativeCost()
    {
        const auto usage = parseUsage(fixture() + line(4, R"("estimated_cost_usd":-1)")).value();
        QCOMPARE(usage.skipped, 1);
        QCOMPARE(usage.firstSkipped, 4);
    }

    void saysThatNothingCanBeUsed()
    {
        QVERIFY(!parseUsage("").ok());
        QVERIFY(!parseUsage("hello\n").ok());
    }
};

QTEST_GUILESS_MAIN(TestUsageImport)
#include "tst_usageimport.moc"
