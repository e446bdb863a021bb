// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/configurationreader.h"
#include "core/configuration/telemetrysection.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QProcessEnvironment with(const QMap<QString, QString> &variables)
{
    QProcessEnvironment environment;
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        environment.insert(it.key(), it.value());
    }
    return environment;
}

} // namespace

class TestTelemetrySection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNobodyUnlessAsked();
    void readsASection();
    void takesTheSeedsVariables();
    void takesOpenTelemetrysVariables();
    void takesTheSeedsPaths();
    void letsTheFileGoBeforeTheEnvironment();
    void takesAnEmptyVariableForUnset();
    void switchesOpenTelemetryOff();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void warnsOfWhatWillNotWork();
    void quotesNoSecret();
    void namesCredentialsAsTheKeychainDoes();
    void addsADestinationWhoseCredentialsAreKept();

private:
    [[nodiscard]] Result<Configuration> read(const QByteArray &text,
                                             const QProcessEnvironment &environment = {}) const
    {
        QFile file(m_folder.filePath(u"capstan.yaml"_s));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(text);
        }
        file.close();
        return readConfiguration(file.fileName(), environment);
    }
    QTemporaryDir m_folder;
};

void TestTelemetrySection::tellsNobodyUnlessAsked()
{
    const auto configuration = read("server: { port: 7007 }\n");
    QVERIFY(configuration.ok());
    QVERIFY(configuration->telemetry == TelemetrySettings{});
}

void TestTelemetrySection::readsASection()
{
    const auto configuration = read(R"(telemetry:
  destinations:
    langfuse: { type: langfuse, url: "http://localhost:3000/", public_key_env: LF_PK, secret_key_keychain: lf-secret }
    tempo: { type: otlp, url: "http://127.0.0.1:4318", headers_env: H, metrics: false, conventions: v1.36, content: { record: true, max_kilobytes: 8, redact: ["sk-[a-z]+$"], redact_keys: [password] } }
    helicone: { type: helicone, key_env: HK }
  resource: { deployment.environment.name: production, service.name: office }
  trace_context: always
  queue: { max_megabytes: 10, max_age_hours: 24 }
  artefacts: { telemetry: t.jsonl, decisions: /var/d.jsonl, rotate_megabytes: 5, keep: 2, sync: true }
)",
                                    with({{u"LF_PK"_s, u"pk-lf-1"_s}, {u"H"_s, u"a=b"_s}}));
    QVERIFY2(configuration.ok(),
             configuration.ok() ? "" : qPrintable(configuration.error().message));
    const TelemetrySettings &telemetry = configuration->telemetry;
    QCOMPARE(telemetry.destinations.size(), 3U);
    const Destination &langfuse = telemetry.destinations.at(0);
    QCOMPARE(langfuse.type, DestinationType::Langfuse);
    QCOMPARE(langfuse.url, QByteArray("http://localhost:3000"));
    QCOMPARE(langfuse.publicKey.value, Secret("pk-lf-1"));
    QCOMPARE(langfuse.key.keychain, QByteArray("lf-secret"));
    QVERIFY(!langfuse.linked); // a trace needs a root there
    const Destination &tempo = telemetry.destinations.at(1);
    QVERIFY(tempo.linked && !tempo.metrics);
    QCOMPARE(tempo.conventions, Conventions::Legacy);
    QCOMPARE(tempo.headers.value, Secret("a=b"));
    QVERIFY(tempo.content.isWanted);
    QCOMPARE(tempo.content.maximumBytes, 8 * 1024);
    QCOMPARE(tempo.content.patterns.at(0).pattern(), u"sk-[a-z]+$"_s);
    QCOMPARE(tempo.content.keys, QByteArrayList{"password"});
    QVERIFY(!langfuse.content.isWanted); // nobody gets what was said unless it is asked for
    QCOMPARE(telemetry.destinations.at(2).url,
             QByteArray("https://api.worker.helicone.ai/custom/v1/log"));
    QCOMPARE(telemetry.resource.size(), 2U);
    QCOMPARE(telemetry.propagation, TracePropagation::Always);
    QCOMPARE(telemetry.maximumBytes, 10 * 1024 * 1024);
    QCOMPARE(telemetry.maximumAge, std::chrono::hours(24));
    QCOMPARE(telemetry.artefacts.telemetryFile, m_folder.filePath(u"t.jsonl"_s));
    QCOMPARE(telemetry.artefacts.decisionsFile, u"/var/d.jsonl"_s);
    QCOMPARE(telemetry.artefacts.rotateBytes, 5 * 1024 * 1024);
    QCOMPARE(telemetry.artefacts.keep, 2);
    QVERIFY(telemetry.artefacts.sync);
}

