// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3: what a person does to the flow of money can be taken back at once, with the same two
// keys as a cap. The real window on the real service.
#include "tests/app/windowcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TstTakenBack : public WindowCase
{
    Q_OBJECT

    void undo() { m_hand->strike(Qt::Key_Z, Qt::ControlModifier); }
    void redo() { m_hand->strike(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    [[nodiscard]] KeyListModel &keys() const { return *centre().tenant()->keys(); }
    [[nodiscard]] KeyRow key() const
    {
        return keys().data(keys().index(0), Qt::UserRole).value<KeyRow>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        begin();
        QCOMPARE(call(), 200);
    }
    void cleanupTestCase() { end(); }

    void aPauseWithTheKeyboard()
    {
        QVERIFY(openResearch());
        m_hand->strike(Qt::Key_P);
        QVERIFY(m_hand->press(u"pauseNow"_s));
        QTRY_VERIFY(centre().tenant()->texts().paused);
        QCOMPARE(call(), 403);
        undo();
        QTRY_VERIFY(!centre().tenant()->texts().paused);
        QCOMPARE(call(), 200);
        redo();
        QTRY_VERIFY(centre().tenant()->texts().paused);
        QCOMPARE(call(), 403);
        undo();
        QTRY_COMPARE(call(), 200);
    }

    // The notice below says what was done, and its button takes it back.
    void aPauseOfAllWithTheMouse()
    {
        QTRY_COMPARE(centre().running()->count(), 0); // else it is asked what becomes of them
        m_hand->strike(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_hand->click(u"Pause all"_s));
        QTRY_VERIFY(centre().isPausedAll());
        QCOMPARE(call(), 403);
        QVERIFY(m_hand->click(u"Undo"_s));
        QTRY_VERIFY(!centre().isPausedAll());
        QCOMPARE(call(), 200);
    }

    void aMute()
    {
        QVERIFY(m_hand->click(u"page alerts"_s));
        QVERIFY(m_hand->click(u"mute"_s));
        QVERIFY(m_hand->click(u"muteNow"_s));
        QTRY_VERIFY(!centre().alerts()->muteText().isEmpty());
        m_hand->strike(Qt::Key_Escape);
        QTRY_VERIFY(m_hand->find(u"muteNow"_s) == nullptr);
        undo();
        QTRY_VERIFY(centre().alerts()->muteText().isEmpty());
    }

    void theNameOfAKey()
    {
        core::KeyFacts crawler;
        crawler.name = u"crawler"_s;
        crawler.tenant = "research";
        m_windowed->service().createKey(1, crawler);
        QVERIFY(openResearch());
        QTRY_COMPARE(keys().count(), 1);
        QVERIFY(m_hand->press(u"Rename or limit crawler"_s));
        QVERIFY(m_hand->goTo(u"key Name"_s));
        m_hand->strike(Qt::Key_A, Qt::ControlModifier);
        m_hand->type(u"scraper"_s);
        QVERIFY(m_hand->press(u"saveKey"_s));
        QTRY_COMPARE(key().name, u"scraper"_s);
        QTRY_COMPARE(centre().undoText(), u"Key crawler: now called scraper"_s);
        undo();
        QTRY_COMPARE(key().name, u"crawler"_s);
        redo();
        QTRY_COMPARE(key().name, u"scraper"_s);
    }
};

int main(int argc, char **argv)
{
    return runAlone(
        []() -> std::unique_ptr<QObject> { return std::make_unique<TstTakenBack>(); }, argc, argv);
}
#include "tst_takenback.moc"
