// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <QDateTime>
#include <QProcess>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {

/// Five tokens at a cent.
const QByteArray FiveCents = chatBody("Hi [[tokens=5]]", "\"max_tokens\":5,");

Money cents(qint64 count)
{
    return Money::fromNanos(count * Money::NanosPerDollar / 100);
}

QByteArray inSeconds(qint64 seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODate).toLatin1();
}

int command(const QString &words, const QString &folder)
{
    QProcess process;
    process.setProcessEnvironment(test::plainEnvironment());
    process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"),
                  words.split(u' ') + QStringList{u"--data-dir"_s, folder + u"/data"_s});
    process.waitForFinished();
    return process.exitCode();
}

} // namespace

/// "+$0.05 until tonight": more room for a while.
class TestRaisedCap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlivesAKillAndEndsWhenAsked()
    {
        Site site;
        QVERIFY(site.isRunning() && site.cap("acme", "0.05"));
        QCOMPARE(site.chat(FiveCents).status(), 200);
        QCOMPARE(site.chat(FiveCents).status(), 402);
        QCOMPARE(command(u"budget raise scope:tenant:acme 0.05 --until 2h"_s, site.folder()), 0);
        site.capstan().kill();
        QVERIFY(site.start());
        QCOMPARE(site.standing("acme")->limit, cents(10));
        QCOMPARE(site.chat(FiveCents).status(), 200); // 5 + 5 = 10
        QCOMPARE(site.chat(FiveCents).status(), 402);
        QCOMPARE(command(u"budget unraise scope:tenant:acme"_s, site.folder()), 0);
        QCOMPARE(site.standing("acme")->limit, cents(5));
        QCOMPARE(site.standing("acme")->spent, cents(10));
    }

    void fallsBackByItself()
    {
        Site site;
        QVERIFY(site.isRunning() && site.cap("acme", "0.05"));
        QCOMPARE(site.post("/api/admin/budgets/raise",
                           "{\"id\":\"scope:tenant:acme\",\"by\":0.05,\"until\":\"" + inSeconds(3) +
                               "\"}")
                     .status(),
                 200);
        QTRY_COMPARE(site.standing("acme")->limit, cents(5));
        QCOMPARE(site.chat(FiveCents).status(), 200);
        QCOMPARE(site.chat(FiveCents).status(), 402);
    }

    void refusesInOneSentence_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray known = "{\"id\":\"scope:tenant:acme\",\"by\":";
        QTest::newRow("no such budget")
            << "{\"id\":\"b-0\",\"by\":1,\"until\":\"" + inSeconds(60) + "\"}" << 404;
        QTest::newRow("over already") << known + "1,\"until\":\"2020-01-01T00:00:00Z\"}" << 400;
        QTest::newRow("no zone") << known + "1,\"until\":\"2099-01-01T00:00:00\"}" << 400;
        QTest::newRow("less") << known + "-1,\"until\":\"2099-01-01T00:00:00Z\"}" << 400;
        QTest::newRow("a text") << known + "\"1\",\"until\":\"2099-01-01T00:00:00Z\"}" << 400;
        QTest::newRow("a slip") << known + "1,\"till\":\"2099-01-01T00:00:00Z\"}" << 400;
    }
    void refusesInOneSentence()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        Site site;
        QVERIFY(site.isRunning() && site.cap("acme", "0.05"));
        QCOMPARE(site.post("/api/admin/budgets/raise", body).status(), status);
        QCOMPARE(site.standing("acme")->limit, cents(5));
    }
};

QTEST_GUILESS_MAIN(TestRaisedCap)
#include "tst_raisedcap.moc"
