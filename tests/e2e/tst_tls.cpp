// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"

#include <QFile>
#include <QJsonDocument>
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

Ended run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(test::plainEnvironment());
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/// Issue 5: TLS from certificate and key files, spoken by the same guarded sockets.
class TestTls : public QObject
{
    Q_OBJECT

    QTemporaryDir m_files;
    QString m_certificate = m_files.filePath(u"certificate.pem"_s);
    QString m_key = m_files.filePath(u"key.pem"_s);

    [[nodiscard]] SiteWish wish() const
    {
        SiteWish wish;
        wish.configuration = "server: { tls: { certificate: \"" + m_certificate.toUtf8() +
                             "\", key: \"" + m_key.toUtf8() + "\" } }\n";
        return wish;
    }

    [[nodiscard]] Ended
    curl(const Site &site, const QString &path, QStringList more, const QByteArray &body = {}) const
    {
        more << u"--silent"_s << u"--show-error"_s << u"--max-time"_s << u"60"_s << u"--cacert"_s
             << m_certificate << u"https://127.0.0.1:%1%2"_s.arg(site.port()).arg(path);
        if (!body.isEmpty()) {
            more << u"-H"_s << u"content-type: application/json"_s << u"--data-binary"_s << u"@-"_s;
        }
        return run(u"curl"_s, more, body);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Ended made = run(u"openssl"_s,
                               {u"req"_s,
                                u"-x509"_s,
                                u"-newkey"_s,
                                u"ec"_s,
                                u"-pkeyopt"_s,
                                u"ec_paramgen_curve:prime256v1"_s,
                                u"-nodes"_s,
                                u"-days"_s,
                                u"2"_s,
                                u"-subj"_s,
                                u"/CN=capstan-test"_s,
                                u"-addext"_s,
                                u"subjectAltName=IP:127.0.0.1"_s,
                                u"-keyout"_s,
                                m_key,
                                u"-out"_s,
                                m_certificate});
        QVERIFY2(QFile::exists(m_certificate), made.err.constData());
    }

    void servesAnswersAndStreams()
    {
        Site site(wish());
        QVERIFY2(site.isRunning(), site.capstan().errorText().constData());
        const Ended answer = curl(site, u"/v1/chat/completions"_s, {}, chatBody("Hi [[tokens=3]]"));
        QVERIFY2(answer.code == 0, answer.err.constData());
        QCOMPARE(QJsonDocument::fromJson(answer.out)["usage"_L1]["completion_tokens"_L1].toInt(),
                 3);
        const Ended stream = curl(site,
                                  u"/v1/chat/completions"_s,
                                  {u"--no-buffer"_s},
                                  chatBody("Hi [[tokens=40]]", Streamed));
        QCOMPARE(stream.code, 0);
        QVERIFY(stream.out.count("data: ") > 40 && stream.out.contains("data: [DONE]"));
        QCOMPARE(site.stop(), 0);
        QCOMPARE(readLedger(site.ledgerFile())->settlements.size(), 2U);
    }

    // Larger than TLS records, than the scratch buffer and than the kernel's own buffers.
    void takesAndGivesLargeBodies()
    {
        Site site(wish());
        QVERIFY(site.isRunning());
        const QByteArray words = QByteArray("word ").repeated(2'000'000); // 10 MB
        const Ended counted =
            curl(site, u"/tokenize"_s, {}, "{\"model\":\"cent\",\"prompt\":\"" + words + "\"}");
        QVERIFY2(counted.code == 0, counted.err.constData());
        const int tokens = QJsonDocument::fromJson(counted.out)["count"_L1].toInt();
        QVERIFY2(tokens >= 2'000'000, counted.out.left(300).constData());
        QVERIFY(counted.out.size() > tokens); // each is listed
    }

    // Two requests on one connection, and many connections at once.
    void keepsConnectionsAndServesMany()
    {
        Site site(wish());
        QVERIFY(site.isRunning());
        const QString url = u"https://127.0.0.1:%1/healthz"_s.arg(site.port());
        QStringList arguments{u"--silent"_s,
                              u"--show-error"_s,
                              u"--cacert"_s,
                              m_certificate,
                              u"--write-out"_s,
                              u"%{num_connects} "_s,
                              u"--parallel"_s,
                              u"--parallel-immediate"_s};
        for (int i = 0; i < 40; ++i) {
            arguments << url;
        }
        const Ended many = run(u"curl"_s, arguments);
        QVERIFY2(many.code == 0, many.err.constData());
        QCOMPARE(many.out.count("ok"), 40);
        const Ended two = run(u"curl"_s,
                              {u"--silent"_s,
                               u"--cacert"_s,
                               m_certificate,
                               u"--write-out"_s,
                               u"<%{num_connects}>"_s,
                               url,
                               url});
        QVERIFY2(two.out.contains("<1>") && two.out.contains("<0>"), two.out.constData());
    }