void TestTelemetrySection::takesTheSeedsVariables()
{
    // S1: LANGFUSE_PUBLIC_KEY, LANGFUSE_SECRET_KEY, LANGFUSE_BASE_URL, HELICONE_API_KEY
    const auto configuration =
        read("",
             with({{u"LANGFUSE_PUBLIC_KEY"_s, u"pk-lf-1"_s},
                   {u"LANGFUSE_SECRET_KEY"_s, u"sk-lf-2"_s},
                   {u"LANGFUSE_BASE_URL"_s, u"https://us.cloud.langfuse.com"_s},
                   {u"HELICONE_API_KEY"_s, u"sk-h"_s}}));
    QVERIFY(configuration.ok());
    const auto &destinations = configuration->telemetry.destinations;
    QCOMPARE(destinations.size(), 2U);
    QCOMPARE(destinations.at(0).url, QByteArray("https://us.cloud.langfuse.com"));
    QCOMPARE(destinations.at(0).key.value, Secret("sk-lf-2"));
    QCOMPARE(destinations.at(1).type, DestinationType::Helicone);
    QCOMPARE(destinations.at(1).key.environment, QByteArray("HELICONE_API_KEY"));
}

void TestTelemetrySection::takesOpenTelemetrysVariables()
{
    const auto configuration =
        read("",
             with({{u"OTEL_EXPORTER_OTLP_ENDPOINT"_s, u"http://c:4318/x/"_s},
                   {u"OTEL_EXPORTER_OTLP_HEADERS"_s, u"k=v"_s},
                   {u"OTEL_SERVICE_NAME"_s, u"office"_s},
                   {u"OTEL_RESOURCE_ATTRIBUTES"_s, u"service.name=no,a=b%20c"_s},
                   {u"OTEL_SEMCONV_STABILITY_OPT_IN"_s, u"http"_s}}));
    QVERIFY(configuration.ok());
    const TelemetrySettings &telemetry = configuration->telemetry;
    QCOMPARE(telemetry.destinations.size(), 1U);
    QCOMPARE(telemetry.destinations.at(0).url, QByteArray("http://c:4318/x"));
    QCOMPARE(telemetry.destinations.at(0).headers.value, Secret("k=v"));
    QCOMPARE(telemetry.destinations.at(0).conventions, Conventions::Legacy);
    using Resource = std::vector<std::pair<QByteArray, QByteArray>>;
    QCOMPARE(telemetry.resource, (Resource{{"service.name", "office"}, {"a", "b c"}}));
    const auto optedIn =
        read("",
             with({{u"OTEL_EXPORTER_OTLP_ENDPOINT"_s, u"http://c:4318"_s},
                   {u"OTEL_SEMCONV_STABILITY_OPT_IN"_s, u"http,gen_ai_latest_experimental"_s}}));
    QCOMPARE(optedIn->telemetry.destinations.at(0).conventions, Conventions::Latest);
}

void TestTelemetrySection::takesTheSeedsPaths()
{
    // S3-19
    const QString calls = QDir::tempPath() + u"/not/yet/t.jsonl"_s;
    const QString decisions = QDir::tempPath() + u"/not/yet/d.jsonl"_s;
    const auto configuration =
        read("", with({{u"TELEMETRY_PATH"_s, calls}, {u"DECISIONS_PATH"_s, decisions}}));
    QCOMPARE(configuration->telemetry.artefacts.telemetryFile, calls);
    QCOMPARE(configuration->telemetry.artefacts.decisionsFile, decisions);
}

void TestTelemetrySection::letsTheFileGoBeforeTheEnvironment()
{
    const auto configuration = read(
        "telemetry: { destinations: { mine: { type: langfuse, url: \"http://localhost:3000\" } } }",
        with({{u"LANGFUSE_PUBLIC_KEY"_s, u"pk-lf-1"_s}, {u"LANGFUSE_SECRET_KEY"_s, u"sk-lf-2"_s}}));
    QCOMPARE(configuration->telemetry.destinations.size(), 1U);
    QCOMPARE(configuration->telemetry.destinations.at(0).name, QByteArray("mine"));
    QCOMPARE(configuration->telemetry.destinations.at(0).key.value, Secret("sk-lf-2"));
}

void TestTelemetrySection::takesAnEmptyVariableForUnset()
{
    const auto configuration = read("",
                                    with({{u"LANGFUSE_PUBLIC_KEY"_s, QString()},
                                          {u"LANGFUSE_SECRET_KEY"_s, QString()},
                                          {u"HELICONE_API_KEY"_s, QString()},
                                          {u"OTEL_EXPORTER_OTLP_ENDPOINT"_s, QString()}}));
    QVERIFY(configuration.ok());
    QVERIFY(configuration->telemetry.destinations.empty());
}

void TestTelemetrySection::switchesOpenTelemetryOff()
{
    const auto configuration = read("",
                                    with({{u"OTEL_EXPORTER_OTLP_ENDPOINT"_s, u"http://c:4318"_s},
                                          {u"OTEL_SDK_DISABLED"_s, u"TRUE"_s}}));
    QVERIFY(configuration->telemetry.destinations.empty()); // S3-33
}

