// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyringsession.h"
#include "site.h"
#include "tests/support/receiver.h"

#include <QDirIterator>
#include <QTest>

#include <atomic>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {
constexpr int PatienceMs = 30'000;

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
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(),
            process.readAllStandardError()};
}

bool says(const Run &run, const QByteArray &name, const QByteArray &state)
{
    for (const QByteArray &line : run.out.split('\n')) {
        if (line.startsWith(name + ' ')) {
            return line.contains(state);
        }
    }
    return false;
}

SiteWish in(const KeyringSession &session)
{
    SiteWish wish;
    wish.environment = session.environment();
    return wish;
}

/// A receiver that takes only what brings that authorization.
struct Guarded
{
    explicit Guarded(QByteArray authorization)
        : receiver([this, authorization](const test::Received &request) {
            if (request.method == "GET") {
                return test::Reply{200, R"({"version":"4.16.0"})"};
            }
            const bool isRight = request.headers.value("authorization") == authorization;
            ++(isRight ? taken : refused);
            return isRight ? test::Reply{200, "ok"} : test::Reply{401, R"({"message":"no"})"};
        })
    {}
    std::atomic<int> taken = 0;
    std::atomic<int> refused = 0;
    test::Receiver receiver; ///< last: it goes before what its script counts
};

/// Puts all the credentials of destinations into the keychain.
void keep(const KeyringSession &session, const QByteArray &which)
{
    const QList<std::pair<QString, QByteArray>> secrets{
        {u"langfuse-public-key"_s, "pk-lf-1"},
        {u"langfuse-secret-key"_s, "sk-lf-" + which},
        {u"helicone-api-key"_s, "hk-" + which},
        {u"otlp-headers"_s, "authorization=Bearer%20otlp-" + which},
    };
    for (const auto &[name, secret] : secrets) {
        const Run set = credential({u"set"_s, name}, session.environment(), secret + '\n');
        QVERIFY2(set.code == 0, set.err.constData());
    }
}

int adminStatus(Site &site, const QByteArray &token = {})
{
    const QByteArray line =
        token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n";
    return test::HttpClient(site.port())
        .send(test::requestBytes("GET", "/api/admin/budgets", {}, line))
        .status();
}
} // namespace

/// Issue 4, point 4: the keychain for real. Each program run is a new process.
class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!KeyringSession::isPossible()) {
            QSKIP("dbus-daemon, dbus-send or gnome-keyring-daemon is not installed.");
        }
#ifndef CAPSTAN_KEYCHAIN
        QSKIP("This build has no keychain (BUILD_DESKTOP=OFF).");
