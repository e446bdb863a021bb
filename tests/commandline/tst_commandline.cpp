// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandline.h"
#include "app/commandline/startup.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class TstCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsTheWindowWithoutArguments();
    void readsEveryOption();
    void explainsEveryOption();
    void printsTheVersion();
    void refusesInOneSentence_data();
    void refusesInOneSentence();
    void putsTheOptionsBeforeEnvironmentAndFile();
    void keepsTheDemoAwayFromRealData();
    void readsTheUsersOwnFile();
    void keepsTheLedgerInTheDataFolder();
    void checksAConfiguration();
    void checkNamesWhatIsWrong();
    void changesNothingOnDisk();

private:
    QTemporaryDir m_home;
};

namespace {

core::Result<CommandLine> parse(const QStringList &arguments)
{
    return parseCommandLine(QStringList{u"capstan"_s} + arguments);
}

void write(const QString &name, const QByteArray &text)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write the test's file");
    }
}

} // namespace

void TstCommandLine::init()
{
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
}

void TstCommandLine::runsTheWindowWithoutArguments()
{
    const auto line = parse({});
    QVERIFY(line);
    QCOMPARE(*line, CommandLine());
}

void TstCommandLine::readsEveryOption()
{
    const auto line = parse({u"--headless"_s,
                             u"--port"_s,
                             u"0"_s,
                             u"--listen=0.0.0.0"_s,
                             u"--data-dir"_s,
                             u"some/dir/"_s,
                             u"--config"_s,
                             u"c.yaml"_s,
                             u"--upstream"_s,
                             u"http://gpu:8000/v1/"_s});
    QVERIFY(line);
    QVERIFY(line->headless);
    QVERIFY(!line->demo);
    QCOMPARE(line->port, quint16(0));
    QCOMPARE(line->listen, "0.0.0.0"_ba);
    QCOMPARE(line->dataDir, QDir::current().absoluteFilePath(u"some/dir"_s));
    QCOMPARE(line->configFile, u"c.yaml"_s);
    QCOMPARE(line->upstream, "http://gpu:8000/v1"_ba);
    QVERIFY(parse({u"--demo"_s})->demo);
    QCOMPARE(parse({u"check-config"_s})->action, CommandLine::Action::CheckConfig);
}

void TstCommandLine::explainsEveryOption()
{
    const auto line = parse({u"--help"_s});
    QCOMPARE(line->action, CommandLine::Action::PrintText);
    for (const auto &option : {"--headless",
                               "--demo",
                               "--port N",
                               "--listen ADDR",
                               "--data-dir DIR",
                               "--config FILE",
                               "--upstream URL",
                               "--version",
                               "--help",
                               "check-config"}) {
        QVERIFY2(line->text.contains(QLatin1StringView(option)), option);
    }
}

void TstCommandLine::printsTheVersion()
{
    const QRegularExpression version(u"^capstan \\d+\\.\\d+\\.\\d+\n$"_s);
    QVERIFY(version.match(parse({u"--version"_s})->text).hasMatch());
}

void TstCommandLine::refusesInOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &arguments, const QString &expected) {
        QTest::addRow("%s", qPrintable(arguments)) << arguments.split(u' ') << expected;
    };
    row(u"--frobnicate"_s, u"Unknown option 'frobnicate'."_s);
    row(u"-x"_s, u"Unknown option 'x'."_s);
    row(u"--port"_s, u"Missing value after '--port'."_s);
    row(u"--port --demo"_s, u"--port has no value."_s);
    row(u"--port="_s, u"--port has no value."_s);
    row(u"--port abc"_s, u"--port: \"abc\" is not a port."_s);
    row(u"--port 70000"_s, u"--port: \"70000\" is not a port."_s);
    row(u"--port -1"_s, u"--port: \"-1\" is not a port."_s);
    row(u"--port +1"_s, u"--port: \"+1\" is not a port."_s);
    row(u"--port 1 --port 2"_s, u"--port is given twice."_s);
    row(u"--listen localhost"_s, u"--listen: \"localhost\" is not an IP address."_s);
    row(u"--listen 256.1.1.1"_s, u"--listen: \"256.1.1.1\" is not an IP address."_s);
    row(u"--upstream gpu"_s, u"--upstream: \"gpu\" is not an http address."_s);
    row(u"--upstream http://u:p@gpu"_s, u"--upstream: \"*****@gpu\" has a user"_s);
    row(u"--data-dir --demo"_s, u"--data-dir has no value."_s);
    row(u"--data-dir /dev/null"_s, u"--data-dir: \"/dev/null\" is a file."_s);
    row(u"--headless=yes"_s, u"Unexpected value after '--headless'."_s);
    row(u"--demo --upstream http://h"_s, u"--demo starts an upstream of its own"_s);
    row(u"start"_s, u"\"start\" is not a command"_s);
    row(u"check-config capstan.yaml"_s, u"check-config takes no argument \"capstan.yaml\"."_s);
}

void TstCommandLine::refusesInOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    const auto line = parse(arguments);
    QVERIFY(!line);
    QVERIFY2(line.error().message.startsWith(expected), qPrintable(line.error().message));
    const QString printed = printable(line.error());
    QVERIFY(printed.startsWith("capstan: "_L1));
    QCOMPARE(printed.count(u'\n'), 1);
}

