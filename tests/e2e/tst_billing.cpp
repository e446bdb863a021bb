// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <QDate>
#include <QFile>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {
/// capstan with a command, on the data of a site: what it printed, and its exit code.
struct Command
{
    Command(const Site &site, QStringList arguments)
    {
        QProcess process;
        process.setProcessEnvironment(test::plainEnvironment());
        process.setWorkingDirectory(site.folder());
        arguments << u"--data-dir"_s << site.folder() + u"/data"_s << u"--port"_s
                  << QString::number(site.port());
        process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"), arguments);
        process.waitForFinished();
        code = process.exitCode();
        out = process.readAllStandardOutput();
        err = process.readAllStandardError();
    }
    int code = -1;
    QByteArray out;
    QByteArray err;
};

QString month()
{
    return QDateTime::currentDateTimeUtc().toString(u"yyyy-MM"_s);
}

QByteArray tokens(int count)
{
    return chatBody("Hi [[tokens=" + QByteArray::number(count) + "]]");
}

/// Calls of last month, as a log of usage from before Capstan.
const QByteArray LastMonth = [] {
    const QDate day = QDateTime::currentDateTimeUtc().date().addMonths(-1);
    return "{\"timestamp\":\"" + day.toString(Qt::ISODate).toLatin1() +
           "T10:00:00Z\",\"tenant_id\":\"acme\",\"model\":\"cent\",\"tokens_in\":10,"
           "\"tokens_out\":20,\"estimated_cost_usd\":0.20,\"status\":\"success\"}";
}();
QByteArray wishFor(const QString &period)
{
    return "{\"tenant\":\"acme\",\"period\":\"" + period.toLatin1() + "\"}";
}

QString lastMonth()
{
    return QDateTime::currentDateTimeUtc().date().addMonths(-1).toString(u"yyyy-MM"_s);
}

/// A span of 1.5 seconds, with ' for ".
QByteArray span(const QByteArray &id, const QByteArray &attributes)
{
    return "{'traceId':'0af7651916cd43dd8448eb211c80319c','spanId':'" + id +
           "','name':'chat','startTimeUnixNano':'1717236000000000000',"
           "'endTimeUnixNano':'1717236001500000000','attributes':[" +
           attributes + "]}";
}

QByteArray text(const char *key, const char *value)
{
    return QByteArray("{'key':'") + key + "','value':{'stringValue':'" + value + "'}}";
}
} // namespace

