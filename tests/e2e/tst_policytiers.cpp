// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 2: a policy sends calls to a cheaper tier, and is read again while calls go on.
#include "policysite.h"

#include <QJsonObject>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

class TstPolicyTiers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheCheapTierWhereTheRoutePrefersIt();
    void takesTheCheapTierOnceTheBudgetIsSpent();
    void readsThePolicyAgainWhenAsked();
    void readsThePolicyAgainWhenTheFileChanges();
};

// S3-05, S3-13
void TstPolicyTiers::takesTheCheapTierWhereTheRoutePrefersIt()
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
void TstPolicyTiers::takesTheCheapTierOnceTheBudgetIsSpent()
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

// S3-16
void TstPolicyTiers::readsThePolicyAgainWhenAsked()
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

void TstPolicyTiers::readsThePolicyAgainWhenTheFileChanges()
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

QTEST_GUILESS_MAIN(TstPolicyTiers)
#include "tst_policytiers.moc"
