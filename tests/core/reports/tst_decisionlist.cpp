// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/reports/decisions.h"
#include "core/reports/reportformat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
const QByteArray Refused =
    R"({"error":{"message":"The budget for tenant:research is $0.5.","code":"budget_exceeded",)"
    R"("budget":"b-1","scope":"tenant:research","limit_usd":0.5,"spent_usd":0.400000001,)"
    R"("held_usd":0.05,"requested_usd":0.1,"max_tokens_that_fits":33}})";
const QByteArray Downgraded =
    R"({"policy":{"policy_id":"prefer","primitive":"route_preference",)"
    R"("policy_reason":"route_prefers_cheap","policy_version":"1","requested_model_tier":)"
    R"("expensive","effective_model_tier":"cheap","alerts":["cost_anomaly_detected: x"]}})";
const QByteArray Clamped =
    R"({"budgets":[{"budget":"policy:demo:hourly","scope":"namespace:demo","limit_tokens":800,)"
    R"("spent_tokens":700,"held_tokens":50,"requested_tokens":90}],"clamped_to":50})";
const QByteArray Denied =
    R"({"error":{"message":"no","code":"policy_denied","policy_id":"only-cheap",)"
    R"("primitive":"model_allow","policy_reason":"model_not_allowed"}})";

/// One a minute: 1 allowed, 2 downgraded and then cut, 3 clamped, 4 over budget, 5 denied.
struct Log : Fixture
{
    Log()
    {
        HoldRecord downgraded = hold(2, Noon + 1min);
        downgraded.decision = Decision::Downgrade;
        downgraded.reason = Downgraded;
        SettlementRecord cut = settlement(downgraded, 200'000'000);
        cut.ending = Ending::Cut;
        cut.total = 1'500us;
        cut.admission = AdmissionRecord{250us, {}, {}};
        HoldRecord clamped = hold(3, Noon + 2min);
        clamped.decision = Decision::Clamp;
        clamped.reason = Clamped;
        ok = write({hold(1),
                    settlement(hold(1), 100),
                    downgraded,
                    cut,
                    clamped,
                    settlement(clamped, 300),
                    refusal(4, "budget_exceeded", Refused),
                    refusal(5, "policy_denied", Denied)});
        activity = Activity::open(path).value();
    }
    static RefusalRecord refusal(quint64 number, const QByteArray &code, const QByteArray &reason)
    {
        return {{number, ~number},
                Noon + std::chrono::minutes(number - 1),
                by("research"),
                Decision::Refuse,
                code,
                reason,
                {Money::fromNanos(100'000'000), 100, 1}};
    }
    [[nodiscard]] QJsonObject ask(std::vector<QueryParameter> parameters) const
    {
        const auto query = decisionQueryFrom(std::move(parameters), Noon + 1h);
        if (!query) {
            qFatal("%s", qPrintable(query.error().message));
        }
        const auto page = readDecisions(*activity, *query);
        return QJsonDocument::fromJson(decisionsJson(*page)).object();
    }
    [[nodiscard]] QByteArray numbers(std::vector<QueryParameter> parameters) const
    {
        QByteArrayList list;
        const QJsonArray found = ask(std::move(parameters)).value("decisions"_L1).toArray();
        for (const auto &one : found) {
            list += QByteArray::number(
                RequestId::fromText(one["request_id"_L1].toString().toLatin1())->high);
        }
        return list.join(' ');
    }
    bool ok = false;
    std::unique_ptr<Activity> activity;
};
} // namespace

/// Issue 6: every outcome with its arithmetic, searchable.
class TestDecisionList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void givesTheSeedsMembersAndMore();
    void writesTheArithmeticOfEveryUnit();
    void pagesWithoutGapOrRepeat();
    void searchesOnOverALongStretch();
    void printsALinePerDecision();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
};

