// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3: a budget of any selector and unit is written, changed, raised, removed and put back by
// pointing. The real window on the real service, with real input events.
#include "tests/app/hand.h"
#include "tests/app/windowpage.h"

#include "app/desktop.h"
#include "app/windowedservice.h"
#include "core/configuration/ownersettingsfile.h"

#include <QApplication>
#include <QDir>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;
constexpr int TenantsPage = 1;
constexpr int MostChoices = 20;

} // namespace

class TstBudgets : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Hand> m_hand;
    std::unique_ptr<app::WindowedService> m_windowed;

    [[nodiscard]] QQuickWindow &window() const { return *m_desktop->window(); }
    [[nodiscard]] ControlCentre &centre() const { return m_desktop->controlCentre(); }
    /// As the engine has it.
    [[nodiscard]] const core::Budget &budget() const
    {
        return centre().tenant()->editor()->situation().budget;
    }
    /// From a list of choices that is longer than a few.
    [[nodiscard]] bool chooseTheLastOfMany(const QString &name) const
    {
        if (!m_hand->press(name)) {
            return false;
        }
        const QQuickItem *const button = m_hand->find(name);
        const auto isOpen = [this, button] {
            return window().activeFocusItem() != button;
        };
        const bool opened = QTest::qWaitFor(isOpen, Patience);
        for (int i = 0; opened && i < MostChoices; ++i) {
            QTest::keyClick(&window(), Qt::Key_Down);
        }
        QTest::keyClick(&window(), Qt::Key_Return);
        return opened;
    }
    /// As the Tab key comes to it: what it holds is selected.
    [[nodiscard]] bool enterAnew(const QString &field, const QString &text) const
    {
        if (m_hand->restingPlace(field).isNull()) {
            return false;
        }
        m_hand->find(field)->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(&window(), Qt::Key_A, Qt::ControlModifier);
        return m_hand->enter(field, text);
    }
    [[nodiscard]] bool takeBack() { return m_hand->click(u"Undo"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        core::OwnerSettings welcomed;
        welcomed.isWelcomed = true;
        const QString data = m_folder.filePath(u"data"_s);
        QVERIFY(QDir().mkpath(data));
        QVERIFY(core::OwnerSettingsFile(data + u"/settings.ini"_s).write(welcomed).ok());
        app::CommandLine line;
        line.port = 0;
        line.dataDir = data;
        m_desktop = std::make_unique<Desktop>();
        m_desktop->setReducedMotion(true);
        m_windowed = std::make_unique<app::WindowedService>(centre());
        const core::Outcome prepared = m_windowed->prepare(line);
        QVERIFY2(prepared.ok(), qPrintable(prepared.ok() ? QString() : prepared.error().message));
        QVERIFY(m_windowed->start().ok());
        QVERIFY(m_desktop->show());
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        m_hand = std::make_unique<Hand>(window());
        showPage(window(), TenantsPage);
    }
    void cleanupTestCase()
    {
        m_windowed.reset();
        m_desktop.reset();
    }

    void writesABudgetOfAnAgentInTokens()
    {
        QVERIFY(chooseTheLastOfMany(u"dimensionChoice"_s)); // all budgets
        QTRY_VERIFY(centre().budgets()->isShown());
        BudgetForm &form = *centre().newBudget();
        QVERIFY(m_hand->click(u"New budget"_s));
        QTRY_VERIFY(form.isOpen());
        QVERIFY(m_hand->choose(u"budgetDimension"_s, u"agent"_s));
        QVERIFY(m_hand->click(u"budgetValue"_s));
        m_hand->type(u"crawler"_s);
        QVERIFY(m_hand->click(u"budgetAmount"_s));
        m_hand->type(u"12000"_s);
        QVERIFY(m_hand->choose(u"budgetUnit"_s, u"tokens"_s));
        QVERIFY(m_hand->choose(u"budgetWindow"_s, u"rolling"_s));
        QCOMPARE(form.sentence(), u"agent crawler: at most 12,000 tokens in any 1 d."_s);
        QVERIFY(m_hand->press(u"saveBudget"_s)); // once what it would have refused is counted
        QTRY_COMPARE_WITH_TIMEOUT(centre().budgets()->count(), 1, Patience);
    }
    void changesAllOfItAndTakesItBack()
    {
        const BudgetForm &form = *centre().newBudget();
        QVERIFY(m_hand->click(u"budget "_s + centre().budgets()->idAt(0)));
        QTRY_COMPARE(budget().limit, 12'000);
        const core::Budget before = budget();
        QCOMPARE(before.window.toText(), "rolling:24h"_ba);
        QVERIFY(m_hand->click(u"editBudget"_s));
        QTRY_VERIFY(form.isChanging());
        QVERIFY(m_hand->choose(u"budgetWindow"_s, u"month"_s));
        QVERIFY(m_hand->click(u"only count"_s));
        QVERIFY(m_hand->press(u"moreOptions"_s));
        // By key, as the end of a long form is not in sight.
        QVERIFY(enterAnew(u"budgetTools"_s, u"web_search"_s));
        QVERIFY2(form.effectText().startsWith(u"What it has counted so far is put aside."_s),
                 qPrintable(form.effectText()));
        QVERIFY(m_hand->press(u"saveBudget"_s));
        QTRY_COMPARE_WITH_TIMEOUT(budget().window.kind, core::WindowKind::Month, Patience);
        QVERIFY(!form.isOpen());
        QCOMPARE(budget().id, before.id);
        QCOMPARE(budget().limit, 12'000);
        QCOMPARE(budget().mode, core::BudgetMode::Audit);
        QCOMPARE(budget().atSoft.disableTools, std::vector<QByteArray>{"web_search"});
        QVERIFY(takeBack());
        QTRY_COMPARE_WITH_TIMEOUT(budget(), before, Patience);
    }
    void changesItsCapAndTakesItBack()
    {
        QVERIFY(m_hand->click(u"budget "_s + centre().budgets()->idAt(0)));
        QTRY_COMPARE(budget().limit, 12'000);
        QCOMPARE(budget().window.toText(), "rolling:24h"_ba);
        QVERIFY(enterAnew(u"capField"_s, u"15,000"_s));
        QTRY_COMPARE_WITH_TIMEOUT(budget().limit, 15'000, Patience);
        QVERIFY(takeBack());
        QTRY_COMPARE_WITH_TIMEOUT(budget().limit, 12'000, Patience);
    }
    void raisesItUntilATimeOfItsOwn()
    {
        QVERIFY(m_hand->click(u"beginRaise"_s));
        QVERIFY(chooseTheLastOfMany(u"raiseEnd"_s));
        QVERIFY(enterAnew(u"raiseUntil"_s, u"2h"_s));
        QTRY_VERIFY_WITH_TIMEOUT(budget().raise.has_value(), Patience);
        QCOMPARE(budget().raise->by, 3'000); // a quarter of 12,000
        QVERIFY(m_hand->click(u"endRaise"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!budget().raise, Patience);
    }
    void removesItAndPutsItBack()
    {
        QVERIFY(m_hand->click(u"Remove"_s));
        QTRY_COMPARE_WITH_TIMEOUT(centre().budgets()->count(), 0, Patience);
        QVERIFY(!centre().tenant()->isSelected());
        QVERIFY(takeBack());
        QTRY_COMPARE_WITH_TIMEOUT(centre().budgets()->count(), 1, Patience);
    }
};

int main(int argc, char **argv)
{
    // Nothing of the user's own: no capstan.yaml, no secrets, no keychain.
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qunsetenv("VLLM_BASE_URL");
    qunsetenv("DATABASE_URL");
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication::setQuitOnLastWindowClosed(false);
    const QApplication application(argc, argv);
    TstBudgets test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_budgets.moc"
