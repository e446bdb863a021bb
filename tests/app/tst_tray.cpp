// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the window: one instance, closing and quitting.
#include "samplesnapshot.h"
#include "tests/support/program.h"

#include "app/tray/desktopsession.h"
#include "app/tray/startproblem.h"
#include "core/ledger/ledger.h"
#include "core/ledger/ledgerfile.h"

#include <QApplication>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QQuickWindow>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

class TrayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fitsTheScreen();
    void hidesTheWindowAndGoesOn();
    void asksBeforeItCutsCalls();
    void raisesTheFirstWindowOnASecondStart();
    void aSecondProgramRaisesThisWindow();
    void endsASecondProgramOnTheSameFolder();
    void offersAFreePortWhereOneIsTaken();
    void offersToTryAgainWhereTheLedgerIsOwned();

private:
    QTemporaryDir m_settings;
};

void TrayTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QApplication::setQuitOnLastWindowClosed(false);
}

// Run at 100 % and at 200 % scale: half the pixels then.
void TrayTest::fitsTheScreen()
{
    Desktop desktop;
    app::DesktopSession session(desktop);
    QVERIFY(session.begin());
    const QSize screen = desktop.window()->screen()->availableSize();
    if (screen.width() < desktop.window()->minimumWidth()) {
        QSKIP("no desktop has so small a screen");
    }
    QVERIFY(desktop.window()->width() <= screen.width());
    QVERIFY(desktop.window()->height() <= screen.height());
    QVERIFY(desktop.window()->width() == 1280 || screen.width() < 1280);
}

void TrayTest::hidesTheWindowAndGoesOn()
{
    Desktop desktop;
    app::DesktopSession session(desktop);
    QVERIFY(session.begin());
    desktop.shell().setTrayPresent(true);
    QSignalSpy quit(&session, &app::DesktopSession::quitWanted);
    QVERIFY(QTest::qWaitForWindowExposed(desktop.window()));
    desktop.window()->close(); // as the window manager's button does
    QTRY_VERIFY(!desktop.window()->isVisible());
    QCOMPARE(quit.count(), 0);
    QVERIFY(QSettings().value(u"tray/hintGiven"_s).toBool());
    session.showWindow();
    QVERIFY(desktop.window()->isVisible());
}

