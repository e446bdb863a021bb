// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policyjudge.h"
#include "policytext.h"

#include <QTest>

using namespace core;
using namespace policyjudge;
using namespace std::chrono_literals;

namespace {
const char *const Hourly = "{ id: h, primitive: budget_threshold, period: hourly, limit_usd: 1.00, "
                           "action: deny }";
const char *const Daily = "{ id: d, primitive: budget_threshold, period: daily, limit_usd: 1.00, "
                          "action: deny, deny_reason: Enough }";
const char *const Saving = "{ id: s, primitive: budget_threshold, period: daily, limit_usd: 1.00, "
                           "action: downgrade }";
const char *const Prefer = "{ id: p, primitive: route_preference, prefer_tier: cheap }";
const char *const PreferHere = "{ id: p, primitive: route_preference, route_name: /answer-routed, "
                               "prefer_tier: cheap }";
const char *const PreferDear = "{ id: p, primitive: route_preference, prefer_tier: expensive }";
const char *const Odd = "{ id: o, primitive: cost_anomaly }";
const char *const OddTriple =
    "{ id: o, primitive: cost_anomaly, feature_id: f, threshold_multiplier: 3.0, action: alert }";

const QByteArray Preferred = "route_prefers_cheap";
const QByteArray Exceeded = "budget_exceeded";

QByteArray anomaly(const char *cost, const char *factor)
{
    return QByteArray("cost_anomaly_detected: current=") + cost + " exceeds baseline=0.0100 * " +
           factor;
}
} // namespace

/// The edge set of requirements 3.2, row by row. Where the seed does something else, the row says
/// what; errors of the file are a table in tst_policyreader.
class TstPolicyEdges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();

private:
    static void addBudgets();
    static void addRoutes();
    static void addAnomalies();
    static void addOrder();
    static void
    row(const char *name, const QByteArrayList &rules, const Ask &ask, const Verdict &verdict)
    {
        QTest::newRow(name) << rules << ask << verdict;
    }
};
Q_DECLARE_METATYPE(Ask)
Q_DECLARE_METATYPE(Verdict)

// S3-11, S3-09
void TstPolicyEdges::addBudgets()
{
    row("nothing spent", {Hourly}, {}, {"allow"});
    row("under the limit", {Hourly}, {.spent = "0.50"}, {"allow"});
    row("an exact fit passes", {Hourly}, {.cost = "0.10", .spent = "0.90"}, {"allow"});
    row("the estimate counts (seed: allowed, and 5 cents over)",
        {Hourly},
        {.cost = "0.10", .spent = "0.95"},
        {"deny", Exceeded, "expensive", "h"});
    row("at the limit", {Hourly}, {.spent = "1.00"}, {"deny", Exceeded, "expensive", "h"});
    row("over it, with a reason of one's own",
        {Daily},
        {.spent = "1.05"},
        {"deny", "Enough", "expensive", "d"});
    row("59 minutes ago is in the hour",
        {Hourly},
        {.spent = "1.05", .ago = 59min},
        {"deny", Exceeded, "expensive", "h"});
    row("61 minutes ago is not", {Hourly}, {.spent = "1.05", .ago = 61min}, {"allow"});
    row("23 hours ago is in the day",
        {Daily},
        {.spent = "1.05", .ago = 23 * 60min},
        {"deny", "Enough", "expensive", "d"});
    row("25 hours ago is not", {Daily}, {.spent = "1.05", .ago = 25 * 60min}, {"allow"});
    row("names that nobody defined share a bucket (seed: one each)",
        {Hourly},
        {.space = "invented-1", .spent = "1.05", .spender = "invented-2"},
        {"deny", Exceeded, "expensive", "h"});
    row("a downgrade", {Saving}, {.spent = "1.00"}, {"downgrade", Exceeded, "cheap", "s"});
    row("a downgrade of who is cheap (seed: reported all the same)",
        {Saving},
        {.tier = "cheap", .spent = "1.00"},
        {"allow", {}, "cheap"});
    row("a downgrade under the limit", {Saving}, {.spent = "0.50"}, {"allow"});
}

