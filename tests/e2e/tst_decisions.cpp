// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {
const QByteArray Policy =
    "policy:\n"
    "  version: \"7\"\n"
    "  namespaces:\n"
    "    closed:\n"
    "      rules:\n"
    "        - { id: only-other, primitive: model_allow, models: [other], action: deny }\n"
    "    odd:\n"
    "      rules:\n"
    "        - { id: watch, primitive: cost_anomaly, min_samples: 1 }\n";

SiteWish wish()
{
    SiteWish wish;
    wish.configuration = Policy;
    return wish;
}

/// The only decision that a query finds.
QJsonObject onlyOne(Site &site, const QByteArray &query)
{
    const QJsonArray found =
        site.get("/api/admin/decisions" + query).json().value("decisions"_L1).toArray();
    return found.size() == 1 ? found.first().toObject() : QJsonObject();
}

/// What capstan with a command prints, on the data of a site.
QByteArray printed(const Site &site, QStringList arguments)
{
    QProcess process;
    process.setProcessEnvironment(test::plainEnvironment());
    arguments << u"--data-dir"_s << site.folder() + u"/data"_s;
    process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"), arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}
} // namespace

/// Issue 6, "Decisions": every outcome with its arithmetic, over HTTP and by command.
class TstDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S3-17
    void recordsEveryOutcomeWithItsArithmetic()
    {
        Site site(wish());
        QVERIFY(site.isRunning());
        QVERIFY(site.setBudget(R"({"selector":"tenant:acme","window":"lifetime","unit":"usd",)"
                               R"("limit_nano_usd":200000000,"clamp":false})"));
        QCOMPARE(site.chat(chatBody("[[tokens=1]]", "\"max_tokens\":1,")).status(), 200); // $0.01
        QCOMPARE(site.chat(chatBody("[[tokens=1]]", "\"max_tokens\":30,")).status(), 402);
        QCOMPARE(site.post("/v1/chat/completions",
                           chatBody("[[tokens=1]]", "\"max_tokens\":1,"),
                           "X-Budget-Namespace: closed\r\nX-Tenant-Id: other\r\n")
                     .status(),
                 403);

        const QJsonObject allowed = onlyOne(site, "?tenant=acme&outcome=allowed");
        QCOMPARE(allowed.value("decision"_L1).toString(), u"allow"_s);
        QCOMPARE(allowed.value("estimated_cost_usd"_L1).toDouble(), 0.01);

        const QJsonObject refused = onlyOne(site, "?tenant=acme&outcome=refused");
        QCOMPARE(refused.value("window_cost_usd"_L1).toDouble(), 0.01);
        QCOMPARE(refused.value("window_limit_usd"_L1).toDouble(), 0.2);
        const QJsonObject budget = refused.value("budgets"_L1).toArray().at(0).toObject();
        QCOMPARE(budget.value("scope"_L1).toString(), u"tenant:acme"_s);
        QCOMPARE(budget.value("requested_usd"_L1).toDouble(), 0.3);
        QCOMPARE(budget.value("over_by_usd"_L1).toDouble(), 0.11); // 0.01 + 0.30 - 0.20
        QCOMPARE(refused.value("max_tokens_that_fits"_L1).toInt(), 19);

        const QJsonObject denied = onlyOne(site, "?rule=only-other");
        QCOMPARE(denied.value("reason"_L1).toString(), u"policy_denied"_s);
        QCOMPARE(denied.value("primitive"_L1).toString(), u"model_allow"_s);
        QCOMPARE(denied.value("policy_version"_L1).toString(), u"7"_s);
    }

    // S3-10, S3-14: an anomaly tells and stops nothing; 30 x the usual is far above 2.0 x.
    void recordsAnomaliesOfCallsThatWereAllowed()
    {
        Site site(wish());
        const QByteArray who =
            "X-Budget-Namespace: odd\r\nX-Feature-Id: f\r\nX-Tenant-Id: acme\r\n";
        const auto ask = [&](const QByteArray &most) {
            return site
                .post("/v1/chat/completions",
                      chatBody("[[tokens=1]]", "\"max_tokens\":" + most + ','),
                      who)
                .status();
        };
        QCOMPARE(ask("1"), 200);
        QCOMPARE(ask("30"), 200);
        const QJsonObject odd = onlyOne(site, "?rule=watch");
        QCOMPARE(odd.value("decision"_L1).toString(), u"allow"_s);
        const QString sentence = odd.value("anomalies"_L1).toArray().at(0).toString();
        QVERIFY2(sentence.startsWith("cost_anomaly_detected: current=0.3000"_L1),
                 qPrintable(sentence));
    }

    // S3-35: after the call has run, its cost is compared with what such calls have cost. The bound
    // is the same each time, so that nothing stands out before.
    void recordsWhatIsFoundOnceACallHasRun()
    {
        Site site(wish());
        const QByteArray who =
            "X-Budget-Namespace: odd\r\nX-Feature-Id: f\r\nX-Tenant-Id: acme\r\n";
        const auto ask = [&](const QByteArray &tokens) {
            return site
                .post("/v1/chat/completions",
                      chatBody("[[tokens=" + tokens + "]]", "\"max_tokens\":30,"),
                      who)
                .status();
        };
        QCOMPARE(ask("1"), 200);  // $0.01
        QCOMPARE(ask("30"), 200); // $0.30, more than twice that
        const QJsonObject odd = onlyOne(site, "?rule=watch");
        QCOMPARE(odd.value("estimated_cost_usd"_L1).toDouble(), 0.3);
        QVERIFY(!odd.contains("anomalies"_L1));
        const QJsonObject found = odd.value("found_afterwards"_L1).toArray().at(0).toObject();
        QCOMPARE(found.value("policy_id"_L1).toString(), u"watch"_s);
        QCOMPARE(found.value("reason"_L1).toString(),
                 u"cost_anomaly_detected: current=0.3000 exceeds baseline=0.0100 * 2.0"_s);
        const QByteArray csv = site.get("/api/admin/decisions?rule=watch&format=csv").body();
        QVERIFY2(csv.contains("afterwards: cost_anomaly_detected"), csv);
        QCOMPARE(printed(site, {u"decisions"_s, u"--rule"_s, u"watch"_s}),
                 site.get("/api/admin/decisions?rule=watch").body());
    }

    void answersPageByPageAndByCommand()
    {
        Site site;
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(site.chat(chatBody("[[tokens=1]]")).status(), 200);
        }
        const auto first = site.get("/api/admin/decisions?limit=2");
        QCOMPARE(first.json().value("decisions"_L1).toArray().size(), 2);
        const QByteArray next = first.header("x-next-page");
        QCOMPARE(first.json().value("next"_L1).toString().toLatin1(), next);
        const auto rest = site.get("/api/admin/decisions?limit=2&before=" + next);
        QCOMPARE(rest.json().value("decisions"_L1).toArray().size(), 1);
        QVERIFY(rest.json().value("next"_L1).isNull());

        const QByteArray all = site.get("/api/admin/decisions").body();
        QCOMPARE(printed(site, {u"decisions"_s}), all);
        const QByteArray csv = site.get("/api/admin/decisions?format=csv").body();
        QCOMPARE(csv.count("\r\n"), 4); // a head and three
        QCOMPARE(printed(site, {u"decisions"_s, u"--format"_s, u"csv"_s}), csv);
        QCOMPARE(printed(site, {u"decisions"_s, u"--format"_s, u"table"_s}).count('\n'), 4);
        QCOMPARE(site.stop(), 0);
        QCOMPARE(printed(site, {u"decisions"_s}), all);
    }

    void refusesWhatItDoesNotKnow()
    {
        Site site;
        QCOMPARE(site.get("/api/admin/decisions?outcom=refused").status(), 400);
        QCOMPARE(site.get("/api/admin/decisions?outcome=denied").status(), 400);
        QCOMPARE(site.get("/api/admin/decisions?format=xml").status(), 400);
        QCOMPARE(site.get("/api/admin/decisions?before=x").status(), 400);
    }
};

QTEST_GUILESS_MAIN(TstDecisions)
#include "tst_decisions.moc"