void TestDecisionList::finds_data()
{
    QTest::addColumn<std::vector<QueryParameter>>("parameters");
    QTest::addColumn<QByteArray>("numbers");
    const auto row =
        [](const char *name, const std::vector<QueryParameter> &parameters, const char *numbers) {
            QTest::newRow(name) << parameters << QByteArray(numbers);
        };
    row("all, newest first", {}, "5 4 3 2 1");
    row("an outcome", {{"outcome", "refused"}}, "5 4");
    row("two outcomes", {{"outcome", "clamped,cut"}}, "3 2");
    row("a rule that downgraded", {{"rule", "prefer"}}, "2");
    row("a rule that denied", {{"rule", "only-cheap"}}, "5");
    row("a rule that is a budget", {{"rule", "hourly"}}, "3");
    row("the code of a refusal", {{"rule", "budget_exceeded"}}, "4");
    row("part of a rule's id", {{"rule", "pref"}}, "");
    row("a budget", {{"budget", "b-1"}}, "4");
    row("a budget by its scope", {{"budget", "namespace:demo"}}, "3");
    row("a tenant", {{"tenant", "research"}, {"outcome", "refused"}}, "5 4");
    row("another tenant", {{"tenant", "ops"}}, "");
    row("a tag that none of them has", {{"tag", "project:search"}}, "");
    row("a range", {{"from", "59m"}, {"to", "57m"}}, "3 2"); // an hour later: from 1 min to 3 min
    row("a request", {{"request", RequestId{3, ~quint64{3}}.toText()}}, "3");
}

void TestDecisionList::finds()
{
    QFETCH(std::vector<QueryParameter>, parameters);
    QFETCH(QByteArray, numbers);
    const Log log;
    QVERIFY(log.ok);
    QCOMPARE(log.numbers(parameters), numbers);
}

// S3-17
void TestDecisionList::givesTheSeedsMembersAndMore()
{
    const Log log;
    const QJsonObject one =
        log.ask({{"rule", "prefer"}}).value("decisions"_L1).toArray().at(0).toObject();
    QCOMPARE(one.value("timestamp"_L1).toString(), u"2026-11-20T10:31:00.000Z"_s);
    QCOMPARE(one.value("tenant_id"_L1).toString(), u"research"_s);
    QCOMPARE(one.value("effective_model"_L1).toString(), u"llama-8b"_s);
    QCOMPARE(one.value("requested_model_tier"_L1).toString(), u"expensive"_s);
    QCOMPARE(one.value("effective_model_tier"_L1).toString(), u"cheap"_s);
    QCOMPARE(one.value("primitive"_L1).toString(), u"route_preference"_s);
    QCOMPARE(one.value("decision"_L1).toString(), u"downgrade"_s); // how it was let in
    QCOMPARE(one.value("outcome"_L1).toString(), u"cut"_s);        // what became of it
    QCOMPARE(one.value("reason"_L1).toString(), u"route_prefers_cheap"_s);
    QCOMPARE(one.value("policy_id"_L1).toString(), u"prefer"_s);
    QCOMPARE(one.value("policy_version"_L1).toString(), u"1"_s);
    QCOMPARE(one.value("estimated_cost_usd"_L1).toDouble(), 0.2);
    QCOMPARE(one.value("latency_ms"_L1).toDouble(), 1.5);
    QCOMPARE(one.value("queue_ms"_L1).toDouble(), 0.25);
    QCOMPARE(one.value("anomalies"_L1).toArray().at(0).toString(), u"cost_anomaly_detected: x"_s);
    QVERIFY(!one.contains("caller_id"_L1)); // nothing is left out instead of null
}

void TestDecisionList::writesTheArithmeticOfEveryUnit()
{
    const Log log;
    const QJsonObject old =
        log.ask({{"outcome", "allowed"}}).value("decisions"_L1).toArray().at(0).toObject();
    QVERIFY(!old.contains("queue_ms"_L1)); // it was not kept, which is not zero
    const QJsonObject refused =
        log.ask({{"budget", "b-1"}}).value("decisions"_L1).toArray().at(0).toObject();
    QCOMPARE(refused.value("decision"_L1).toString(), u"deny"_s);
    QCOMPARE(refused.value("primitive"_L1).toString(), u"budget_threshold"_s);
    QCOMPARE(refused.value("window_cost_usd"_L1).toDouble(), 0.400000001);
    QCOMPARE(refused.value("window_limit_usd"_L1).toDouble(), 0.5);
    QCOMPARE(refused.value("max_tokens_that_fits"_L1).toInt(), 33);
    QVERIFY(!refused.contains("estimated_cost_usd"_L1)); // it never ran
    const QJsonObject money = refused.value("budgets"_L1).toArray().at(0).toObject();
    // 0.400000001 + 0.05 + 0.1 - 0.5 = 0.050000001
    QCOMPARE(money.value("over_by_usd"_L1).toDouble(), 0.050000001);
    const QJsonObject clamped =
        log.ask({{"rule", "hourly"}}).value("decisions"_L1).toArray().at(0).toObject();
    QCOMPARE(clamped.value("clamped_to"_L1).toInt(), 50);
    const QJsonObject tokens = clamped.value("budgets"_L1).toArray().at(0).toObject();
    QCOMPARE(tokens.value("over_by_tokens"_L1).toInt(), 40); // 700 + 50 + 90 - 800
    QVERIFY(!clamped.contains("window_cost_usd"_L1));
}