// S3-13, S3-05
void TstPolicyEdges::addRoutes()
{
    row("without a route: on each", {Prefer}, {}, {"downgrade", Preferred, "cheap", "p"});
    row("on its route", {PreferHere}, {}, {"downgrade", Preferred, "cheap", "p"});
    row("on another route", {PreferHere}, {.route = "/conversation-turn"}, {"allow"});
    row("cheap already", {PreferHere}, {.tier = "cheap"}, {"allow", {}, "cheap"});
    row("expensive preferred does nothing",
        {PreferDear},
        {.tier = "cheap"},
        {"allow", {}, "cheap"});
}

// S3-14
void TstPolicyEdges::addAnomalies()
{
    row("thrice the mean of a factor of 2.0",
        {Odd},
        {.feature = "f", .cost = "0.03", .usual = "0.01"},
        {"allow", anomaly("0.0300", "2.0"), "expensive", "o", 1});
    row("half as much again", {Odd}, {.feature = "f", .cost = "0.015", .usual = "0.01"}, {"allow"});
    row("exactly the factor", {Odd}, {.feature = "f", .cost = "0.02", .usual = "0.01"}, {"allow"});
    row("a factor of one's own",
        {OddTriple},
        {.feature = "f", .cost = "0.04", .usual = "0.01"},
        {"allow", anomaly("0.0400", "3.0"), "expensive", "o", 1});
    row("exactly that factor",
        {OddTriple},
        {.feature = "f", .cost = "0.03", .usual = "0.01"},
        {"allow"});
    row("another feature", {Odd}, {.feature = "g", .cost = "9", .usual = "0.01"}, {"allow"});
    row("a request without a feature", {Odd}, {.cost = "9", .usual = "0.01"}, {"allow"});
    row("without a past", {Odd}, {.feature = "f", .cost = "9"}, {"allow"});
    row("a past older than the baseline",
        {Odd},
        {.feature = "f", .cost = "9", .ago = 25 * 60min, .usual = "0.01"},
        {"allow"});
}

// S3-10
void TstPolicyEdges::addOrder()
{
    row("no rule", {}, {}, {"allow"});
    row("a deny goes before a preference",
        {Hourly, Prefer},
        {.spent = "1.05"},
        {"deny", Exceeded, "cheap", "h"});
    row("also when it stands behind it (seed: downgraded)",
        {Prefer, Hourly},
        {.spent = "1.05"},
        {"deny", Exceeded, "cheap", "h"});
    row("an anomaly hides no later deny (seed: allowed)",
        {Odd, Hourly},
        {.feature = "f", .cost = "0.03", .spent = "1.05", .usual = "0.01"},
        {"deny", Exceeded, "expensive", "h", 1});
    row("nor a later preference (seed: kept expensive)",
        {Odd, Prefer},
        {.feature = "f", .cost = "0.03", .usual = "0.01"},
        {"downgrade", Preferred, "cheap", "p", 1});
}

void TstPolicyEdges::judges_data()
{
    QTest::addColumn<QByteArrayList>("rules");
    QTest::addColumn<Ask>("ask");
    QTest::addColumn<Verdict>("verdict");
    addBudgets();
    addRoutes();
    addAnomalies();
    addOrder();
}

void TstPolicyEdges::judges()
{
    QFETCH(QByteArrayList, rules);
    QFETCH(Ask, ask);
    QFETCH(Verdict, verdict);
    const auto policy =
        rules.isEmpty() ? policyFrom("version: \"1\"\nnamespaces: {}\n") : policyWith(rules);
    QVERIFY2(policy.ok(), qPrintable(policy.ok() ? QString() : policy.error().message));
    const Verdict found = Judge(*policy).verdictOn(ask);
    QCOMPARE(found.decision, verdict.decision);
    QCOMPARE(found.reason, verdict.reason);
    QCOMPARE(found.tier, verdict.tier);
    QCOMPARE(found.rule, verdict.rule);
    QCOMPARE(found.alerts, verdict.alerts);
}

QTEST_APPLESS_MAIN(TstPolicyEdges)
#include "tst_policyedges.moc"