    // Far more waits behind a slow answer than Capstan takes in advance: the rest is in TLS's own
    // buffer and in the kernel's, and none of it is forgotten.
    void answersWhatWaitsBehindASlowAnswer()
    {
        Site site(wish());
        QVERIFY(site.isRunning());
        const QByteArray body = chatBody("Hi [[sim:slow=300 tokens=1]]");
        QByteArray input = test::requestBytes("POST", "/v1/chat/completions", body);
        constexpr int Count = 4'000; // some 160 kB
        for (int i = 0; i < Count; ++i) {
            input += test::requestBytes("GET", "/healthz");
        }
        input += "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        const Ended ended =
            run(u"openssl"_s,
                {u"s_client"_s, u"-quiet"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(site.port())},
                input);
        QCOMPARE(ended.out.count("HTTP/1.1 200"), Count + 2);
        QCOMPARE(ended.out.count("\"status\":\"ok\""), Count + 1);
    }

    void settlesAStreamThatTheClientLeaves()
    {
        Site site(wish());
        QVERIFY(site.isRunning());
        QProcess client;
        client.start(u"curl"_s,
                     {u"--silent"_s,
                      u"--no-buffer"_s,
                      u"--cacert"_s,
                      m_certificate,
                      u"-H"_s,
                      u"content-type: application/json"_s,
                      u"--data-binary"_s,
                      u"@-"_s,
                      u"https://127.0.0.1:%1/v1/chat/completions"_s.arg(site.port())});
        client.write(chatBody("Hi [[sim:never-ending slow-tokens=100]]", Streamed));
        client.closeWriteChannel();
        QVERIFY(client.waitForReadyRead());
        client.kill();
        QVERIFY(client.waitForFinished());
        QTRY_COMPARE(readLedger(site.ledgerFile())->openHolds, 0);
        QCOMPARE(site.stop(), 0);
        QCOMPARE(readLedger(site.ledgerFile())->settlements.front().ending,
                 core::Ending::ClientGone);
    }

    // Nothing is spoken in clear, and old versions are not spoken at all.
    void speaksNothingElse()
    {
        Site site(wish());
        QVERIFY(site.isRunning());
        QCOMPARE(test::HttpClient(site.port()).get("/healthz").status(), 0);
        const Ended old = run(u"curl"_s,
                              {u"--silent"_s,
                               u"--insecure"_s,
                               u"--tlsv1.0"_s,
                               u"--tls-max"_s,
                               u"1.1"_s,
                               u"https://127.0.0.1:%1/healthz"_s.arg(site.port())});
        QVERIFY(old.code != 0);
        const Ended strict =
            run(u"curl"_s, {u"--silent"_s, u"https://127.0.0.1:%1/healthz"_s.arg(site.port())});
        QCOMPARE(strict.code, 60); // not signed by anybody that this machine trusts
        QCOMPARE(curl(site, u"/healthz"_s, {}).code, 0); // and it still serves
    }

    void isAdministeredOnTheCommandLine()
    {
        Site site(wish());
        QVERIFY(site.isRunning());
        const QString program = QStringLiteral(CAPSTAN_BINARY_DIR "/capstan");
        const QStringList place{u"--data-dir"_s, site.folder() + u"/data"_s};
        const QStringList configured{u"--config"_s, site.folder() + u"/capstan.yaml"_s};
        const QStringList list{u"key"_s, u"list"_s};
        const Ended good = run(program, list + place + configured);
        QVERIFY2(good.code == 0, good.err.constData());
        QCOMPARE(run(program, list + place).code, 1); // without the certificate it trusts nobody
    }

    void saysWhichFileCannotBeUsed()
    {
        m_key.swap(m_certificate);
        Site site(wish());
        m_key.swap(m_certificate);
        QVERIFY(!site.isRunning());
        QCOMPARE(site.capstan().waitForEnd(), 1);
        QVERIFY2(site.capstan().errorText().contains("key.pem cannot be used"),
                 site.capstan().errorText().constData());
        QCOMPARE(site.capstan().errorText().count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
