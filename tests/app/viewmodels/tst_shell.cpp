// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/shell.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
core::Snapshot running(int count)
{
    core::Snapshot snapshot;
    snapshot.runningCount = count;
    return snapshot;
}
} // namespace

class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesIntoTheTrayAndSaysSoOnce();
    void asksOnCloseWhereThereIsNoTray();
    void quitsAtOnceWhileNothingRuns();
    void asksWhileCallsRun();
};

void ShellTest::closesIntoTheTrayAndSaysSoOnce()
{
    Shell shell;
    shell.setTrayPresent(true);
    shell.apply(running(3));
    QSignalSpy hidden(&shell, &Shell::hideWanted);
    QSignalSpy hinted(&shell, &Shell::hintWanted);
    QSignalSpy asked(&shell, &Shell::quitAsked);
    shell.closeWindow();
    shell.closeWindow();
    QCOMPARE(hidden.count(), 2);
    QCOMPARE(hinted.count(), 1);
    QCOMPARE(asked.count(), 0);

    Shell later; // the next session
    later.setTrayPresent(true);
    later.setHintGiven(true);
    QSignalSpy again(&later, &Shell::hintWanted);
    later.closeWindow();
    QCOMPARE(again.count(), 0);
}

void ShellTest::asksOnCloseWhereThereIsNoTray()
{
    Shell shell;
    QSignalSpy asked(&shell, &Shell::quitAsked);
    QSignalSpy quit(&shell, &Shell::quitConfirmed);
    QSignalSpy minimised(&shell, &Shell::minimiseWanted);
    shell.closeWindow(); // nothing runs; but tenants may call
    QCOMPARE(asked.count(), 1);
    QCOMPARE(quit.count(), 0);
    QVERIFY(shell.isClosing());
    QVERIFY(!shell.isAnyRunning());
    QVERIFY2(shell.quitQuestion().contains(u"stops the proxy"_s), qPrintable(shell.quitQuestion()));
    QVERIFY(!shell.quitQuestion().contains(u"running"_s));
    shell.minimise();
    QCOMPARE(minimised.count(), 1);
    QCOMPARE(quit.count(), 0);

    shell.setTrayPresent(true); // one has come since
    shell.closeWindow();
    QCOMPARE(asked.count(), 1);
    shell.apply(running(1));
    shell.quit(); // not closing: the question is another one
    QVERIFY(!shell.isClosing());
    QVERIFY(!shell.quitQuestion().contains(u"tray"_s));
}

void ShellTest::quitsAtOnceWhileNothingRuns()
{
    Shell shell;
    shell.setTrayPresent(true);
    QSignalSpy asked(&shell, &Shell::quitAsked);
    QSignalSpy quit(&shell, &Shell::quitConfirmed);
    shell.quit();
    QCOMPARE(asked.count(), 0);
    QCOMPARE(quit.constFirst().constFirst().toBool(), false);
}

void ShellTest::asksWhileCallsRun()
{
    Shell shell;
    shell.apply(running(8));
    QVERIFY2(shell.quitQuestion().startsWith(u"8 call"_s), qPrintable(shell.quitQuestion()));
    QSignalSpy shown(&shell, &Shell::showWanted);
    QSignalSpy asked(&shell, &Shell::quitAsked);
    QSignalSpy quit(&shell, &Shell::quitConfirmed);
    shell.quit();
    QCOMPARE(shown.count(), 1); // the question needs a window
    QCOMPARE(asked.count(), 1);
    QCOMPARE(quit.count(), 0);
    shell.confirmQuit(true);
    QCOMPARE(quit.constFirst().constFirst().toBool(), true);
}

QTEST_MAIN(ShellTest)
#include "tst_shell.moc"
