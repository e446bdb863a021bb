// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// `capstan WORDS` on a data folder, as a person types it.
Ended command(const QString &words,
              const QString &folder,
              QProcessEnvironment environment = test::plainEnvironment())
{
    QProcess process;
    environment.insert(u"XDG_CONFIG_HOME"_s, folder);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"),
                  words.split(u' ') + QStringList{u"--data-dir"_s, folder + u"/data"_s});
    process.waitForFinished();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

// S1-44
class TestAdministration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesListsAndRevokesKeysOfTheRunningCapstan()
    {
        Site site;
        QVERIFY(site.isRunning());
        const Ended made = command(
            u"key create --name n1 --tenant research --agent a --model cent --expires 30d --parallel 3"_s,
            site.folder());
        QVERIFY2(made.code == 0, made.err.constData());
        const QByteArray key = made.out.trimmed();
        QVERIFY(key.startsWith("sk-cap-"));
        QVERIFY(made.err.contains("research") && !made.err.contains(key));
        const QByteArray headers = "authorization: Bearer " + key + "\r\n";
        const QByteArray body = chatBody("Hi [[tokens=1]]");
        QCOMPARE(site.post("/v1/chat/completions", body, headers).status(), 200);
        const Ended list = command(u"key list"_s, site.folder());
        QVERIFY2(list.out.contains("n1") && list.out.contains("parallel=3"), list.out.constData());
        QVERIFY(list.out.contains("active") && !list.out.contains(key.sliced(7, 38)));
        const auto json = QJsonDocument::fromJson(command(u"key list --json"_s, site.folder()).out);
        const QString id = json["keys"_L1][0]["id"_L1].toString();
        QCOMPARE(command(u"key revoke "_s + id, site.folder()).code, 0);
        QCOMPARE(site.post("/v1/chat/completions", body, headers).status(), 401);
        QVERIFY(command(u"key list"_s, site.folder()).out.contains("revoked"));
        const Ended unknown = command(u"key revoke k-1"_s, site.folder());
        QCOMPARE(unknown.code, 1);
        QCOMPARE(unknown.err, "capstan: There is no key k-1. List the keys to see their ids.\n"_ba);
    }

    // The cap that is set on the command line holds for the next call, and /api/budget shows it.
    void setsListsResetsAndDeletesBudgets()
    {
        Site site;
        QVERIFY(site.isRunning());
        QCOMPARE(command(u"budget set acme 0.05"_s, site.folder()).code, 0);
        QCOMPARE(site.standing("acme")->limit, core::Money::fromNanos(50'000'000));
        const QByteArray body = chatBody("Hi [[tokens=5]]", "\"max_tokens\":5,");
        QCOMPARE(site.chat(body).status(), 200); // five tokens at a cent
        QCOMPARE(site.chat(body).status(), 402);
        QCOMPARE(command(u"budget reset scope:tenant:acme"_s, site.folder()).code, 0);
        // S1-26: told once, as an event of its own
        QTRY_COMPARE(site.capstan().errorText().count("scope:tenant:acme all was reset"), 1);
        QCOMPARE(site.chat(body).status(), 200);
        QCOMPARE(command(u"budget set acme 0.10"_s, site.folder()).code,
                 0); // the same one, changed
        QCOMPARE(
            command(
                u"budget set tenant:*,model:cent 1000 --unit tokens --window day@Europe/Berlin"_s,
                site.folder())
                .code,
            0);
        const QByteArray list = command(u"budget list"_s, site.folder()).out;
        QCOMPARE(list.count('\n'), 3); // a head and two
        QVERIFY2(list.contains("$0.1 ") && list.contains("1000 tokens"), list.constData());
        QCOMPARE(command(u"budget delete scope:tenant:acme"_s, site.folder()).code, 0);
        QVERIFY(!site.standing("acme"));
    }

    // No Capstan runs: the command opens the ledger itself, and leaves it to the next one.
    void worksOnALedgerThatNobodyOwns()
    {
        const QTemporaryDir folder;
        const QProcessEnvironment environment = test::plainEnvironment();
        const Ended made = command(u"key create"_s, folder.path(), environment);
        QVERIFY2(made.code == 0, made.err.constData());
        QCOMPARE(command(u"budget set all 5 --window month"_s, folder.path()).code, 0);
        QVERIFY(command(u"budget list"_s, folder.path()).out.contains("month"));
        QCOMPARE(command(u"key list"_s, folder.path()).out.count('\n'), 2);
        QFile ledger(folder.filePath(u"data/ledger.db"_s));
        QVERIFY(ledger.open(QIODevice::ReadOnly));
        QVERIFY(!ledger.readAll().contains(made.out.trimmed().sliced(7)));
    }

    void leavesDefaultBudgetsAlone()
    {
        SiteWish wish;
        wish.environment.insert(u"BUDGET_DEFAULT_LIMIT"_s, u"7"_s);
        Site site(wish);
        QVERIFY(site.isRunning());
        QCOMPARE(site.stop(), 0);
        QVERIFY(command(u"budget list"_s, site.folder()).out.contains("default:tenant"));
    }

    void asksWithTheAdminToken()
    {
        SiteWish wish;
        wish.environment.insert(u"CAPSTAN_ADMIN_TOKEN"_s, u"a-token-of-the-test"_s);
        Site site(wish);
        QVERIFY(site.isRunning());
        const Ended without = command(u"key list"_s, site.folder());
        QCOMPARE(without.code, 1);
        QVERIFY2(without.err.contains("admin token"), without.err.constData());
        QCOMPARE(command(u"key list"_s, site.folder(), wish.environment).code, 0);
    }

    void forgetsTheAddressWhenItStops()
    {
        Site site;
        QVERIFY(site.isRunning());
        const QString address = site.ledgerFile() + u".address"_s;
        QVERIFY(QFile::exists(address));
        QCOMPARE(site.stop(), 0);
        QVERIFY(!QFile::exists(address));
        QVERIFY(site.start());
        site.capstan().kill(); // leaves the file, which then says nothing
        QVERIFY(QFile::exists(address));
        QCOMPARE(command(u"key list"_s, site.folder()).code, 0);
    }

    void refusesInOneSentence_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("no verb") << u"key"_s << "create, list, revoke"_ba;
        QTest::newRow("wrong verb") << u"budget make"_s << "list, set, delete, reset"_ba;
        QTest::newRow("no id") << u"key revoke"_s << "Usage: capstan key revoke ID"_ba;
        QTest::newRow("too much") << u"key list x"_s << "Usage"_ba;
        QTest::newRow("unknown option") << u"key list --tenant t"_s << "tenant"_ba;
        QTest::newRow("no limit") << u"budget set acme"_s << "Usage"_ba;
        QTest::newRow("no money") << u"budget set acme much"_s << "much"_ba;
        QTest::newRow("no dimension") << u"budget set person:x 1"_s << "person:x"_ba;
        QTest::newRow("no window") << u"budget set acme 1 --window year"_s << "year"_ba;
        QTest::newRow("no unit") << u"budget set acme 1 --unit euro"_s << "usd, tokens"_ba;
        QTest::newRow("no time") << u"key create --expires soon"_s << "expires_at"_ba;
        QTest::newRow("zero") << u"key create --parallel 0"_s << "parallel"_ba;
    }
    void refusesInOneSentence()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, part);
        const QTemporaryDir folder;
        const Ended ended = command(words, folder.path());
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.contains(part), ended.err.constData());
        QCOMPARE(ended.err.count('\n'), 1);
        QVERIFY(!QFile::exists(folder.filePath(u"data"_s))); // nothing was opened
    }
};

QTEST_GUILESS_MAIN(TestAdministration)
#include "tst_administration.moc"