void TestTelemetrySection::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown key") << QByteArray("telemetry: { destination: {} }")
                                 << u"telemetry.destination"_s;
    QTest::newRow("type") << QByteArray("telemetry: { destinations: { a: { type: kafka } } }")
                          << u"telemetry.destinations.a.type"_s;
    QTest::newRow("no url") << QByteArray("telemetry: { destinations: { a: { type: otlp } } }")
                            << u"has no url"_s;
    QTest::newRow("langfuse as otlp")
        << QByteArray("telemetry: { destinations: { a: { type: otlp, url: "
                      "\"https://cloud.langfuse.com/api/public/otel\" } } }")
        << u"is an address of Langfuse"_s;
    QTest::newRow("content")
        << QByteArray("telemetry: { destinations: { a: { type: langfuse, content: full } } }")
        << u"telemetry.destinations.a.content"_s;
    const auto content = [](const QByteArray &rules) {
        return "telemetry: { destinations: { a: { type: langfuse, content: { " + rules + " } } } }";
    };
    QTest::newRow("content unsaid") << content("max_kilobytes: 8") << u"\"record\" is missing"_s;
    QTest::newRow("content too large")
        << content("record: true, max_kilobytes: 100000") << u"content.max_kilobytes"_s;
    QTest::newRow("no expression")
        << content("record: true, redact: [\"(\"]") << u"is no regular expression"_s;
    QTest::newRow("matches everything")
        << content("record: true, redact: [\"a*\"]") << u"matches an empty text"_s;
}

void TestTelemetrySection::saysWhatIsWrong()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, message);
    const auto configuration = read(text);
    QVERIFY(!configuration.ok());
    QVERIFY2(configuration.error().message.contains(message),
             qPrintable(configuration.error().message));
}

void TestTelemetrySection::warnsOfWhatWillNotWork()
{
    const auto configuration = read(
        "telemetry: { destinations: { a: { type: langfuse, url: \"http://langfuse.example\" } } }");
    QVERIFY(configuration.ok());
    const QStringList warnings(configuration->warnings.begin(), configuration->warnings.end());
    QCOMPARE(warnings.filter(u"LANGFUSE_SECRET_KEY is not set"_s).size(), 1);
    QCOMPARE(warnings.filter(u"unprotected"_s).size(), 1);
}

void TestTelemetrySection::quotesNoSecret()
{
    const auto configuration = read(
        "telemetry: { destinations: { a: { type: helicone, key_env: sk-helicone-hunter2 } } }");
    QVERIFY(!configuration.ok());
    QVERIFY(!configuration.error().message.contains(u"hunter2"));
}

void TestTelemetrySection::namesCredentialsAsTheKeychainDoes()
{
    const QByteArray one =
        "telemetry: { destinations: { l: { type: langfuse }, h: { type: helicone "
        "}, c: { type: otlp, url: \"http://127.0.0.1:4318\" } } }";
    const auto destinations = read(one)->telemetry.destinations;
    QCOMPARE(destinations.at(0).publicKey.keychain, QByteArray("langfuse-public-key"));
    QCOMPARE(destinations.at(0).key.keychain, QByteArray("langfuse-secret-key"));
    QCOMPARE(destinations.at(1).key.keychain, QByteArray("helicone-api-key"));
    QCOMPARE(destinations.at(2).headers.keychain, QByteArray("otlp-headers"));
    // Of two collectors nobody knows whose the headers are.
    const auto two =
        read("telemetry: { destinations: { c: { type: otlp, url: \"http://127.0.0.1:1\" "
             "}, d: { type: otlp, url: \"http://127.0.0.1:2\" } } }");
    QVERIFY(!two->telemetry.destinations.at(0).headers.isNamed());
    QVERIFY(!two->telemetry.destinations.at(1).headers.isNamed());
}

void TestTelemetrySection::addsADestinationWhoseCredentialsAreKept()
{
    const QProcessEnvironment environment =
        with({{u"LANGFUSE_BASE_URL"_s, u"http://localhost:3000"_s}});
    TelemetrySettings settings;
    QVERIFY(addKeptDestinations(environment, {"langfuse-secret-key"}, settings).ok());
    QVERIFY(settings.destinations.empty()); // half a credential is none
    const QByteArrayList kept{"langfuse-secret-key", "langfuse-public-key", "helicone-api-key"};
    QVERIFY(addKeptDestinations(environment, kept, settings).ok());
    QVERIFY(addKeptDestinations(environment, kept, settings).ok()); // once is enough
    QCOMPARE(settings.destinations.size(), 2U);
    QCOMPARE(settings.destinations.at(0).url, QByteArray("http://localhost:3000"));
    QVERIFY(!settings.destinations.at(0).content.isWanted);
    QCOMPARE(settings.destinations.at(1).name, QByteArray("helicone"));
}

QTEST_GUILESS_MAIN(TestTelemetrySection)
#include "tst_telemetrysection.moc"
