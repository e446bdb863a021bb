// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentialruns.h"

#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

/// Issue 4, point 4: the keychain for real. Each program run is a new process.
class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesReadsRotatesAndDeletes();
    void prefersTheEnvironment();
    void saysThatTheKeychainIsLockedAndTakesTheSecretOnceItIsNot();
    void saysThatThereIsNoKeychainAndServesAllTheSame();
    void refusesWhatIsNoSecretAndNamesNobodyKnows();
};

void TestCredentials::initTestCase()
{
    if (!KeyringSession::isPossible()) {
        QSKIP("dbus-daemon, dbus-send or gnome-keyring-daemon is not installed.");
    }
#ifndef CAPSTAN_KEYCHAIN
    QSKIP("This build has no keychain (BUILD_DESKTOP=OFF).");
#endif
}

void TestCredentials::writesReadsRotatesAndDeletes()
{
    const KeyringSession session;
    QVERIFY(session.isRunning());
    const QProcessEnvironment environment = session.environment();
    QVERIFY(says(credential({u"list"_s}, environment), "admin-token", "not set"));
    const Run set = credential({u"set"_s, u"admin-token"_s}, environment, "first-one\n");
    QVERIFY2(set.code == 0, set.err.constData());
    QVERIFY(says(credential({u"list"_s}, environment), "admin-token", "from the keychain"));
    {
        Site site(in(session));
        QVERIFY(site.isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(adminStatus(site), 401, PatienceMs);
        QCOMPARE(adminStatus(site, "first-one"), 200);
        // Rotated by another process: in force without a restart.
        QCOMPARE(credential({u"set"_s, u"admin-token"_s}, environment, "second-one\n").code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(adminStatus(site, "second-one"), 200, PatienceMs);
        QCOMPARE(adminStatus(site, "first-one"), 401);
        QVERIFY(site.start()); // another process, the same keychain
        QTRY_COMPARE_WITH_TIMEOUT(adminStatus(site), 401, PatienceMs);
        QCOMPARE(adminStatus(site, "second-one"), 200);
        QCOMPARE(credential({u"delete"_s, u"admin-token"_s}, environment).code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(adminStatus(site), 200, PatienceMs);
    }
    QVERIFY(says(credential({u"list"_s}, environment), "admin-token", "not set"));
}

void TestCredentials::prefersTheEnvironment()
{
    const KeyringSession session;
    QVERIFY(session.isRunning());
    QCOMPARE(credential({u"set"_s, u"admin-token"_s}, session.environment(), "kept\n").code, 0);
    SiteWish wish = in(session);
    wish.environment.insert(u"CAPSTAN_ADMIN_TOKEN"_s, u"given"_s);
    QVERIFY(says(
        credential({u"list"_s}, wish.environment), "admin-token", "set by CAPSTAN_ADMIN_TOKEN"));
    Site site(wish);
    QVERIFY(site.isRunning());
    QCOMPARE(adminStatus(site, "given"), 200);
    QCOMPARE(adminStatus(site, "kept"), 401);
}

void TestCredentials::saysThatTheKeychainIsLockedAndTakesTheSecretOnceItIsNot()
{
    KeyringSession session;
    QVERIFY(session.isRunning());
    const QProcessEnvironment environment = session.environment();
    QCOMPARE(credential({u"set"_s, u"admin-token"_s}, environment, "kept\n").code, 0);
    QVERIFY(session.lock());
    const Run list = credential({u"list"_s}, environment);
    QVERIFY2(says(list, "admin-token", "locked"), list.out.constData());
    QVERIFY2(list.err.contains("locked"), list.err.constData());
    const Run set = credential({u"set"_s, u"webhook-url"_s}, environment, "https://x\n");
    QCOMPARE(set.code, 1);
    QVERIFY2(set.err.contains("keychain"), set.err.constData());
    const Run remove = credential({u"delete"_s, u"admin-token"_s}, environment);
    QCOMPARE(remove.code, 1); // it would only seem to be deleted
    // What the secret closes stays closed without it, and opens by itself with it.
    Site site(in(session));
    QVERIFY(site.isRunning());
    QCOMPARE(adminStatus(site), 503);
    QCOMPARE(site.chat(chatBody("[[tokens=2]]")).status(), 200);
    QVERIFY(session.unlock());
    QVERIFY(says(credential({u"list"_s}, environment), "admin-token", "from the keychain"));
    QTRY_COMPARE_WITH_TIMEOUT(adminStatus(site, "kept"), 200, PatienceMs);
    QCOMPARE(adminStatus(site), 401);
}

void TestCredentials::saysThatThereIsNoKeychainAndServesAllTheSame()
{
    const KeyringSession session;
    QVERIFY(session.isRunning());
    QCOMPARE(credential({u"set"_s, u"admin-token"_s}, session.environment(), "kept\n").code, 0);
    const QProcessEnvironment bare = session.environmentWithoutBus();
    const Run list = credential({u"list"_s}, bare);
    QVERIFY2(says(list, "admin-token", "not there"), list.out.constData());
    QVERIFY2(list.err.contains("environment variable"), list.err.constData());
    QCOMPARE(credential({u"set"_s, u"admin-token"_s}, bare, "x\n").code, 1);
    SiteWish wish;
    wish.environment = bare;
    Site site(wish);
    QVERIFY(site.isRunning());
    QCOMPARE(site.chat(chatBody("[[tokens=2]]")).status(), 200);
}

void TestCredentials::refusesWhatIsNoSecretAndNamesNobodyKnows()
{
    const KeyringSession session;
    QVERIFY(session.isRunning());
    const QProcessEnvironment environment = session.environment();
    QCOMPARE(credential({u"set"_s, u"admin-token"_s}, environment, "\n").code, 1);
    QCOMPARE(credential({u"set"_s, u"nonsense"_s}, environment, "x\n").code, 2);
    QCOMPARE(credential({u"set"_s, u"admin-token"_s, u"on-the-line"_s}, environment).code, 2);
    QCOMPARE(credential({u"set"_s}, environment).code, 2);
    const QByteArray tooLong(2'001, 'x');
    QCOMPARE(credential({u"set"_s, u"admin-token"_s}, environment, tooLong + '\n').code, 1);
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
