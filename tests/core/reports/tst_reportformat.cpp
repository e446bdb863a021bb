// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/reportformat.h"
#include "core/reports/reportquery.h"

#include <QtTest>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// 2026-11-21 12:00:00 UTC.
constexpr Time Now{std::chrono::seconds{1'795'262'400}};

Report sample()
{
    return {"sample",
            {"who", "cost_usd", "share"},
            {{QByteArray("acme"), Money::fromNanos(1), 0.5},
             {ReportCell(), Money::fromNanos(-2'500'000'000), true}},
            2};
}

Report holding(const QByteArray &text)
{
    return {"one", {"who"}, {{text}}, 1};
}
} // namespace

class TestReportFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsJsonWithExactAmounts()
    {
        QCOMPARE(toJson(sample()),
                 "[{\"who\":\"acme\",\"cost_usd\":0.000000001,\"share\":0.5},\n"
                 " {\"who\":null,\"cost_usd\":-2.5,\"share\":true}]\n");
        QCOMPARE(toJson(Report()), "[]\n");
    }

    void printsCsv()
    {
        QCOMPARE(toCsv(sample()), "who,cost_usd,share\r\nacme,0.000000001,0.5\r\n,-2.5,true\r\n");
    }

    void keepsSpreadsheetsFromRunningNames_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1");
        QTest::newRow("plus") << QByteArray("+1") << QByteArray("'+1");
        QTest::newRow("minus") << QByteArray("-1") << QByteArray("'-1");
        QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
        QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("'\t=1");
        QTest::newRow("quoted formula")
            << QByteArray("=HYPERLINK(\"http://x\",\"y\")")
            << QByteArray("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
        QTest::newRow("line") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
        QTest::newRow("plain") << QByteArray("a-b=c") << QByteArray("a-b=c");
    }
    void keepsSpreadsheetsFromRunningNames()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(toCsv(holding(text)), "who\r\n" + cell + "\r\n");
    }

    void printsATableWithFiguresToTheRight()
    {
        QCOMPARE(toTable(sample()),
                 "who      cost_usd  share\n"
                 "acme  0.000000001    0.5\n"
                 "-            -2.5   true\n");
        QCOMPARE(toTable(holding("a\x1b[31mb")), "who\na?[31mb\n");
    }

    void readsAQuery()
    {
        const ReportQuery query = reportQueryFrom("cost",
                                                  {{"from", "2026-11-01"},
                                                   {"to", "12h"},
                                                   {"zone", "Europe/Berlin"},
                                                   {"by", "tenant,model"},
                                                   {"per", "day"},
                                                   {"agent", "crawler"},
                                                   {"threshold", "0.01"},
                                                   {"limit", "5"}},
                                                  Now)
                                      .value();
        // Midnight in Berlin is 23:00 UTC of the day before: 1 November - 1 h.
        QCOMPARE(query.from, Time(std::chrono::seconds{1'793'491'200 - 3'600}));
        QCOMPARE(query.to, Now - 12h);
        QCOMPARE(query.by, (std::vector{Dimension::Tenant, Dimension::Model}));
        QCOMPARE(query.per, std::optional(WindowKind::Day));
        QCOMPARE(query.filter.size(), 1U);
        QCOMPARE(query.filter.front().second, "crawler");
        QCOMPARE(query.threshold, Money::fromNanos(10'000'000));
        QCOMPARE(query.limit, 5);
    }

    // S3-25: the seed's tool ignores what it does not know.
    void refusesAQueryThatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const char *value) {
            QTest::addRow("%s=%s", name, value) << QByteArray(name) << QByteArray(value);
        };
        row("from", "yesterday");
        row("from", "2026-13-01");
        row("to", "-3h");
        row("by", "colour");
        row("per", "year");
        row("threshold", "-1");
        row("threshold", "cheap");
        row("limit", "many");
        row("zone", "Mars/Phobos");
        row("tresholt", "1");
    }
    void refusesAQueryThatItCannotRead()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const auto query = reportQueryFrom("cost", {{name, value}}, Now);
        QVERIFY(!query.ok());
        QVERIFY(query.error().message.contains(QString::fromLatin1(name)));
        QVERIFY(!query.error().remedy.isEmpty());
    }

    void refusesWhatStandsTwiceAndAnEmptyRange()
    {
        QVERIFY(!reportQueryFrom("cost", {{"limit", "1"}, {"limit", "2"}}, Now).ok());
        QVERIFY(!reportQueryFrom("cost", {{"from", "1h"}, {"to", "2h"}}, Now).ok());
    }

    void knowsItsFormats()
    {
        QCOMPARE(reportFormatFrom("csv").value(), ReportFormat::Csv);
        QVERIFY(!reportFormatFrom("xml").ok());
    }
};

QTEST_APPLESS_MAIN(TestReportFormat)
#include "tst_reportformat.moc"