/// S4-26, through the real program: over HTTP, by command beside it, and without it.
class TestBilling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Twelve tokens at a cent each, and 10 % on top.
    void billsATenantsMonthOverHttpAndByCommand()
    {
        Site site;
        QVERIFY(site.isRunning());
        QCOMPARE(site.chat(tokens(12)).status(), 200);
        QCOMPARE(site.chat(tokens(5), "ops").status(), 200);
        const auto terms =
            site.post("/api/admin/invoices/terms", "{\"tenant\":\"acme\",\"markup_percent\":10}");
        QCOMPARE(terms.status(), 200);
        const QByteArray path = "/api/admin/invoices?tenant=acme&period=" + month().toLatin1();
        const auto draft = site.get(path);
        QCOMPARE(draft.status(), 200);
        QCOMPARE(draft.json().value("invoice"_L1).toString(), u"draft"_s);
        QCOMPARE(moneyIn(draft.body(), "cost_usd"), core::Money::fromNanos(120'000'000));
        QCOMPARE(moneyIn(draft.body(), "amount_usd"), core::Money::fromNanos(132'000'000));
        QCOMPARE(moneyIn(draft.body(), "payable_usd"), core::Money::fromNanos(130'000'000));
        const QByteArray csv = site.get(path + "&format=csv").body();
        QVERIFY2(csv.split('\n').at(1).startsWith("draft,acme,"), csv);
        QVERIFY2(csv.contains(",0.12,0.132,"), csv);
        const QStringList command{u"invoice"_s, u"acme"_s, month(), u"--format"_s, u"csv"_s};
        QCOMPARE(Command(site, command).out, csv);
        QCOMPARE(site.post("/api/admin/invoices", wishFor(month())).status(),
                 409); // not over yet
    }

    // S1-43: what an OpenTelemetry exporter sends, with seed S1's attributes.
    void takesTheSpansOfOtherPrograms()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "0.01"));
        const auto number = [](const char *key, const char *value) {
            return QByteArray("{'key':'") + key + "','value':{'doubleValue':" + value + "}}";
        };
        const auto scope = [](const char *type, const char *key) {
            return text("budget.scope_type", type) + ',' + text("budget.scope_key", key) + ',';
        };
        const QByteArray usage = text("gen_ai.system", "openai") + ',' +
                                 text("gen_ai.request.model", "gpt-4o") +
                                 ",{'key':'gen_ai.usage.input_tokens','value':{'intValue':'120'}},"
                                 "{'key':'gen_ai.usage.output_tokens','value':{'intValue':30}},";
        const QByteArrayList spans{
            span("1", usage + scope("org", "acme") + number("llm.cost.total_usd", "0.25")),
            span("2",
                 usage + scope("user", "ann") + number("llm.cost.input_tokens_usd", "0.1") + ',' +
                     number("llm.cost.output_tokens_usd", "0.02")),
            span("3", usage + scope("planet", "mars") + number("llm.cost.total_usd", "0.5")),
            span("4", usage + number("llm.cost.total_usd", "0.125")),
            span("5", usage + number("llm.cost.total_usd", "-1")),
            span("6", text("db.system", "sqlite"))};
        QByteArray body =
            "{'resourceSpans':[{'scopeSpans':[{'spans':[" + spans.join(',') + "]}]}]}";
        body.replace('\'', '"');
        for (int i = 0; i < 2; ++i) { // an exporter that heard nothing sends again
            const auto answer = site.post("/v1/traces", body);
            QCOMPARE(answer.status(), 200);
            const QJsonValue part = answer.json()["partialSuccess"_L1];
            QCOMPARE(part["rejectedSpans"_L1].toString(), u"1"_s);
            QVERIFY(part["errorMessage"_L1].toString().contains(u"number 5"_s));
        }
        const QByteArray report =
            site.get("/api/reports/cost?by=tenant,user,model&format=csv").body();
        QVERIFY2(report.contains("\r\nacme,,gpt-4o,0.25,0.25,1,120,0,30\r\n"), report);
        QVERIFY2(report.contains("\r\ndefault,ann,gpt-4o,0.12,0.12,1,120,0,30\r\n"), report);
        QVERIFY2(report.contains("\r\nunattributed,,gpt-4o,0.625,0.3125,2,240,0,60\r\n"), report);
        QCOMPARE(site.standing("acme")->spent, core::Money()); // spent elsewhere, under no cap
        QCOMPARE(site.post("/v1/traces", "{}").status(), 400);
    }

    void closesAPeriodForGood()
    {
        Site site;
        QCOMPARE(site.post("/api/admin/import/usage", LastMonth).status(), 201);
        const QByteArray wish = wishFor(lastMonth());
        const auto closed = site.post("/api/admin/invoices", wish);
        QCOMPARE(closed.status(), 201);
        QCOMPARE(closed.json().value("invoice"_L1).toString(), u"CAP-000001"_s);
        QCOMPARE(site.post("/api/admin/invoices", wish).status(), 409);
        QCOMPARE(site.post("/api/admin/invoices/terms",
                           "{\"tenant\":\"acme\",\"markup_percent\":\"50\"}")
                     .status(),
                 200);
        const QByteArray path = "/api/admin/invoices?tenant=acme&period=" + lastMonth().toLatin1();
        QCOMPARE(site.get(path).body(), closed.body());
        QCOMPARE(site.stop(), 0);
        QVERIFY(site.start());
        QCOMPARE(site.get(path).body(), closed.body());
        const auto list = site.get("/api/admin/invoices").json().value("invoices"_L1).toArray();
        QCOMPARE(list.size(), 1);
        const auto focus = site.get("/api/reports/focus?format=csv").body();
        QVERIFY2(focus.contains("CAP-000001"), focus);
    }

    // Beside a running Capstan, which owns the ledger, and without one.
    void closesAndSetsTermsByCommand()
    {
        Site site;
        QCOMPARE(site.post("/api/admin/import/usage", LastMonth).status(), 201);
        const Command terms(site, {u"invoice"_s, u"terms"_s, u"acme"_s, u"--discount"_s, u"5"_s});
        QCOMPARE(terms.code, 0);
        QVERIFY2(terms.out.contains("\"markup_percent\":\"-5\""), terms.out);
        const QStringList close{u"invoice"_s, u"close"_s, u"acme"_s, lastMonth()};
        const Command first(site, close);
        QVERIFY2(first.code == 0 && first.out.contains("CAP-000001"), first.err + first.out);
        QCOMPARE(moneyIn(first.out, "amount_usd"), core::Money::fromNanos(190'000'000));
        QVERIFY(Command(site, close).code != 0);
        QCOMPARE(site.stop(), 0);
        const Command list(site, {u"invoice"_s, u"list"_s});
        QVERIFY2(list.out.contains("CAP-000001"), list.out);
        QCOMPARE(Command(site, {u"invoice"_s, u"terms"_s, u"b"_s, u"--markup"_s, u"x"_s}).code, 2);
        QCOMPARE(Command(site, {u"invoice"_s, u"acme"_s}).code, 2);
    }

    void printsAPdfWhereThereIsADesktop()
    {
        Site site;
        QCOMPARE(site.chat(tokens(12)).status(), 200);
        const QString file = site.folder() + u"/invoice.pdf"_s;
        const Command pdf(
            site, {u"invoice"_s, u"acme"_s, month(), u"--format"_s, u"pdf"_s, u"--out"_s, file});
#ifdef CAPSTAN_DESKTOP
        QVERIFY2(pdf.code == 0, pdf.err);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray content = written.readAll();
        QVERIFY(content.startsWith("%PDF-"));
        QVERIFY(content.contains("%%EOF"));
#else
        QCOMPARE(pdf.code, 2);
        QVERIFY2(pdf.err.contains("--format csv"), pdf.err);
#endif
    }

    void refusesWhatItCannotBill()
    {
        Site site;
        QCOMPARE(site.get("/api/admin/invoices?tenant=acme&period=soon").status(), 400);
        QCOMPARE(site.get("/api/admin/invoices?tenant=acme&periode=2026-10").status(), 400);
        QCOMPARE(site.post("/api/admin/invoices", "{\"period\":\"2026-10\"}").status(), 400);
        QCOMPARE(site.post("/api/admin/invoices/terms",
                           "{\"tenant\":\"acme\",\"markup_percent\":\"lots\"}")
                     .status(),
                 400);
        QCOMPARE(site.post("/api/admin/invoices/terms", "{\"tenant\":\"a\",\"period\":\"2026-10\"}")
                     .status(),
                 400);
    }
};

QTEST_GUILESS_MAIN(TestBilling)
#include "tst_billing.moc"
