// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"
#include "walletsession.h"

#include <QProcess>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {
constexpr int PatienceMs = 60'000;

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// capstan credential ...
Run credential(const QStringList &words,
               const QProcessEnvironment &environment,
               const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"),
                  QStringList{u"credential"_s} + words);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(PatienceMs);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

int adminStatus(Site &site, const QByteArray &token = {})
{
    const QByteArray line =
        token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n";
    return test::HttpClient(site.port())
        .send(test::requestBytes("GET", "/api/admin/budgets", {}, line))
        .status();
}

SiteWish in(const WalletSession &session)
{
    SiteWish wish;
    wish.environment = session.environment();
    return wish;
}
} // namespace

/// Issue 4: the other keychain, KDE's. Each program run is a new process.
class TestKWallet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!WalletSession::isPossible()) {
            QSKIP("dbus-daemon, dbus-send or kwalletd5 is not installed.");
        }
#ifndef CAPSTAN_KEYCHAIN
        QSKIP("This build has no keychain (BUILD_DESKTOP=OFF).");
#endif
    }

    void writesReadsRotatesAndDeletes()
    {
        WalletSession session;
        QVERIFY(session.isRunning());
        const QProcessEnvironment environment = session.environment();
        const Run set = credential({u"set"_s, u"admin-token"_s}, environment, "first-one\n");
        QVERIFY2(set.code == 0, set.err.constData());
        QVERIFY(credential({u"list"_s}, environment).out.contains("from the keychain"));
        {
            Site site(in(session));
            QVERIFY(site.isRunning());
            QTRY_COMPARE_WITH_TIMEOUT(adminStatus(site, "first-one"), 200, PatienceMs);
            QCOMPARE(adminStatus(site), 401);
            // Rotated by another process: in force without a restart.
            QCOMPARE(credential({u"set"_s, u"admin-token"_s}, environment, "second-one\n").code, 0);
            QTRY_COMPARE_WITH_TIMEOUT(adminStatus(site, "second-one"), 200, PatienceMs);
            QCOMPARE(adminStatus(site, "first-one"), 401);
            // Another process, and another login: from the wallet's file.
            QVERIFY(session.logInAgain());
            QVERIFY(session.open());
            QVERIFY(site.start());
            QTRY_COMPARE_WITH_TIMEOUT(adminStatus(site, "second-one"), 200, PatienceMs);
            QCOMPARE(credential({u"delete"_s, u"admin-token"_s}, environment).code, 0);
            QTRY_COMPARE_WITH_TIMEOUT(adminStatus(site), 200, PatienceMs);
        }
        QVERIFY(!credential({u"list"_s}, environment).out.contains("from the keychain"));
    }

    /// KWallet asks for the password in a dialogue, and says nothing to whoever waits for it.
    void keepsClosedWhatAClosedWalletGuards()
    {
        WalletSession session;
        QVERIFY(session.isRunning());
        const QProcessEnvironment environment = session.environment();
        QCOMPARE(credential({u"set"_s, u"admin-token"_s}, environment, "kept\n").code, 0);
        QVERIFY(session.logInAgain());
        const Run list = credential({u"list"_s}, environment);
        QVERIFY2(list.err.contains("password dialogue"), list.err.constData());
        QVERIFY2(list.err.contains("environment variable"), list.err.constData());
        Site site(in(session));
        QVERIFY(site.isRunning());
        QCOMPARE(adminStatus(site), 503); // not as if there were no token
        QCOMPARE(site.chat(chatBody("[[tokens=2]]")).status(), 200);
    }

    void saysThatThereIsNoWalletAndServesAllTheSame()
    {
        WalletSession session;
        QVERIFY(session.isRunning());
        const QProcessEnvironment environment = session.environment();
        QCOMPARE(credential({u"set"_s, u"admin-token"_s}, environment, "kept\n").code, 0);
        session.end();
        const Run list = credential({u"list"_s}, environment);
        QVERIFY2(!list.out.contains("from the keychain"), list.out.constData());
        QVERIFY2(list.err.contains("environment variable"), list.err.constData());
        QCOMPARE(credential({u"set"_s, u"webhook-url"_s}, environment, "https://x\n").code, 1);
        Site site(in(session));
        QVERIFY(site.isRunning());
        QCOMPARE(site.chat(chatBody("[[tokens=2]]")).status(), 200);
    }
};

QTEST_GUILESS_MAIN(TestKWallet)
#include "tst_kwallet.moc"