#endif
    }

    void writesReadsRotatesAndDeletes()
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

    void givesAnUpstreamItsKeyWithoutARestart()
    {
        const KeyringSession session;
        QVERIFY(session.isRunning());
        SiteWish wish = in(session);
        wish.simulation = {u"--api-key"_s, u"key-of-the-upstream"_s};
        Site site(wish);
        QVERIFY(site.isRunning());
        QVERIFY(site.chat(chatBody("[[tokens=2]]")).status() != 200);
        const Run set = credential(
            {u"set"_s, u"provider/vllm"_s}, session.environment(), "key-of-the-upstream\n");
        QVERIFY2(set.code == 0, set.err.constData());
        QTRY_COMPARE_WITH_TIMEOUT(site.chat(chatBody("[[tokens=2]]")).status(), 200, PatienceMs);
    }

    /// Langfuse, Helicone and a collector, each refusing what is not its new credential. Blocked
    /// destinations look again after five minutes; this is told of the change at once.
    void givesDestinationsTheirNewCredentialsWithoutARestart()
    {
        const KeyringSession session;
        QVERIFY(session.isRunning());
        Guarded langfuse("Basic " + QByteArray("pk-lf-1:sk-lf-new").toBase64());
        Guarded helicone("Bearer hk-new");
        Guarded collector("Bearer otlp-new");
        keep(session, "old");
        SiteWish wish = in(session);
        wish.configuration = "telemetry:\n  destinations:\n    h: { type: helicone, url: \"" +
                             helicone.receiver.url("/custom/v1/log") +
                             "\" }\n    c: { type: otlp, metrics: false, url: \"" +
                             collector.receiver.url() + "\" }\n";
        // Langfuse is told of because its keys are kept; the variable says only where it is.
        wish.environment.insert(u"LANGFUSE_BASE_URL"_s,
                                QString::fromLatin1(langfuse.receiver.url()));
        Site site(wish);
        QVERIFY(site.isRunning());
        QCOMPARE(site.chat(chatBody("[[tokens=2]]")).status(), 200);
        for (Guarded *one : {&langfuse, &helicone, &collector}) {
            QTRY_VERIFY_WITH_TIMEOUT(one->refused > 0, PatienceMs);
            QCOMPARE(one->taken.load(), 0);
        }
        keep(session, "new");
        for (Guarded *one : {&langfuse, &helicone, &collector}) {
            QTRY_COMPARE_WITH_TIMEOUT(one->taken.load(), 1, PatienceMs);
        }
    }

    void prefersTheEnvironment()
    {
        const KeyringSession session;
        QVERIFY(session.isRunning());
        QCOMPARE(credential({u"set"_s, u"admin-token"_s}, session.environment(), "kept\n").code, 0);
        SiteWish wish = in(session);
        wish.environment.insert(u"CAPSTAN_ADMIN_TOKEN"_s, u"given"_s);
        QVERIFY(says(credential({u"list"_s}, wish.environment),
                     "admin-token",
                     "set by CAPSTAN_ADMIN_TOKEN"));
        Site site(wish);
        QVERIFY(site.isRunning());
        QCOMPARE(adminStatus(site, "given"), 200);
        QCOMPARE(adminStatus(site, "kept"), 401);
    }

    void saysThatTheKeychainIsLockedAndTakesTheSecretOnceItIsNot()
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

    void saysThatThereIsNoKeychainAndServesAllTheSame()
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

    void refusesWhatIsNoSecretAndNamesNobodyKnows()
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

    void keepsWhatAConfigurationNamesUnderThatName()
    {
        const KeyringSession session;
        QVERIFY(session.isRunning());
        SiteWish wish = in(session);
        Guarded collector("mine");
        wish.configuration = "telemetry: { destinations: { c: { type: otlp, url: \"" +
                             collector.receiver.url() +
                             "\", headers_keychain: tempo-headers } } }\n";
        Site site(wish);
        QVERIFY(site.isRunning());
        const QStringList words{
            u"--config"_s, site.folder() + u"/capstan.yaml"_s, u"set"_s, u"tempo-headers"_s};
        const Run set = credential(words, session.environment(), "authorization=mine\n");
        QVERIFY2(set.code == 0, set.err.constData());
        QCOMPARE(site.chat(chatBody("[[tokens=2]]")).status(), 200);
        QTRY_VERIFY_WITH_TIMEOUT(collector.taken > 0, PatienceMs);
    }

    /// Whatever came from the keychain or the environment stands nowhere that Capstan writes or
    /// answers.
    void leavesNoSecretAnywhere()
    {
        const QByteArray kept = "planted-kept-5e0c9a";
        const QByteArray given = "planted-given-77b1f2";
        const KeyringSession session;
        QVERIFY(session.isRunning());
        for (const QString &name :
             {u"admin-token"_s, u"provider/vllm"_s, u"langfuse-secret-key"_s}) {
            const Run set = credential({u"set"_s, name}, session.environment(), kept + '\n');
            QVERIFY2(set.code == 0, set.err.constData());
            QVERIFY(!(set.out + set.err).contains(kept));
        }
        SiteWish wish = in(session);
        wish.environment.insert(u"HELICONE_API_KEY"_s, QString::fromLatin1(given));
        wish.environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
        Site site(wish);
        QVERIFY(site.isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(adminStatus(site), 401, PatienceMs);
        QByteArray seen;
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(site.chat(chatBody("[[tokens=3]]")).status(), 200);
        }
        const QByteArray authorized = "Authorization: Bearer " + kept + "\r\n";
        for (const QByteArray &path : {QByteArray("/metrics"),
                                       QByteArray("/readyz"),
                                       QByteArray("/v1/models"),
                                       QByteArray("/api/admin/budgets"),
                                       QByteArray("/api/admin/in-flight")}) {
            const test::Answer answer =
                test::HttpClient(site.port()).send(test::requestBytes("GET", path, {}, authorized));
            seen += answer.head() + answer.body();
        }
        seen += credential({u"list"_s}, wish.environment).out;
        seen += site.capstan().errorText();
        QCOMPARE(site.stop(), 0);
        seen += site.capstan().errorText();
        QVERIFY(seen.size() > 1'000);
        int files = 0;
        for (const QString &folder : {site.folder(), session.configFolder()}) {
            QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                seen += file.readAll();
                ++files;
            }
        }
        QVERIFY(files >= 3); // configuration, ledger, index
        QVERIFY(!seen.contains(kept));
        QVERIFY(!seen.contains(given));
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
