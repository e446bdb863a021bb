// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3: what `capstan decisions` prints, a person saves by pointing; and finds whoever the
// ledger knows. The real window on a real ledger.
#include "tests/app/hand.h"
#include "tests/app/windowpage.h"
#include "tests/core/ledger/samples.h"

#include "app/desktop.h"
#include "app/service/filemaker.h"
#include "app/service/ledgerreader.h"
#include "app/wishes.h"

#include <QApplication>
#include <QQuickItem>
#include <QQuickWindow>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {

/// All of this machine may be busy.
constexpr int Patience = 60'000;
constexpr int TenantsPage = 1;
constexpr int LogPage = 2;

} // namespace

class TstSavedLog : public QObject
{
    Q_OBJECT

    Fixture m_ledger;
    QTemporaryDir m_folder;
    std::unique_ptr<app::LedgerReader> m_reader;
    std::unique_ptr<app::FileMaker> m_maker;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Hand> m_hand;

    [[nodiscard]] QQuickWindow &window() const { return *m_desktop->window(); }
    [[nodiscard]] ControlCentre &centre() const { return m_desktop->controlCentre(); }
    [[nodiscard]] ActivityModel &log() const { return *centre().activity(); }
    /// As it is seen; empty: nothing is.
    [[nodiscard]] QString savedText() const
    {
        const QQuickItem *item = m_hand->find(u"savedText"_s);
        return item != nullptr ? item->property("text").toString() : QString();
    }
    [[nodiscard]] QByteArray saved(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    /// Three calls a minute apart: two of research, one of ops. Today nobody has called.
    void initTestCase()
    {
        const HoldRecord first = hold(1);
        const HoldRecord second = hold(2, Noon + 1min);
        const HoldRecord third = hold(3, Noon + 2min, by("ops"));
        QVERIFY(m_ledger.write({first,
                                settlement(first, 100),
                                second,
                                settlement(second, 200),
                                third,
                                settlement(third, 300)}));
        m_desktop = std::make_unique<Desktop>();
        m_desktop->setReducedMotion(true);
        m_reader = std::make_unique<app::LedgerReader>(m_ledger.path);
        m_maker = std::make_unique<app::FileMaker>(m_ledger.path);
        app::connectLedger(centre(), *m_reader);
        app::connectLogFile(centre(), *m_maker);
        core::Snapshot snapshot;
        snapshot.at = Noon + 24h;
        snapshot.zone = "UTC";
        centre().apply(snapshot);
        log().setFolder(m_folder.path());
        QVERIFY(m_desktop->show());
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        window().resize(800, 600);
        m_hand = std::make_unique<Hand>(window());
    }
    void init()
    {
        showPage(window(), LogPage);
        QTRY_COMPARE_WITH_TIMEOUT(log().count(), 3, Patience);
    }
    void cleanup()
    {
        log().clearFilters();
        log().setFolder(m_folder.path());
    }
    void cleanupTestCase() { m_desktop.reset(); }

    // 2026-11-21 is a day after the calls.
    void savesWhatTheFiltersHaveWithTheMouse()
    {
        log().tenant()->choose(u"research"_s);
        QTRY_COMPARE(log().count(), 2);
        QVERIFY(m_hand->click(u"saveLogCsv"_s));
        const QString name = u"capstan-log-2026-11-21.csv"_s;
        QTRY_COMPARE_WITH_TIMEOUT(savedText(), u"Saved as "_s + m_folder.filePath(name), Patience);
        const QByteArrayList lines = saved(name).split('\n');
        QCOMPARE(lines.size(), 4); // names, two calls, and the end
        QVERIFY2(lines.at(1).startsWith("2026-11-20T10:31:00.000Z,allowed,research,"), lines.at(1));
        QVERIFY2(lines.at(2).startsWith("2026-11-20T10:30:00.000Z,allowed,research,"), lines.at(2));
    }

    void savesAllForAProgramWithTheKeyboard()
    {
        QVERIFY(m_hand->press(u"saveLogJson"_s));
        const QString name = u"capstan-log-2026-11-21.json"_s;
        QTRY_COMPARE_WITH_TIMEOUT(savedText(), u"Saved as "_s + m_folder.filePath(name), Patience);
        QCOMPARE(saved(name).count("\"request_id\""), 3);
    }

    void saysWhatToDoWhenItCannotBeWritten()
    {
        log().setFolder(u"/proc/nowhere"_s);
        QVERIFY(m_hand->click(u"saveLogCsv"_s));
        QTRY_VERIFY_WITH_TIMEOUT(
            savedText().endsWith(u"Make room there, or let this user write there."_s), Patience);
    }

    // Nobody saves it here, so it takes as long as the person has patience.
    void endsWithEscape()
    {
        const auto files = QDir(m_folder.path()).entryList(QDir::Files);
        m_maker.reset();
        QVERIFY(m_hand->press(u"saveLogCsv"_s));
        QTRY_VERIFY(log().saving()->isSlow());
        QTRY_VERIFY(m_hand->find(u"savingBar"_s) != nullptr);
        m_hand->strike(Qt::Key_Escape);
        QTRY_COMPARE(savedText(), u"Cancelled. No file was saved."_s);
        QVERIFY(m_hand->press(u"saveLogCsv"_s)); // which has the keyboard as before
        QVERIFY(log().saving()->isBusy());
        m_maker = std::make_unique<app::FileMaker>(m_ledger.path);
        app::connectLogFile(centre(), *m_maker); // a service that was started again
        QVERIFY(!log().saving()->isBusy());
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), files);
    }

    void findsWhoHasNotCalledToday()
    {
        QVERIFY(centre().find()->rows().end() ==
                std::ranges::find(centre().find()->rows(), u"ops"_s, &FindHit::title));
        m_hand->strike(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(window().activeFocusItem()->objectName() == u"findField"_s);
        m_hand->type(u"ops"_s);
        QTRY_COMPARE_WITH_TIMEOUT(centre().find()->count(), 1, Patience);
        m_hand->strike(Qt::Key_Return);
        QTRY_COMPARE(window().property("page").toInt(), TenantsPage);
        QCOMPARE(centre().tenant()->selectedName(), u"ops"_s);
        QCOMPARE(centre().tenant()->texts().title, u"ops"_s);
        QCOMPARE(centre().tenant()->texts().capLine, u"No cap of its own"_s);
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication::setQuitOnLastWindowClosed(false);
    const QApplication application(argc, argv);
    TstSavedLog test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_savedlog.moc"
