// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3: what commands do with files, a person does by pointing, and sees the consequence before.
#include "tests/app/windowcase.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

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

class TstPointing : public WindowCase
{
    Q_OBJECT

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
        begin();
        QCOMPARE(call(), 200);
        QTRY_COMPARE(counted().calls, 1);
    }
    void cleanupTestCase() { end(); }

    void importsCallsFromBefore()
    {
        QVERIFY(m_hand->click(u"page settings"_s));
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
        m_hand->strike(Qt::Key_Escape);
        // Once more adds nothing, and says so before.
        QVERIFY(m_hand->press(u"askForUsage"_s));
        QVERIFY(m_hand->enter(u"importFile"_s, path(u"usage.jsonl"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(import.details().startsWith(u"Nothing is new."_s), Patience);
        QVERIFY(!import.isReady());
        m_hand->strike(Qt::Key_Escape);
    }

    void translatesAnotherGatewaysConfiguration()
    {
        QVERIFY(m_hand->click(u"page settings"_s));
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
        m_hand->strike(Qt::Key_Escape);
        // What is none says so.
        QVERIFY(m_hand->press(u"askForConfiguration"_s));
        QVERIFY(m_hand->enter(u"importFile"_s, path(u"usage.jsonl"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(!import.errorText().isEmpty(), Patience);
        m_hand->strike(Qt::Key_Escape);
    }

    void triesAPolicyBeforeItIsInForce()
    {
        QVERIFY(m_hand->click(u"page reports"_s));
        const PolicyTrial &trial = *centre().reports()->policy();
        QVERIFY(m_hand->press(u"askForPolicy"_s));
        QVERIFY(m_hand->enter(u"policyFile"_s,
                              written(u"broken.yaml"_s, "version: \"1\"\nrulez: []\n")));
        QTRY_VERIFY_WITH_TIMEOUT(!trial.errorText().isEmpty(), Patience);
        QVERIFY2(trial.errorText().contains(u"rulez"_s), qPrintable(trial.errorText()));
        QVERIFY(m_hand->enterAnew(u"policyFile"_s, written(u"strict.yaml"_s, Strict)));
        QTRY_VERIFY_WITH_TIMEOUT(trial.isAnswered(), Patience);
        QVERIFY2(trial.summary().startsWith(u"Of 1 call, 1 would have been refused; 0 were."_s),
                 qPrintable(trial.summary()));
        QCOMPARE(trial.rows().size(), 1U);
        QVERIFY(trial.rows().front().name.endsWith(u"only-other"_s));
        QCOMPARE(call(), 200); // it is not in force
        m_hand->strike(Qt::Key_Escape);
    }

    void pointsAtAFileInTheDesktopsDialog()
    {
        QVERIFY(m_hand->click(u"page settings"_s));
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
        m_hand->strike(Qt::Key_Escape);
        QTRY_VERIFY(m_hand->find(u"importFile"_s) == nullptr);
    }

    // The two calls of this test, five tokens each, at a tenth of a cent instead of one.
    void showsWhatAnotherPriceWouldHaveCost()
    {
        QTRY_COMPARE(counted().calls, 3);
        PriceEditor &editor = *centre().prices()->editor();
        QVERIFY(m_hand->click(u"page models"_s));
        m_hand->strike(Qt::Key_F, Qt::ControlModifier);
        m_hand->type(u"cent"_s);
        m_hand->strike(Qt::Key_Down); // from the filter to the rows
        m_hand->strike(Qt::Key_Return);
        QTRY_COMPARE(editor.model(), u"cent"_s);
        QVERIFY(m_hand->goTo(u"Output, per million tokens"_s));
        m_hand->type(u"1000"_s); // in the place of what it holds
        const PricePast &past = *centre().prices()->past();
        QTRY_COMPARE_WITH_TIMEOUT(
            past.text(),
            u"Last 7 days: $0.10 spent in all; at this price it would have been $0.01."_s,
            Patience);
        m_hand->strike(Qt::Key_Escape);
        QTRY_VERIFY(editor.model().isEmpty());
    }

    // S3-20: as `capstan report --telemetry FILE`
    void reportsOnALogWithoutTakingItIn()
    {
        QVERIFY(m_hand->click(u"page reports"_s));
        ReportsModel &reports = *centre().reports();
        QVERIFY(m_hand->goTo(u"reportList"_s));
        m_hand->strike(Qt::Key_Down);
        m_hand->strike(Qt::Key_Up);
        QCOMPARE(reports.titles().at(reports.current()), u"Cost by tenant and feature"_s);
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
        QVERIFY(m_hand->goTo(u"reportList"_s));
        m_hand->strike(Qt::Key_Down); // another report, and back
        m_hand->strike(Qt::Key_Up);
        QTRY_COMPARE_WITH_TIMEOUT(
            tenantsIn(reports), (QStringList{u"archive"_s, u"second"_s}), Patience);
        QVERIFY(m_hand->chooseFirst(u"reportSource"_s));
        QTRY_VERIFY_WITH_TIMEOUT(tenantsIn(reports).contains(u"research"_s), Patience);
    }

    void backsUpToAFileOfOnesChoice()
    {
        QVERIFY(m_hand->click(u"page settings"_s));
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
        PriceEditor &editor = *centre().prices()->editor();
        const auto input = [this] {
            const auto book = m_windowed->service().prices();
            return book->find(u"cent", m_windowed->service().clock().now())->rates.input;
        };
        QVERIFY(m_hand->click(u"page models"_s));
        QVERIFY(m_hand->press(u"priceTable"_s)); // its first row
        QTRY_COMPARE(editor.name(), u"cent"_s);
        QVERIFY(m_hand->enterAnew(u"Input, per million tokens"_s, u"2.00"_s));
        QVERIFY(m_hand->enterAnew(u"Output, per million tokens"_s, u"100"_s));
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
        m_hand->strike(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(input(), 2'000'000'000);
        QTRY_VERIFY(editor.isOwn());
        m_hand->strike(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(input(), 0); // before it was set
    }
};

int main(int argc, char **argv)
{
    return runAlone(
        []() -> std::unique_ptr<QObject> { return std::make_unique<TstPointing>(); }, argc, argv);
}
#include "tst_pointing.moc"
