// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 4, point 4: what the keychain keeps reaches those who need it, and nobody else.
#include "credentialruns.h"
#include "tests/support/receiver.h"

#include <QDirIterator>
#include <QTest>

#include <atomic>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

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

} // namespace

class TestCredentialUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void givesAnUpstreamItsKeyWithoutARestart();
    void givesDestinationsTheirNewCredentialsWithoutARestart();
    void keepsWhatAConfigurationNamesUnderThatName();
    void leavesNoSecretAnywhere();
};

void TestCredentialUse::initTestCase()
{
    if (!KeyringSession::isPossible()) {
        QSKIP("dbus-daemon, dbus-send or gnome-keyring-daemon is not installed.");
    }
#ifndef CAPSTAN_KEYCHAIN
    QSKIP("This build has no keychain (BUILD_DESKTOP=OFF).");
#endif
}

void TestCredentialUse::givesAnUpstreamItsKeyWithoutARestart()
{
    const KeyringSession session;
    QVERIFY(session.isRunning());
    SiteWish wish = in(session);
    wish.simulation = {u"--api-key"_s, u"key-of-the-upstream"_s};
    Site site(wish);
    QVERIFY(site.isRunning());
    QVERIFY(site.chat(chatBody("[[tokens=2]]")).status() != 200);
    const Run set =
        credential({u"set"_s, u"provider/vllm"_s}, session.environment(), "key-of-the-upstream\n");
    QVERIFY2(set.code == 0, set.err.constData());
    QTRY_COMPARE_WITH_TIMEOUT(site.chat(chatBody("[[tokens=2]]")).status(), 200, PatienceMs);
}

/// Langfuse, Helicone and a collector, each refusing what is not its new credential. Blocked
/// destinations look again after five minutes; this is told of the change at once.
void TestCredentialUse::givesDestinationsTheirNewCredentialsWithoutARestart()
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
    wish.environment.insert(u"LANGFUSE_BASE_URL"_s, QString::fromLatin1(langfuse.receiver.url()));
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

void TestCredentialUse::keepsWhatAConfigurationNamesUnderThatName()
{
    const KeyringSession session;
    QVERIFY(session.isRunning());
    SiteWish wish = in(session);
    Guarded collector("mine");
    wish.configuration = "telemetry: { destinations: { c: { type: otlp, url: \"" +
                         collector.receiver.url() + "\", headers_keychain: tempo-headers } } }\n";
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
void TestCredentialUse::leavesNoSecretAnywhere()
{
    const QByteArray kept = "planted-kept-5e0c9a";
    const QByteArray given = "planted-given-77b1f2";
    const KeyringSession session;
    QVERIFY(session.isRunning());
    for (const QString &name : {u"admin-token"_s, u"provider/vllm"_s, u"langfuse-secret-key"_s}) {
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

QTEST_GUILESS_MAIN(TestCredentialUse)
#include "tst_credentialuse.moc"
