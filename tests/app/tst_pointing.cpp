// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3: what commands do with files, a person does by pointing, and sees the consequence before.
// The real window on the real service in front of the simulated vLLM, with real input events.
#include "tests/app/hand.h"
#include "tests/support/httpclient.h"
#include "tests/support/program.h"

#include "app/desktop.h"
#include "app/windowedservice.h"
#include "core/configuration/ownersettingsfile.h"
#include "core/ledger/ledgercontents.h"
#include "core/ledger/ledgerfile.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

/// A restart of the service, with all of this machine busy.
constexpr int Patience = 60'000;
constexpr int PricesPage = 3;
constexpr int ReportsPage = 5;
constexpr int SettingsPage = 6;

const QByteArray Log =
    R"({"timestamp":"2026-03-24T10:00:01Z","request_id":"r-1","tenant_id":"archive",)"
    R"("tokens_in":100,"tokens_out":50,"status":"success","estimated_cost_usd":0.25})"
    "\n{\"tenant_id\":\"archive\"}\n";

/// No model of this test is allowed.
const QByteArray Strict =
    "version: \"1\"\n"
    "namespaces:\n"
    "  default:\n"
    "    rules:\n"
    "      - { id: only-other, primitive: model_allow, models: [other], action: deny }\n";

} // namespace

