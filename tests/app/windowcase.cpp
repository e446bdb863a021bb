// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/windowcase.h"

#include "tests/support/httpclient.h"

#include "core/configuration/ownersettingsfile.h"
#include "core/ledger/ledgercontents.h"

#include <QApplication>
#include <QDir>
#include <QQuickWindow>
#include <QTest>
#include <QUrl>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

WindowCase::WindowCase()
    : m_simulation(u"vllm-sim"_s, {u"--port"_s, u"0"_s, u"--model"_s, u"cent"_s})
{}

void WindowCase::begin(const QByteArray &config)
{
    QVERIFY(m_simulation.isListening());
    core::OwnerSettings welcomed;
    welcomed.isWelcomed = true;
    QVERIFY(QDir().mkpath(path(u"data"_s)));
    QVERIFY(core::OwnerSettingsFile(path(u"data/settings.ini"_s)).write(welcomed).ok());
    app::CommandLine line;
    line.port = 0;
    line.dataDir = path(u"data"_s);
    line.configFile = written(u"capstan.yaml"_s, config.isEmpty() ? configuration() : config);
    m_desktop = std::make_unique<Desktop>();
    m_desktop->setReducedMotion(true);
    m_windowed = std::make_unique<app::WindowedService>(centre());
    const core::Outcome prepared = m_windowed->prepare(line);
    QVERIFY2(prepared.ok(), qPrintable(prepared.ok() ? QString() : prepared.error().message));
    QVERIFY(m_windowed->start().ok());
    settings().configurationImport()->setFolder(m_folder.path());
    QVERIFY(m_desktop->show());
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
    m_hand = std::make_unique<Hand>(window());
}

void WindowCase::end()
{
    m_hand.reset();
    m_windowed.reset();
    m_desktop.reset();
}

QString WindowCase::written(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    const bool ok = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    return ok ? file.fileName() : QString();
}

QByteArray WindowCase::configuration(const QByteArray &model) const
{
    return "providers:\n  vllm: { type: openai, base_url: \"http://127.0.0.1:" +
           QByteArray::number(m_simulation.port()) + "/v1\" }\nmodels:\n  " + model +
           ": { provider: vllm, physical_name: cent, price: { input: 0, output: 10000 } }\n";
}

core::Ledger::Sum WindowCase::counted(const QString &file) const
{
    const QString ledger = file.isEmpty() ? m_windowed->service().ledgerFile() : file;
    const auto contents = core::contentsOfLedger(ledger, {}, {});
    return contents.ok() ? contents->all : core::Ledger::Sum();
}

quint16 WindowCase::port() const
{
    return static_cast<quint16>(QUrl(m_windowed->service().url()).port());
}

// In a thread of its own: the service needs this one's event loop.
int WindowCase::call(int tokens, const QByteArray &model) const
{
    const QByteArray count = QByteArray::number(tokens);
    const QByteArray body = "{\"model\":\"" + model + "\",\"max_tokens\":" + count +
                            ",\"messages\":[{\"role\":\"user\",\"content\":\"[[tokens=" + count +
                            "]]\"}]}";
    std::atomic<int> status = -1;
    std::thread client([this, &body, &status] {
        status = test::HttpClient(port())
                     .post("/v1/chat/completions", body, "X-Tenant-Id: research\r\n")
                     .status();
    });
    (void)QTest::qWaitFor([&] { return status != -1; }, Patience);
    client.join();
    return status;
}

bool WindowCase::openResearch()
{
    return m_hand->click(u"page tenants"_s) && m_hand->click(u"tenant research"_s);
}

int runAlone(std::unique_ptr<QObject> (*make)(), int argc, char **argv)
{
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qunsetenv("VLLM_BASE_URL");
    qunsetenv("DATABASE_URL");
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication::setQuitOnLastWindowClosed(false);
    const QApplication application(argc, argv);
    return QTest::qExec(make().get(), argc, argv);
}