void TstCommandLine::putsTheOptionsBeforeEnvironmentAndFile()
{
    const QString file = m_home.filePath(u"given.yaml"_s);
    write(file,
          "server: { port: 1111, listen: 127.0.0.2, data_dir: /srv/file }\n"
          "providers: { vllm: { type: openai, base_url: \"http://file/v1\" } }\n");
    QProcessEnvironment environment;
    const QStringList config{u"--config"_s, file};
    auto got = configurationFor(*parse(config), environment);
    QVERIFY(got);
    QCOMPARE(got->server.port, 1111);
    QCOMPARE(got->server.dataDir, u"/srv/file"_s);
    QCOMPARE(got->providers.front().baseUrl, "http://file/v1"_ba);

    environment.insert(u"VLLM_BASE_URL"_s, u"http://environment/v1"_s);
    got = configurationFor(*parse(config), environment);
    QCOMPARE(got->providers.front().baseUrl, "http://environment/v1"_ba);

    got = configurationFor(*parse(config + QStringList{u"--upstream=http://option/v1"_s,
                                                       u"--port=0"_s,
                                                       u"--listen=::1"_s,
                                                       u"--data-dir=/srv/option"_s}),
                           environment);
    QCOMPARE(got->providers.front().baseUrl, "http://option/v1"_ba);
    QCOMPARE(got->server.port, 0);
    QCOMPARE(got->server.listen, "::1"_ba);
    QCOMPARE(got->server.dataDir, u"/srv/option"_s);
}

void TstCommandLine::keepsTheDemoAwayFromRealData()
{
    QVERIFY(QDir(m_home.path()).mkpath(u"capstan"_s));
    write(m_home.filePath(u"capstan/capstan.yaml"_s), "server: { data_dir: /srv/real }\n");
    QProcessEnvironment environment;
    environment.insert(u"DATABASE_URL"_s, u"sqlite:///srv/real.db"_s);
    const auto got = configurationFor(*parse({u"--demo"_s}), environment);
    QVERIFY(got);
    QVERIFY(got->server.dataDir.isEmpty());
    QVERIFY(got->databaseFile.isEmpty());
    QVERIFY(QFile::remove(m_home.filePath(u"capstan/capstan.yaml"_s)));
}

void TstCommandLine::readsTheUsersOwnFile()
{
    QVERIFY(QDir(m_home.path()).mkpath(u"capstan"_s));
    const QString own = m_home.filePath(u"capstan/capstan.yaml"_s);
    write(own, "server: { port: 1234 }\n");
    QCOMPARE(configurationFor(*parse({}), {})->server.port, 1234);
    write(own, "server: { port: x }\n");
    QVERIFY(
        configurationFor(*parse({}), {}).error().message.startsWith(own + u":1: server.port"_s));
    QVERIFY(QFile::remove(own));
    QCOMPARE(configurationFor(*parse({}), {})->server.port, 7007);
}

void TstCommandLine::keepsTheLedgerInTheDataFolder()
{
    QProcessEnvironment environment;
    QCOMPARE(ledgerFile(*configurationFor(*parse({}), environment)),
             m_home.filePath(u"capstan/ledger.db"_s));
    environment.insert(u"DATABASE_URL"_s, u"sqlite:///srv/l.db"_s);
    QCOMPARE(ledgerFile(*configurationFor(*parse({}), environment)), u"/srv/l.db"_s);
    QCOMPARE(ledgerFile(*configurationFor(*parse({u"--data-dir=/x"_s}), environment)),
             u"/x/ledger.db"_s);
}

void TstCommandLine::checksAConfiguration()
{
    const QString file = QStringLiteral(CAPSTAN_SOURCE_DIR "/resources/capstan.example.yaml");
    QString out;
    QString err;
    QTextStream outStream(&out);
    QTextStream errStream(&err);
    const auto line = parse({u"check-config"_s, u"--config"_s, file});
    QCOMPARE(checkConfig(*line, {}, outStream, errStream), 0);
    QVERIFY2(out.startsWith(u"OK: "_s + file + u": 2 providers, 2 models, 1 route"_s),
             qPrintable(out));
    QVERIFY(out.contains("OPENAI_API_KEY is not set"_L1));
    QCOMPARE(err, QString());
}

void TstCommandLine::checkNamesWhatIsWrong()
{
    const QString file = m_home.filePath(u"bad.yaml"_s);
    write(file, "server:\n  port: 70000\n");
    QString out;
    QString err;
    QTextStream outStream(&out);
    QTextStream errStream(&err);
    const auto line = parse({u"check-config"_s, u"--config"_s, file});
    QCOMPARE(checkConfig(*line, {}, outStream, errStream), UsageExitCode);
    QCOMPARE(err,
             u"capstan: %1:2: server.port: \"70000\" is not a port. "
             "Give a whole number from 0 to 65535.\n"_s.arg(file));
    QCOMPARE(out, QString());
}

void TstCommandLine::changesNothingOnDisk()
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    QVERIFY(configurationFor(*parse({u"--data-dir"_s, home.filePath(u"new"_s)}), {}));
    QVERIFY(configurationFor(*parse({}), {}));
    QVERIFY(QDir(home.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TstCommandLine)
#include "tst_commandline.moc"