class TstPointing : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    test::Program m_simulation{u"vllm-sim"_s, {u"--port"_s, u"0"_s, u"--model"_s, u"cent"_s}};
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Hand> m_hand;
    std::unique_ptr<app::WindowedService> m_windowed;

    [[nodiscard]] QQuickWindow &window() const { return *m_desktop->window(); }
    [[nodiscard]] ControlCentre &centre() const { return m_desktop->controlCentre(); }
    [[nodiscard]] SettingsModel &settings() const { return *centre().settings(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QString written(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        const bool ok = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        return ok ? file.fileName() : QString();
    }
    /// Everything that clients may ask for is one model.
    [[nodiscard]] QByteArray configuration(const QByteArray &model = "cent") const
    {
        return "providers:\n  vllm: { type: openai, base_url: \"http://127.0.0.1:" +
               QByteArray::number(m_simulation.port()) + "/v1\" }\nmodels:\n  " + model +
               ": { provider: vllm, physical_name: cent, price: { input: 0, output: 10000 } }\n";
    }
    /// What the ledger counts, whole.
    [[nodiscard]] core::Ledger::Sum counted(const QString &file = {}) const
    {
        const QString ledger = file.isEmpty() ? m_windowed->service().ledgerFile() : file;
        const auto contents = core::contentsOfLedger(ledger, {}, {});
        return contents.ok() ? contents->all : core::Ledger::Sum();
    }
    /// Five tokens, at a cent each.
    int call(const QByteArray &model = "cent")
    {
        const auto port = static_cast<quint16>(QUrl(m_windowed->service().url()).port());
        std::atomic<int> status = -1;
        std::thread client([&] {
            status = test::HttpClient(port)
                         .post("/v1/chat/completions",
                               "{\"model\":\"" + model + "\",\"max_tokens\":8," +
                                   R"("messages":[{"role":"user","content":"[[tokens=5]]"}]})",
                               "X-Tenant-Id: research\r\n")
                         .status();
        });
        (void)QTest::qWaitFor([&] { return status != -1; }, Patience);
        client.join();
        return status;
    }

    static QStringList tenantsIn(ReportsModel &reports)
    {
        QStringList names;
        const ReportTable &table = *reports.table();
        for (int row = 0; row < table.rowCount(); ++row) {
            names += table.data(table.index(row), ReportTable::Cells).toStringList().constFirst();
        }
        names.sort();
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_simulation.isListening());
        core::OwnerSettings welcomed;
        welcomed.isWelcomed = true;
        QVERIFY(QDir().mkpath(path(u"data"_s)));
        QVERIFY(core::OwnerSettingsFile(path(u"data/settings.ini"_s)).write(welcomed).ok());
        app::CommandLine line;
        line.port = 0;
        line.dataDir = path(u"data"_s);
        line.configFile = written(u"capstan.yaml"_s, configuration());
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
        QCOMPARE(call(), 200);
        QTRY_COMPARE(counted().calls, 1);
        window().setProperty("page", SettingsPage);
    }
    void cleanupTestCase()
    {
        m_windowed.reset();
        m_desktop.reset();
    }

    void importsCallsFromBefore()
    {
        const FileImport &import = *settings().usageImport();
        QVERIFY(m_hand->press(u"askForUsage"_s));
        QVERIFY(m_hand->enter(u"importFile"_s, written(u"usage.jsonl"_s, Log)));
        QTRY_VERIFY_WITH_TIMEOUT(import.isReady(), Patience);
        QVERIFY2(import.summary().startsWith(u"1 call, $0.25"_s), qPrintable(import.summary()));
        QVERIFY2(import.details().contains(u"Line 2: it has no timestamp."_s),
                 qPrintable(import.details()));
        QCOMPARE(counted().calls, 1); // only shown so far
        QVERIFY(m_hand->press(u"bringIn"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!import.doneText().isEmpty(), Patience);
        QCOMPARE(counted().calls, 2);
        QCOMPARE(counted().cost, Money::fromNanos(300'000'000)); // $0.05 and $0.25
        QTest::keyClick(&window(), Qt::Key_Escape);
        // Once more adds nothing, and says so before.
        QVERIFY(m_hand->press(u"askForUsage"_s));
        QVERIFY(m_hand->enter(u"importFile"_s, path(u"usage.jsonl"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(import.details().startsWith(u"Nothing is new."_s), Patience);
        QVERIFY(!import.isReady());
        QTest::keyClick(&window(), Qt::Key_Escape);
    }

    void translatesAnotherGatewaysConfiguration()
    {
        const FileImport &import = *settings().configurationImport();
        QVERIFY(m_hand->press(u"askForConfiguration"_s));
        QVERIFY(m_hand->enter(u"importFile"_s,
                              QStringLiteral(CAPSTAN_SOURCE_DIR "/tests/commandline/config.yaml")));
        QTRY_VERIFY_WITH_TIMEOUT(!import.text().isEmpty(), Patience);
        QVERIFY(import.text().contains(u"providers:"_s));
        QVERIFY(m_hand->press(u"copyConfiguration"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), import.text());
        // Beside the one that this test has, never over it.
        QVERIFY(m_hand->press(u"saveConfiguration"_s));
        QTRY_VERIFY2(import.doneText().contains(u"capstan-2.yaml"_s),
                     qPrintable(import.doneText()));
        QTest::keyClick(&window(), Qt::Key_Escape);
        // What is none says so.
        QVERIFY(m_hand->press(u"askForConfiguration"_s));
        QVERIFY(m_hand->enter(u"importFile"_s, path(u"usage.jsonl"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(!import.errorText().isEmpty(), Patience);
        QTest::keyClick(&window(), Qt::Key_Escape);
    }

    void triesAPolicyBeforeItIsInForce()
    {
        window().setProperty("page", ReportsPage);
        const PolicyTrial &trial = *centre().reports()->policy();
        QVERIFY(m_hand->press(u"askForPolicy"_s));
        QVERIFY(m_hand->enter(u"policyFile"_s,
                              written(u"broken.yaml"_s, "version: \"1\"\nrulez: []\n")));
        QTRY_VERIFY_WITH_TIMEOUT(!trial.errorText().isEmpty(), Patience);
        QVERIFY2(trial.errorText().contains(u"rulez"_s), qPrintable(trial.errorText()));
        QTest::keyClick(&window(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(m_hand->enter(u"policyFile"_s, written(u"strict.yaml"_s, Strict)));
        QTRY_VERIFY_WITH_TIMEOUT(trial.isAnswered(), Patience);
        QVERIFY2(trial.summary().startsWith(u"Of 1 call, 1 would have been refused; 0 were."_s),
                 qPrintable(trial.summary()));
        QCOMPARE(trial.rows().size(), 1U);
        QVERIFY(trial.rows().front().name.endsWith(u"only-other"_s));
        QCOMPARE(call(), 200); // it is not in force
        QTest::keyClick(&window(), Qt::Key_Escape);
        window().setProperty("page", SettingsPage);
    }

    void pointsAtAFileInTheDesktopsDialog()
    {
        const FileImport &import = *settings().usageImport();
        QVERIFY(m_hand->press(u"askForUsage"_s));
        QVERIFY(m_hand->press(u"chooseFile"_s));
        QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
        auto *const dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->nameFilters().constFirst().contains(u"*.jsonl"_s));
        auto *const name = dialog->findChild<QLineEdit *>();
        QVERIFY(name != nullptr);
        name->selectAll();
        QTest::keyClicks(name, written(u"pointed.jsonl"_s, Log));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(m_hand->find(u"importFile"_s)->property("text").toString(),
                     path(u"pointed.jsonl"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!import.summary().isEmpty(), Patience);
        window().requestActivate(); // as a window manager does, which a bare screen has none of
        QTRY_VERIFY(window().isActive());
        QTest::keyClick(&window(), Qt::Key_Escape);
        QTRY_VERIFY(m_hand->find(u"importFile"_s) == nullptr);
    }

    // The two calls of this test, five tokens each, at a tenth of a cent instead of one.
    void showsWhatAnotherPriceWouldHaveCost()
    {
        QTRY_COMPARE(counted().calls, 3);
        PriceEditor &editor = *centre().prices()->editor();
        editor.edit(u"cent"_s);
        editor.setOutput(u"1000"_s);
        const PricePast &past = *centre().prices()->past();
        QTRY_COMPARE_WITH_TIMEOUT(
            past.text(),
            u"Last 7 days: $0.10 spent in all; at this price it would have been $0.01."_s,
            Patience);
        editor.clear();
    }

    // S3-20: as `capstan report --telemetry FILE`
    void reportsOnALogWithoutTakingItIn()
    {
        window().setProperty("page", ReportsPage);
        ReportsModel &reports = *centre().reports();
        reports.choose(u"cost_by_tenant_and_feature"_s);
        QTRY_COMPARE(counted().calls, 3);
        QVERIFY(m_hand->chooseLast(u"reportSource"_s));
        QVERIFY(
            m_hand->enter(u"logFile"_s, written(u"torn.jsonl"_s, "{\"tenant_id\":\"archive\"}\n")));
        QTRY_COMPARE_WITH_TIMEOUT(reports.errorText(),
                                  u"No line of the log can be used. Give JSON lines that have at "
                                  "least a timestamp and estimated_cost_usd."_s,
                                  Patience);
        QVERIFY(m_hand->chooseLast(u"reportSource"_s));
        QVERIFY(m_hand->enter(u"logFile"_s, written(u"usage.jsonl"_s, Log)));
        QTRY_VERIFY_WITH_TIMEOUT(reports.isAnswered() && !reports.isBusy(), Patience);
        QCOMPARE(reports.errorText(), QString());
        QCOMPARE(reports.sources().constLast(), u"usage.jsonl"_s);
        QCOMPARE(tenantsIn(reports), QStringList{u"archive"_s});
        QCOMPARE(counted().calls, 3); // nothing of it was taken in

        // A log that has grown is read anew.
        written(u"usage.jsonl"_s,
                Log + QByteArray(Log).replace("archive", "second").replace("r-1", "r-2"));
        reports.run();
        QTRY_COMPARE_WITH_TIMEOUT(
            tenantsIn(reports), (QStringList{u"archive"_s, u"second"_s}), Patience);
        reports.closeLog();
        QTRY_VERIFY_WITH_TIMEOUT(tenantsIn(reports).contains(u"research"_s), Patience);
        window().setProperty("page", SettingsPage);
    }

    void backsUpToAFileOfOnesChoice()
    {
        QVERIFY(m_hand->press(u"backUpTo"_s));
        QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
        auto *const dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        auto *const name = dialog->findChild<QLineEdit *>();
        QVERIFY(name != nullptr);
        QVERIFY(name->text().startsWith(u"ledger-"_s));
        name->selectAll();
        QTest::keyClicks(name, path(u"of-mine.db"_s));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(u"of-mine.db"_s)), Patience);
        QCOMPARE(counted(path(u"of-mine.db"_s)).calls, counted().calls);
        window().requestActivate(); // as a window manager does, which a bare screen has none of
        QTRY_VERIFY(window().isActive());
    }

    // Its price is configured, so that one of one's own can go.
    void removesAnOwnPriceAndTakesThatBack()
    {
        PriceListModel &prices = *centre().prices();
        PriceEditor &editor = *prices.editor();
        const auto input = [this] {
            const auto book = m_windowed->service().prices();
            return book->find(u"cent", m_windowed->service().clock().now())->rates.input;
        };
        window().setProperty("page", PricesPage);
        prices.chooseModel(u"cent"_s);
        editor.setInput(u"2.00"_s);
        editor.setOutput(u"100"_s);
        QVERIFY(m_hand->press(u"savePrice"_s));
        QTRY_COMPARE(input(), 2'000'000'000);
        QTRY_VERIFY(editor.isOwn());
        QVERIFY(m_hand->press(u"removeOwnPrice"_s));
        QTRY_VERIFY(editor.removal()->isAsking());
        QTRY_VERIFY_WITH_TIMEOUT(editor.removal()->text().contains(u"1 tenant"_s), Patience);
        QCOMPARE(input(), 2'000'000'000); // only said so far
        QVERIFY(m_hand->press(u"removePrice"_s));
        QTRY_COMPARE(input(), 0);
        QTRY_VERIFY(!editor.isOwn());
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(input(), 2'000'000'000);
        QTRY_VERIFY(editor.isOwn());
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(input(), 0); // before it was set
        window().setProperty("page", SettingsPage);
    }

    void restoresABackupAtTheNextStart()
    {
        const LedgerRestore &restore = *settings().restore();
        QTRY_COMPARE(counted().calls, 3);
        QVERIFY(m_hand->press(u"backUp"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!settings().ledger()->isBusy(), Patience);
        const QDir backups(path(u"data/backups"_s));
        const QStringList copies = backups.entryList({u"ledger-*.db"_s}, QDir::Files);
        QCOMPARE(copies.size(), 1);
        QCOMPARE(call(), 200); // which is to be lost
        QTRY_COMPARE(counted().calls, 4);

        QVERIFY(m_hand->press(u"askForRestore"_s));
        QVERIFY(m_hand->enter(u"restoreFile"_s, backups.filePath(copies.first())));
        QTRY_VERIFY_WITH_TIMEOUT(restore.isReady(), Patience);
        QVERIFY2(restore.lossText().startsWith(u"1 call, $0.05, will not be counted any more."_s),
                 qPrintable(restore.lossText()));
        QVERIFY(!restore.isPrepared()); // only said so far
        QVERIFY(m_hand->press(u"restoreBackup"_s));
        QTRY_VERIFY_WITH_TIMEOUT(restore.isPrepared(), Patience);
        QCOMPARE(counted().calls, 4); // until the next start
        // Called off, and asked for again.
        QVERIFY(m_hand->press(u"cancelRestore"_s));
        QTRY_VERIFY(!restore.isPrepared());
        QVERIFY(!core::ledgerfile::isRestorePrepared(m_windowed->service().ledgerFile()));
        QVERIFY(m_hand->press(u"askForRestore"_s));
        QVERIFY(m_hand->enter(u"restoreFile"_s, backups.filePath(copies.first())));
        QTRY_VERIFY_WITH_TIMEOUT(restore.isReady(), Patience);
        QVERIFY(m_hand->press(u"restoreBackup"_s));
        QTRY_VERIFY_WITH_TIMEOUT(restore.isPrepared(), Patience);
        const QString url = m_windowed->service().url();
        QVERIFY(m_hand->press(u"startAgain"_s));
        QTRY_VERIFY_WITH_TIMEOUT(restore.stateText().contains(u"before-restore"_s), Patience);
        QCOMPARE(m_windowed->service().url(), url); // where clients know it
        QCOMPARE(counted().calls, 3);
        QCOMPARE(call(), 200);
        QTRY_COMPARE(counted().calls, 4);
        // The former one is whole, beside it.
        const QDir data(path(u"data"_s));
        const QStringList former = data.entryList({u"ledger.db.before-restore-*"_s}, QDir::Files);
        QCOMPARE(former.size(), 1);
        QCOMPARE(counted(data.filePath(former.first())).calls, 4);
    }

    // As `capstan check-config`, and what it would change.
    void checksAnEditedConfigurationBeforeItIsInForce()
    {
        const ConfigurationCheck &check = *settings().check();
        QVERIFY(m_hand->press(u"checkConfiguration"_s));
        QTRY_COMPARE(check.verdict(), u"It can be read, and is in force as it stands."_s);
        QVERIFY(m_hand->find(u"startWithConfiguration"_s) == nullptr);

        written(u"capstan.yaml"_s, configuration() + "rulez: []\n");
        QVERIFY(m_hand->press(u"checkConfiguration"_s));
        QTRY_VERIFY(check.hasFailed());
        QVERIFY2(check.verdict().contains(u"rulez"_s), qPrintable(check.verdict()));
        // Another change must not take the proxy with it.
        settings().setRequireKeys(true);
        QVERIFY(m_hand->press(u"restartProxy"_s));
        QTRY_VERIFY(settings().errorText().contains(u"rulez"_s));
        QCOMPARE(call(), 200);
        settings().clearError();
        settings().setRequireKeys(false);

        written(u"capstan.yaml"_s, configuration("penny"));
        QVERIFY(m_hand->press(u"checkConfiguration"_s));
        QTRY_COMPARE(check.details(), u"Model penny: new\nModel cent: gone"_s);
        QCOMPARE(call("penny"), 404); // only said so far
        QVERIFY(m_hand->press(u"startWithConfiguration"_s));
        QTRY_VERIFY_WITH_TIMEOUT(check.details().isEmpty(), Patience);
        QCOMPARE(call("penny"), 200);
    }

    void refusesWhatIsNoBackup()
    {
        const LedgerRestore &restore = *settings().restore();
        QVERIFY(m_hand->press(u"askForRestore"_s));
        QVERIFY(m_hand->enter(u"restoreFile"_s, m_windowed->service().ledgerFile()));
        QTRY_VERIFY_WITH_TIMEOUT(restore.errorText().contains(u"the ledger itself"_s), Patience);
        QTest::keyClick(&window(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(m_hand->enter(u"restoreFile"_s, path(u"usage.jsonl"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(
            !restore.isBusy() && !restore.errorText().contains(u"the ledger itself"_s), Patience);
        QVERIFY(!restore.errorText().isEmpty());
        QVERIFY(!restore.isReady());
        QTest::keyClick(&window(), Qt::Key_Escape);
    }
};

int main(int argc, char **argv)
{
    // Nothing of the user's own: no capstan.yaml, no secrets, no keychain, no other dialogs.
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qunsetenv("VLLM_BASE_URL");
    qunsetenv("DATABASE_URL");
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication::setQuitOnLastWindowClosed(false);
    const QApplication application(argc, argv);
    TstPointing test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pointing.moc"
