// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policysite.h"

#include <QJsonObject>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

QJsonObject detailOf(const test::Answer &answer)
{
    return answer.json().value("detail"_L1).toObject();
}

} // namespace

class TstPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInTheSeedsShape();
    void refusesWhatTheSeedRefuses_data();
    void refusesWhatTheSeedRefuses();
    void letsThirteenCallsThroughAnHourlyDollar();
    void sharesOneBucketAmongNamesThatNobodyDefined();
    void judgesCallsOfTheOpenAiApiToo();
};

// S3-01, S3-02, S3-06, S3-07, S3-28, S3-29
void TstPolicy::answersInTheSeedsShape()
{
    PolicySite site;
    QVERIFY(site.started);
    const test::Answer answer =
        site.infer("demo", ",\"caller_id\":\"bot\",\"feature_id\":\"summarize\",\"unknown\":1");
    QCOMPARE(answer.status(), 200);
    const QJsonObject json = answer.json();
    QCOMPARE(json.keys(),
             (QStringList{u"answer"_s,
                          u"effective_model_tier"_s,
                          u"estimated_cost_usd"_s,
                          u"policy_decision"_s,
                          u"policy_reason"_s,
                          u"request_id"_s,
                          u"selected_model"_s,
                          u"tokens_in"_s,
                          u"tokens_out"_s}));
    QVERIFY(!json.value("answer"_L1).toString().isEmpty());
    QCOMPARE(json.value("tokens_out"_L1).toInt(), 75);
    QCOMPARE(json.value("estimated_cost_usd"_L1).toDouble(), 0.075); // 75 x $0.001
    QCOMPARE(json.value("policy_decision"_L1).toString(), u"allow"_s);
    QVERIFY(json.value("policy_reason"_L1).isNull());
    QCOMPARE(json.value("effective_model_tier"_L1).toString(), u"cheap"_s);
    QCOMPARE(site.site.get("/healthz").json(), (QJsonObject{{u"status"_s, u"ok"_s}}));
}

// S3-03, and the unknown route that ends in a 500 in the seed (S3-06)
void TstPolicy::refusesWhatTheSeedRefuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *body, int status, const char *says) {
        QTest::newRow(name) << QByteArray(body) << status << QByteArray(says);
    };
    row("no prompt", "{\"tenant_id\":\"a\"}", 422, "\"loc\":[\"body\",\"prompt\"]");
    row("blank prompt",
        "{\"prompt\":\" \",\"tenant_id\":\"a\"}",
        422,
        "\"loc\":[\"body\",\"prompt\"]");
    row("blank tenant",
        "{\"prompt\":\"x\",\"tenant_id\":\"  \"}",
        422,
        "\"loc\":[\"body\",\"tenant_id\"]");
    row("number", "{\"prompt\":\"x\",\"tenant_id\":7}", 422, "must be a text");
    row("tier",
        "{\"prompt\":\"x\",\"tenant_id\":\"a\",\"model_tier\":\"golden\"}",
        422,
        "model_tier");
    row("no JSON", "prompt=x", 422, "must be a JSON object");
    row("list", "[]", 422, "must be a JSON object");
    row("route",
        "{\"prompt\":\"x\",\"tenant_id\":\"a\",\"route_name\":\"/no\"}",
        404,
        "/answer-routed");
}

void TstPolicy::refusesWhatTheSeedRefuses()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    static PolicySite site;
    QVERIFY(site.started);
    const test::Answer answer = site.site.post("/infer", body);
    QCOMPARE(answer.status(), status);
    QVERIFY2(answer.body().startsWith("{\"detail\":"), answer.body());
    QVERIFY2(answer.body().contains(says), answer.body());
    QVERIFY(site.site.seenRequests().isEmpty());
}

// S3-04, S3-11; case 10: 13 x $0.075 = $0.975, and a 14th would make $1.05.
void TstPolicy::letsThirteenCallsThroughAnHourlyDollar()
{
    PolicySite site;
    QVERIFY(site.started);
    for (int call = 1; call <= 13; ++call) {
        QCOMPARE(site.infer("demo").status(), 200);
    }
    const qsizetype seen = site.site.seenRequests().size();
    const test::Answer denied = site.infer("demo");
    QCOMPARE(denied.status(), 402);
    const QJsonObject detail = detailOf(denied);
    QCOMPARE(detail.value("error"_L1).toString(), u"budget_exceeded"_s);
    QCOMPARE(detail.value("reason"_L1).toString(), u"Hourly budget exceeded"_s);
    QCOMPARE(detail.value("policy_id"_L1).toString(), u"demo-hourly-cap"_s);
    QCOMPARE(site.site.seenRequests().size(), seen);
}

// S3-09: in the seed each invented name has its own fresh cap.
void TstPolicy::sharesOneBucketAmongNamesThatNobodyDefined()
{
    PolicySite site;
    QVERIFY(site.started);
    QCOMPARE(site.infer("invented-1").status(), 200); // $0.075 of $0.10
    const test::Answer second = site.infer("invented-2");
    QCOMPARE(second.status(), 402);
    QCOMPARE(detailOf(second).value("policy_id"_L1).toString(), u"shared"_s);
    QCOMPARE(detailOf(second).value("reason"_L1).toString(), u"budget_exceeded"_s);
    QCOMPARE(site.infer({}).status(), 402);
}

void TstPolicy::judgesCallsOfTheOpenAiApiToo()
{
    PolicySite site;
    QVERIFY(site.started);
    const QByteArray headers = "X-Budget-Namespace: closed\r\n";
    const test::Answer denied = site.site.post(
        "/v1/chat/completions", chatBody("[[tokens=1]]", "\"max_tokens\":1,", "dear"), headers);
    QCOMPARE(denied.status(), 403);
    const QJsonObject error = denied.json().value("error"_L1).toObject();
    QCOMPARE(error.value("code"_L1).toString(), u"policy_denied"_s);
    QCOMPARE(error.value("policy_id"_L1).toString(), u"only-cheap"_s);
    QCOMPARE(denied.header("x-should-retry"), "false"_ba);
    const test::Answer allowed = site.site.post(
        "/v1/chat/completions", chatBody("[[tokens=1]]", "\"max_tokens\":1,", "cheap"), headers);
    QCOMPARE(allowed.status(), 200);
}

QTEST_GUILESS_MAIN(TstPolicy)
#include "tst_policy.moc"
