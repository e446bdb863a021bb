// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"
#include "tests/support/postgresserver.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using test::PostgresServer;

namespace {

SiteWish copying(const PostgresServer &server)
{
    SiteWish wish;
    wish.environment.insert(u"DATABASE_URL"_s, QString::fromLatin1(server.address()));
    return wish;
}

/// Files of the folder that hold the password.
QStringList leaksIn(const QString &folder)
{
    QStringList leaks;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(PostgresServer::Password)) {
            leaks += file.fileName();
        }
    }
    return leaks;
}

} // namespace

/// DATABASE_URL of a PostgreSQL server, with the real programs. S1-15
class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled()) {
            QSKIP("There is no PostgreSQL here: install Debian's package postgresql.");
        }
    }

    void copiesEachCallOnceAlsoAfterAKillAndAnOutage()
    {
        PostgresServer server;
        QVERIFY(server.start());
        Site site(copying(server));
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "0.30"));
        // Asked for as many as will come: after the kill a call that was not settled yet is charged
        // at its bound, which is then the same.
        const auto answered = [&site](int tokens) {
            const QByteArray count = QByteArray::number(tokens);
            return site
                .chat(chatBody("Hi [[tokens=" + count + "]]", R"("max_tokens":)" + count + ','))
                .status();
        };
        QCOMPARE(answered(10), 200); // 10 cents
        server.kill();
        QCOMPARE(answered(5), 200); // the outage stops nobody
        site.capstan().kill();
        QVERIFY(site.start());
        QCOMPARE(answered(14), 200); // 10 + 5 + 14 = 29 of 30 cents
        QCOMPARE(site.chat(chatBody("Hi", R"("max_tokens":2,)")).status(), 402);
        QVERIFY(server.start());
        const QByteArray calls = "SELECT count(*), sum(cost_usd) FROM capstan_call"
                                 " WHERE kind = 'call' AND tenant = 'acme'";
        QTRY_COMPARE_WITH_TIMEOUT(server.ask(calls), QByteArray("3|0.290000000"), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(
            server.ask("SELECT count(*), min(code) FROM capstan_call WHERE kind = 'refusal'"),
            QByteArray("1|budget_exceeded"),
            60'000);
        QCOMPARE(site.stop(), 0);
        QCOMPARE(leaksIn(site.folder()), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