void TrayTest::asksBeforeItCutsCalls()
{
    Desktop desktop;
    app::DesktopSession session(desktop);
    QVERIFY(session.begin());
    session.apply(sample::snapshot());
    QSignalSpy quit(&session, &app::DesktopSession::quitWanted);
    QVERIFY(QTest::qWaitForWindowExposed(desktop.window()));
    QTest::keyClick(desktop.window(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(quit.count(), 0); // calls run in the sample
    // Return presses the focused button: let them finish.
    QTRY_VERIFY((QTest::keyClick(desktop.window(), Qt::Key_Return), quit.count() == 1));
    QCOMPARE(quit.constFirst().constFirst().toBool(), false);
}

void TrayTest::raisesTheFirstWindowOnASecondStart()
{
    QTemporaryDir folder;
    app::SingleInstance first(folder.path());
    QVERIFY(!first.askTheFirst());
    QVERIFY(first.listen());
    QSignalSpy shown(&first, &app::SingleInstance::showWanted);
    // The second one waits for the answer, so it needs a thread of its own.
    bool taken = false;
    std::unique_ptr<QThread> second(
        QThread::create([&] { taken = app::SingleInstance(folder.path()).askTheFirst(); }));
    second->start();
    QTRY_COMPARE(shown.count(), 1);
    QTRY_VERIFY(second->isFinished());
    QVERIFY(taken);
    QTemporaryDir other;
    QVERIFY(!app::SingleInstance(other.path()).askTheFirst());
}

// This process is the first Capstan, hidden in its tray; the second one is the real program.
void TrayTest::aSecondProgramRaisesThisWindow()
{
    const QTemporaryDir folder;
    Desktop desktop;
    app::DesktopSession session(desktop);
    app::SingleInstance first(folder.path());
    connect(&first, &app::SingleInstance::showWanted, &session, &app::DesktopSession::showWindow);
    QVERIFY(first.listen());
    QVERIFY(session.begin());
    desktop.shell().setTrayPresent(true);
    QVERIFY(QTest::qWaitForWindowExposed(desktop.window()));
    desktop.window()->close();
    QTRY_VERIFY(!desktop.window()->isVisible());
    // A backup that waits for the next start is none of the second one's business.
    const auto owner = core::ledgerfile::claim(folder.filePath(u"ledger.db"_s));
    QVERIFY(owner.ok());
    QFile waiting(folder.filePath(u"ledger.db.to-restore"_s));
    QVERIFY(waiting.open(QIODevice::WriteOnly));

    QProcessEnvironment environment = test::plainEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess second;
    second.setProcessEnvironment(environment);
    second.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"),
                 {u"--port"_s, u"0"_s, u"--data-dir"_s, folder.path()});
    QTRY_VERIFY_WITH_TIMEOUT(desktop.window()->isVisible(), 20'000);
    QVERIFY(QTest::qWaitForWindowActive(desktop.window()));
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(second.exitCode(), 0);
    QVERIFY(waiting.exists());
}

void TrayTest::endsASecondProgramOnTheSameFolder()
{
    QTemporaryDir folder;
    QProcessEnvironment environment = test::plainEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    const QStringList arguments{u"--port"_s, u"0"_s, u"--data-dir"_s, folder.path()};
    test::Program first(u"capstan"_s, arguments, environment);
    QVERIFY(first.isListening());
    QProcess second;
    second.setProcessEnvironment(environment);
    second.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"), arguments);
    QVERIFY(second.waitForFinished(20'000));
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(second.readAllStandardOutput(),
             "Capstan runs already; its window is in front now.\n"_ba);
    QCOMPARE(first.stop(), 0);
}

void TrayTest::offersAFreePortWhereOneIsTaken()
{
    const core::Error taken{core::ErrorCode::Unavailable,
                            u"Port 7007 is taken: another program listens on 127.0.0.1:7007."_s,
                            u"Stop that program, or choose another port."_s};
    QVERIFY(app::isAboutPort(taken));
    QTimer::singleShot(0, this, [] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        QVERIFY(box->text().startsWith(u"Port 7007 is taken"_s));
        for (QAbstractButton *button : box->buttons()) {
            if (button->text() == u"Use a free port"_s) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
    });
    QCOMPARE(app::askAboutStart(taken), app::StartChoice::AnotherPort);
}

void TrayTest::offersToTryAgainWhereTheLedgerIsOwned()
{
    QTemporaryDir folder;
    const test::Program owner(
        u"capstan"_s, {u"--headless"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, folder.path()});
    QVERIFY(owner.isListening());
    const QStringList files = QDir(folder.path()).entryList({u"*.lock"_s});
    QCOMPARE(files.size(), 1);
    const QString ledger = folder.filePath(QFileInfo(files.first()).completeBaseName());
    const auto opened = core::Ledger::open(ledger, core::Durability::Process);
    QVERIFY(!opened.ok());
    QVERIFY(!app::isAboutPort(opened.error()));
    QStringList buttons;
    QTimer::singleShot(0, this, [&] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        QCOMPARE(box->text(), opened.error().message);
        QCOMPARE(box->informativeText(), opened.error().remedy);
        for (QAbstractButton *button : box->buttons()) {
            buttons += button->text();
        }
        for (QAbstractButton *button : box->buttons()) {
            if (button->text() == u"Try again"_s) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
    });
    QCOMPARE(app::askAboutStart(opened.error()), app::StartChoice::TryAgain);
    QVERIFY(buttons.contains(u"Quit"_s) && !buttons.contains(u"Use a free port"_s));
}

QTEST_MAIN(TrayTest)
#include "tst_tray.moc"
