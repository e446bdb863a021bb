// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The service is exchanged while the window waits for its answers: nobody waits for ever.
#include "app/viewmodels/controlcentre.h"
#include "app/windowedservice.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class RestartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void freesWhatIsAskedAtAClick();
    void asksAgainWhatIsShown();

private:
    [[nodiscard]] SettingsModel &settings() { return *m_centre.settings(); }

    core::SystemClock m_clock;
    ControlCentre m_centre{m_clock};
    QTemporaryDir m_folder;
    std::unique_ptr<app::WindowedService> m_windowed;
};

void RestartTest::init()
{
    app::CommandLine line;
    line.port = 0;
    line.dataDir = m_folder.path();
    m_windowed.reset();
    m_windowed = std::make_unique<app::WindowedService>(m_centre);
    QVERIFY(m_windowed->prepare(line).ok());
    QVERIFY(m_windowed->start().ok());
}

void RestartTest::freesWhatIsAskedAtAClick()
{
    settings().ledger()->prove();
    settings().reconciliation()->compare();
    m_centre.alerts()->testWebhook();
    m_windowed->restart(); // before any answer could come
    QVERIFY(!settings().ledger()->isBusy());
    QVERIFY(!settings().reconciliation()->isComparing());
    QVERIFY(!m_centre.alerts()->isTesting());
    settings().reconciliation()->compare(); // the new one answers
    QTRY_VERIFY(!settings().reconciliation()->isComparing());
    QVERIFY(!settings().reconciliation()->verdict().isEmpty());
}

void RestartTest::asksAgainWhatIsShown()
{
    ReportsModel &reports = *m_centre.reports();
    AlertHistoryModel &history = *m_centre.alerts()->history();
    reports.setShown(true);
    history.setShown(true);
    QVERIFY(reports.isBusy());
    QVERIFY(history.isLoading());
    m_windowed->restart();
    QTRY_VERIFY(reports.isAnswered() && !reports.isBusy());
    QTRY_VERIFY(!history.isLoading());
    QCOMPARE(reports.errorText(), QString());
    QCOMPARE(history.errorText(), QString());
}

QTEST_MAIN(RestartTest)
#include "tst_restart.moc"
