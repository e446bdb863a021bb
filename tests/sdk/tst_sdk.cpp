// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages.h"
#include "tests/e2e/fleet.h"
#include "tests/provider-sim/providersim.h"

#include <QProcess>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

QString makeKey(Site &site, const QByteArray &tenant, const QByteArray &limits)
{
    const QByteArray body =
        "{\"tenant\":\"" + tenant + "\",\"models\":[\"cent\"],\"limits\":{" + limits + "}}";
    return site.post("/api/admin/keys", body).json()["key"_L1].toString();
}

} // namespace

/// Issue 5: the official client libraries call through Capstan as they would call the provider.
class TestSdk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto folder = sdk::packageFolder();
        if (!folder.ok()) {
            QSKIP(qPrintable(u"Without the client libraries there is nothing to try: %1 %2"_s.arg(
                folder.error().message, folder.error().remedy)));
        }
        m_folder = *folder;
    }

    void behavesAsTheProviderItself_data()
    {
        QTest::addColumn<QString>("package");
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("leastNode");
        QTest::addColumn<int>("generations");
        // Chat, two streams, a stream that is left, two with tools, two with JSON, completions,
        // embeddings, one after a wait, the stream that breaks and two responses. No refused call
        // among them.
        QTest::newRow("openai 4") << u"openai"_s << u"openai.mjs"_s << 18 << 14;
        QTest::newRow("openai 6") << u"openai-current"_s << u"openai.mjs"_s << 20 << 14;
        // A message, a stream, one that is left, three with tools, the one that is counted first,
        // one after a wait, and the stream that breaks.
        QTest::newRow("anthropic 1") << u"@anthropic-ai/sdk"_s << u"anthropic.mjs"_s << 20 << 9;
    }
    void behavesAsTheProviderItself()
    {
        QFETCH(QString, package);
        QFETCH(QString, script);
        QFETCH(int, leastNode);
        QFETCH(int, generations);
        if (sdk::nodeVersion() < leastNode) {
            QSKIP(qPrintable(u"This client needs node %1 or newer."_s.arg(leastNode)));
        }
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("poor", "0.01"));
        const QString poor = makeKey(site, "poor", {});
        const QByteArray spend = chatBody("Hi [[tokens=1]]", "\"max_tokens\":1,");
        QCOMPARE(site.chat(spend, "poor").status(), 200); // one token at a cent
        const auto seenBefore = site.seenRequests().size();

        QProcessEnvironment environment = withPackage(site.port(), package);
        environment.insert(u"CAPSTAN_KEY"_s, makeKey(site, "sdk", "\"requests_per_minute\":1000"));
        environment.insert(u"CAPSTAN_POOR_KEY"_s, poor);
        environment.insert(u"CAPSTAN_SMALL_KEY"_s,
                           makeKey(site, "small", "\"tokens_per_minute\":100"));
        run(script, environment);

        QCOMPARE(site.seenRequests().size() - seenBefore, generations);
        QTRY_COMPARE(readLedger(site.ledgerFile())->openHolds, 0);
    }

    /// A client may speak OpenAI's chat to a provider that does not.
    void speaksToTheOthersThroughOpenAisClient()
    {
        if (sdk::nodeVersion() < 20) {
            QSKIP("This client needs node 20 or newer.");
        }
        const test::ProviderSim anthropic(test::Api::Anthropic);
        const test::ProviderSim gemini(test::Api::Gemini);
        const test::ProviderSim ollama(test::Api::Ollama);
        const auto provider = [](const char *name, const test::ProviderSim &sim) {
            return QByteArray("  ") + name + ": { type: " + name + ", base_url: \"" + sim.url() +
                   "\" }\n";
        };
        const auto model = [](const char *name) {
            return QByteArray("  ") + name + ": { provider: " + name +
                   ", physical_name: the-model, " + CentPrice + " }\n";
        };
        Fleet fleet({{},
                     "providers:\n" + provider("anthropic", anthropic) +
                         provider("gemini", gemini) + provider("ollama", ollama) + "models:\n" +
                         model("anthropic") + model("gemini") + model("ollama")});
        QVERIFY(fleet.isRunning());
        run(u"translated.mjs"_s, withPackage(fleet.port(), u"openai-current"_s));
    }

private:
    [[nodiscard]] QProcessEnvironment withPackage(quint16 port, const QString &package) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"CAPSTAN_URL"_s, u"http://127.0.0.1:%1"_s.arg(port));
        environment.insert(u"SDK_PACKAGE"_s, package);
        environment.insert(u"SDK_FOLDER"_s, m_folder);
        return environment;
    }
    static void run(const QString &script, const QProcessEnvironment &environment)
    {
        QProcess node;
        node.setProcessEnvironment(environment);
        node.setProcessChannelMode(QProcess::MergedChannels);
        node.start(u"node"_s,
                   {u"--test"_s, QStringLiteral(CAPSTAN_SOURCE_DIR "/tests/sdk/") + script});
        QVERIFY(node.waitForFinished(120'000));
        const QByteArray output = node.readAll();
        QVERIFY2(node.exitCode() == 0, output.constData());
    }

    QString m_folder;
};

QTEST_GUILESS_MAIN(TestSdk)
#include "tst_sdk.moc"