void TestDecisionList::pagesWithoutGapOrRepeat()
{
    const Log log;
    QByteArrayList pages;
    std::vector<QueryParameter> parameters{{"limit", "2"}};
    for (int page = 0; page < 3; ++page) {
        pages += log.numbers(parameters);
        const QString next = log.ask(parameters).value("next"_L1).toString();
        parameters = {{"limit", "2"}, {"before", next.toLatin1()}};
    }
    QCOMPARE(pages, (QByteArrayList{"5 4", "3 2", "1"}));
    QVERIFY(parameters.back().second.isEmpty());
}

// 12,000 plain calls above the one that is wanted; one look passes over 5,000.
void TestDecisionList::searchesOnOverALongStretch()
{
    const Log log;
    std::vector<LedgerRecord> records;
    for (quint64 number = 10; number < 12'010; ++number) {
        const HoldRecord plain = hold(number, Noon + 10min + std::chrono::milliseconds(number));
        records.emplace_back(plain);
        records.emplace_back(settlement(plain, 1));
    }
    QVERIFY(log.write(records));
    QCOMPARE(log.numbers({{"rule", "prefer"}}), "2");
}

void TestDecisionList::printsALinePerDecision()
{
    const Log log;
    const auto query = decisionQueryFrom({{"budget", "b-1"}}, Noon + 1h);
    const Report table = decisionTable(readDecisions(*log.activity, *query).value());
    const QByteArray id = RequestId({4, ~quint64{4}}).toText();
    const QByteArray expected =
        "2026-11-20T10:33:00.000Z,refused,research,,llama-8b,budget_exceeded,,0.1,,b-1,"
        "tenant:research,usd,0.5,0.400000001,0.05,0.1,0.050000001,,," +
        id + ",0\r";
    QCOMPARE(toCsv(table).split('\n').at(1), expected);
    for (const auto &row : table.rows) {
        QCOMPARE(row.size(), table.columns.size());
    }
}

void TestDecisionList::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<std::vector<QueryParameter>>("parameters");
    QTest::addColumn<QString>("says");
    const auto row =
        [](const char *name, const std::vector<QueryParameter> &parameters, const char *says) {
            QTest::newRow(name) << parameters << QString::fromLatin1(says);
        };
    row("a name", {{"tresholt", "1"}}, "tresholt is unknown");
    row("what only reports know", {{"per", "day"}}, "per is unknown");
    row("an outcome", {{"outcome", "denied"}}, "\"denied\" is unknown");
    row("twice", {{"rule", "a"}, {"rule", "b"}}, "given twice");
    row("empty", {{"rule", ""}}, "rule is empty");
    row("a request", {{"request", "req-1"}}, "no request id");
    row("a place", {{"before", "1.2.3"}}, "no place");
    row("none", {{"limit", "0"}}, "limit is not between");
    row("too many", {{"limit", "1001"}}, "limit is not between");
    row("no range", {{"from", "1h"}, {"to", "2h"}}, "from is not before to");
}

void TestDecisionList::refusesWhatItDoesNotKnow()
{
    QFETCH(std::vector<QueryParameter>, parameters);
    QFETCH(QString, says);
    const auto query = decisionQueryFrom(parameters, Noon);
    QVERIFY(!query.ok());
    QCOMPARE(query.error().code, ErrorCode::InvalidInput);
    QVERIFY2(query.error().message.contains(says), qPrintable(query.error().message));
}

QTEST_GUILESS_MAIN(TestDecisionList)
#include "tst_decisionlist.moc"
