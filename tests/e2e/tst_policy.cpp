// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <QFile>
#include <QJsonObject>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

/// `cheap` costs a tenth of a cent a token, `dear` a whole one; neither charges for input.
const QByteArray Routes =
    "\n"
    "  cheap: { provider: vllm, physical_name: unpriced, price: { input: 0, output: 1000 } }\n"
    "  dear: { provider: vllm, physical_name: cent, price: { input: 0, output: 10000 } }\n"
    "routes:\n"
    "  /answer-routed: { tiers: { cheap: cheap, expensive: dear }, max_output_tokens: 75 }\n"
    "  /conversation-turn: { tiers: { cheap: cheap, expensive: dear }, max_output_tokens: 75 }\n"
    "policy: policy.yaml\n";

const QByteArray Policy =
    "version: \"1\"\n"
    "namespaces:\n"
    "  default:\n"
    "    rules:\n"
    "      - { id: shared, primitive: budget_threshold, period: daily, limit_usd: 0.10, action: "
    "deny }\n"
    "  demo:\n"
    "    rules:\n"
    "      - { id: demo-hourly-cap, primitive: budget_threshold, period: hourly, limit_usd: 1.00,\n"
    "          action: deny, deny_reason: \"Hourly budget exceeded\" }\n"
    "      - { id: demo-route-preference, primitive: route_preference, route_name: "
    "/conversation-turn,\n"
    "          prefer_tier: cheap }\n"
    "  saving:\n"
    "    rules:\n"
    "      - { id: saver, primitive: budget_threshold, period: daily, limit_usd: 1.00,\n"
    "          action: downgrade }\n"
    "  closed:\n"
    "    rules:\n"
    "      - { id: only-cheap, primitive: model_allow, models: [cheap], action: deny }\n";

/// Capstan with the policy in a file of its own.
class PolicySite
{
public:
    PolicySite()
        : site(wish())
    {
        write(Policy);
        started = site.start();
    }

    void write(const QByteArray &policy) const
    {
        QFile file(site.folder() + u"/policy.yaml"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(policy);
    }

    /// 75 tokens at most, and as many generated.
    test::Answer infer(const QByteArray &space, const QByteArray &more = {})
    {
        return site.post(
            "/infer",
            "{\"prompt\":\"[[tokens=75]] Summarise.\",\"tenant_id\":\"acme\"" +
                (space.isEmpty() ? QByteArray() : ",\"budget_namespace\":\"" + space + '"') + more +
                '}');
    }

    Site site;
    bool started = false;

private:
    static SiteWish wish()
    {
        SiteWish wish;
        wish.configuration = Routes;
        return wish;
    }
};

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
    void takesTheCheapTierWhereTheRoutePrefersIt();
    void takesTheCheapTierOnceTheBudgetIsSpent();
    void judgesCallsOfTheOpenAiApiToo();
    void readsThePolicyAgainWhenAsked();
    void readsThePolicyAgainWhenTheFileChanges();
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

// S3-05, S3-13
void TstPolicy::takesTheCheapTierWhereTheRoutePrefersIt()
{
    PolicySite site;
    QVERIFY(site.started);
    const QByteArray dear = ",\"model_tier\":\"expensive\",\"route_name\":\"/conversation-turn\"";
    const QJsonObject down = site.infer("demo", dear).json();
    QCOMPARE(down.value("policy_decision"_L1).toString(), u"downgrade"_s);
    QCOMPARE(down.value("policy_reason"_L1).toString(), u"route_prefers_cheap"_s);
    QCOMPARE(down.value("effective_model_tier"_L1).toString(), u"cheap"_s);
    QCOMPARE(down.value("estimated_cost_usd"_L1).toDouble(), 0.075);

    const QJsonObject other = site.infer("closed-to-nobody", dear).json();
    QVERIFY(other.contains("detail"_L1)); // $0.75 does not fit into default's $0.10
    const QJsonObject kept = site.infer("saving", dear).json();
    QCOMPARE(kept.value("policy_decision"_L1).toString(), u"allow"_s);
    QCOMPARE(kept.value("effective_model_tier"_L1).toString(), u"expensive"_s);
    QCOMPARE(kept.value("estimated_cost_usd"_L1).toDouble(), 0.75); // 75 x $0.01
}

// S3-11: $0.75 spent; the next one's $0.75 would pass $1.00 and is served by the cheap tier.
void TstPolicy::takesTheCheapTierOnceTheBudgetIsSpent()
{
    PolicySite site;
    QVERIFY(site.started);
    const QByteArray dear = ",\"model_tier\":\"expensive\"";
    QCOMPARE(site.infer("saving", dear).json().value("effective_model_tier"_L1).toString(),
             u"expensive"_s);
    const QJsonObject down = site.infer("saving", dear).json();
    QCOMPARE(down.value("policy_decision"_L1).toString(), u"downgrade"_s);
    QCOMPARE(down.value("policy_reason"_L1).toString(), u"budget_exceeded"_s);
    QCOMPARE(down.value("effective_model_tier"_L1).toString(), u"cheap"_s);
    QCOMPARE(down.value("estimated_cost_usd"_L1).toDouble(), 0.075);
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

// S3-16
void TstPolicy::readsThePolicyAgainWhenAsked()
{
    PolicySite site;
    QVERIFY(site.started);
    QCOMPARE(site.infer("invented").status(), 200); // $0.075 of $0.10

    site.write("version: \"2\"\nnamespaces:\n  default:\n    rules: [ { id: x } ]\n");
    const test::Answer unsound = site.site.post("/api/policy/reload", "{}");
    QCOMPARE(unsound.status(), 400);
    QVERIFY2(unsound.body().contains("policy.yaml:4"), unsound.body());
    QCOMPARE(site.infer("invented").status(), 402); // the old one is still in force

    QByteArray richer = Policy;
    richer.replace("limit_usd: 0.10", "limit_usd: 0.20")
        .replace("version: \"1\"", "version: \"3\"");
    site.write(richer);
    const test::Answer sound = site.site.post("/api/policy/reload", "{}");
    QCOMPARE(sound.status(), 200);
    QCOMPARE(sound.json().value("version"_L1).toString(), u"3"_s);
    QCOMPARE(site.infer("invented").status(), 200); // $0.15 of $0.20: what was spent still counts
    QCOMPARE(site.infer("invented").status(), 402);
}

void TstPolicy::readsThePolicyAgainWhenTheFileChanges()
{
    PolicySite site;
    QVERIFY(site.started);
    QByteArray stricter = Policy;
    site.write(stricter.replace("models: [cheap]", "models: [nothing]"));
    const auto status = [&site] {
        return site.site
            .post("/v1/chat/completions",
                  chatBody("[[tokens=1]]", "\"max_tokens\":1,", "cheap"),
                  "X-Budget-Namespace: closed\r\n")
            .status();
    };
    QTRY_COMPARE_WITH_TIMEOUT(status(), 403, 10'000);
}

QTEST_GUILESS_MAIN(TstPolicy)
#include "tst_policy.moc"
