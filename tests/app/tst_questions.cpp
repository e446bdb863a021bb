// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3: what /api/admin and the command line ask of the past, a person asks by pointing, and
// sees what closing an invoice does before it happens. The real window on the real service.
#include "tests/app/hand.h"
#include "tests/app/windowpage.h"
#include "tests/core/ledger/samples.h"

#include "app/desktop.h"
#include "app/service/ledgerreader.h"
#include "app/service/servicehost.h"
#include "app/wishes.h"
#include "core/billing/invoices.h"

#include <QApplication>
#include <QQuickItem>
#include <QQuickWindow>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {

/// All of this machine may be busy.
constexpr int Patience = 60'000;
constexpr int LogPage = 2;
constexpr int ReportsPage = 5;

QDate lastMonth()
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    return QDate(today.year(), today.month(), 1).addMonths(-1);
}

Time onDay(int day)
{
    const QDateTime noon(lastMonth().addDays(day - 1), QTime(12, 0), Qt::UTC);
    return Time(std::chrono::milliseconds(noon.toMSecsSinceEpoch()));
}

QString dayText(int day)
{
    return lastMonth().addDays(day - 1).toString(Qt::ISODate);
}

/// With a key, on that day of last month.
HoldRecord call(quint64 number, int day, const QByteArray &tenant, const QByteArray &key)
{
    Attribution who = by(tenant, number % 2 == 0 ? "qwen" : "llama-8b");
    who.of(Dimension::Key) = key;
    return hold(number, onDay(day), who);
}

} // namespace

class TstQuestions : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(u"ledger.db"_s);
    std::unique_ptr<app::ServiceHost> m_service;
    std::unique_ptr<app::LedgerReader> m_reader;
    std::unique_ptr<app::LedgerReader> m_reportReader;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Hand> m_hand;

    [[nodiscard]] QQuickWindow &window() const { return *m_desktop->window(); }
    [[nodiscard]] ControlCentre &centre() const { return m_desktop->controlCentre(); }
    [[nodiscard]] InvoiceDesk &desk() const { return *centre().reports()->invoices(); }

    void key(Qt::Key key) const { QTest::keyClick(&window(), key); }
    /// The list in which the focus is, on one of its lines; none: nullptr.
    [[nodiscard]] const QQuickItem *list() const
    {
        const QQuickItem *item = window().activeFocusItem();
        while (item != nullptr && !item->inherits("QQuickListView")) {
            item = item->parentItem();
        }
        return item;
    }
    /// Whether a chip's choices are open, and as many.
    [[nodiscard]] bool isListed(const ActivityFilterChip &chip, qsizetype choices) const
    {
        const auto listed = [this, &chip, choices] {
            return chip.choices().size() == choices && list() != nullptr &&
                   list()->property("count") == choices;
        };
        return QTest::qWaitFor(listed, Patience);
    }
    /// Opens a chip's list and takes that one of it.
    [[nodiscard]] bool choose(const QString &name, const ActivityFilterChip &chip, qsizetype place)
    {
        if (!m_hand->press(name) || !isListed(chip, chip.choices().size())) {
            return false;
        }
        for (qsizetype i = chip.choices().indexOf(chip.picked().value(0)); i > 0; --i) {
            key(Qt::Key_Up); // from what is chosen
        }
        for (qsizetype i = 0; i < place; ++i) {
            key(Qt::Key_Down);
        }
        key(chip.allowsSeveral() ? Qt::Key_Space : Qt::Key_Return);
        if (chip.allowsSeveral()) {
            key(Qt::Key_Escape);
        }
        return true;
    }
    /// From one day to another, as somebody types them.
    [[nodiscard]] bool enterDays(const QString &from, const QString &to) const
    {
        const auto isThere = [this] {
            return window().activeFocusItem() != nullptr &&
                   window().activeFocusItem()->objectName() == u"rangeFrom"_s;
        };
        if (!QTest::qWaitFor(isThere, Patience)) {
            return false;
        }
        m_hand->type(from);
        key(Qt::Key_Tab);
        return m_hand->enter(u"rangeTo"_s, to);
    }
    [[nodiscard]] QStringList reported(int row) const
    {
        const ReportTable &table = *centre().reports()->table();
        return table.data(table.index(row), ReportTable::Cells).toStringList();
    }

private Q_SLOTS:
    /// Of last month: on its 3rd day $1 with the key notebooks, on its 5th $2 with batch, both of
    /// research, and on its 9th $4 of ops.
    void initTestCase()
    {
        {
            const auto ledger = opened(m_file);
            const HoldRecord first = call(1, 3, "research", "k-00000000000a");
            const HoldRecord second = call(2, 5, "research", "k-00000000000b");
            const HoldRecord third = call(3, 9, "ops", "");
            QVERIFY(ledger->write({first,
                                   settlement(first, 1'000'000'000),
                                   second,
                                   settlement(second, 2'000'000'000),
                                   third,
                                   settlement(third, 4'000'000'000)}));
        }
        proxy::Settings settings;
        settings.port = 0;
        settings.ledgerFile = m_file;
        settings.zone = "UTC";
        m_service = std::make_unique<app::ServiceHost>(settings);
        m_reader = std::make_unique<app::LedgerReader>(m_file);
        m_reportReader = std::make_unique<app::LedgerReader>(m_file);
        m_desktop = std::make_unique<Desktop>();
        m_desktop->setReducedMotion(true);
        app::connectWishes(centre(), *m_service);
        app::connectLedger(centre(), *m_reader);
        app::connectReports(centre(), *m_reportReader);
        app::connectInvoices(centre(), *m_reportReader, *m_service);
        centre().reports()->setFolder(m_folder.path());
        QVERIFY(m_service->start().ok());
        for (const QByteArray &tenant : {"research"_ba, "ops"_ba}) {
            Budget cap = budget("tenant:" + tenant, "day");
            cap.id = "b-" + tenant;
            m_service->setBudget(cap); // so that the window knows them today
        }
        QVERIFY(m_desktop->show());
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        window().resize(800, 600);
        m_hand = std::make_unique<Hand>(window());
        QTRY_VERIFY(centre().activity()->tenant()->choices().contains(u"ops"_s));
    }
    void cleanupTestCase()
    {
        m_desktop.reset();
        m_service->stop(std::chrono::seconds(5));
    }

    void filtersTheLogByAKey()
    {
        showPage(window(), LogPage);
        ActivityModel &log = *centre().activity();
        QTRY_COMPARE(log.count(), 3);
        QVERIFY(m_hand->find(u"filter Key"_s) == nullptr); // no chip until it is asked for
        QVERIFY(m_hand->click(u"moreFilters"_s));
        QTRY_VERIFY(list() != nullptr);
        key(Qt::Key_Return); // the first: Key
        const NameFilterChip &keys = *log.more()->chip(Dimension::Key);
        QVERIFY(isListed(keys, 3)); // two keys, and none given
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QTRY_COMPARE(log.count(), 1);
        QCOMPARE(log.rows().front().cost, Money::fromNanos(2'000'000'000));
        QCOMPARE(keys.value(), std::optional("k-00000000000b"_ba));
        QVERIFY(m_hand->find(u"filter Key"_s) != nullptr); // and there it stays
        m_hand->find(u"filter Key"_s)->forceActiveFocus(Qt::TabFocusReason);
        key(Qt::Key_Delete);
        QTRY_COMPARE(log.count(), 3);
        QTRY_VERIFY(m_hand->find(u"filter Key"_s) == nullptr);
    }

    void findsOneRequestByItsId()
    {
        ActivityModel &log = *centre().activity();
        QVERIFY(m_hand->press(u"moreFilters"_s));
        QTRY_VERIFY(list() != nullptr);
        for (int i = 0; i < 10; ++i) {
            key(Qt::Key_Down);
        }
        key(Qt::Key_Return);
        const QString id = QString::fromLatin1(RequestId{1, ~quint64{1}}.toText());
        QVERIFY(m_hand->enter(u"typedFilter"_s, id));
        QTRY_COMPARE(log.count(), 1);
        QCOMPARE(log.rows().front().cost, Money::fromNanos(1'000'000'000));
        log.clearFilters();
    }

    // $1 and $2 of research by two models; what ops spent on the 9th is not of these days.
    void reportsOnItsOwnDaysByTwoDimensions()
    {
        showPage(window(), ReportsPage);
        ReportsModel &reports = *centre().reports();
        reports.choose(u"cost"_s);
        reports.period()->clear();
        QVERIFY(choose(u"reportTime"_s, *reports.range(), reports.range()->choices().size() - 1));
        QVERIFY(enterDays(dayText(1), dayText(5)));
        QVERIFY(choose(u"reportGroup"_s, *reports.group(), 0)); // tenant
        QTRY_COMPARE(reports.group()->picked().size(), 1);
        QVERIFY(choose(u"reportGroup"_s, *reports.group(), 9)); // model
        QTRY_COMPARE(reports.group()->label(), u"By: tenant, model"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!reports.isBusy() && reports.table()->count() == 2, Patience);
        QCOMPARE(reported(0).mid(0, 3), QStringList({u"research"_s, u"qwen"_s, u"$2.00"_s}));
        QCOMPARE(reported(1).mid(0, 3), QStringList({u"research"_s, u"llama-8b"_s, u"$1.00"_s}));
        // The file has what the table shows, in its order.
        reports.table()->sortBy(2);
        reports.table()->sortBy(2);
        reports.saveCsv();
        const QStringList files = QDir(m_folder.path()).entryList({u"capstan-cost-*.csv"_s});
        QCOMPARE(files.size(), 1);
        QFile file(m_folder.filePath(files.first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().split('\n');
        QVERIFY2(lines.at(1).startsWith("research,llama-8b,1"), lines.at(1).constData());
        QVERIFY2(lines.at(2).startsWith("research,qwen,2"), lines.at(2).constData());
    }

    // The first five days of research: $3.
    void closesAnInvoiceOfItsOwnDays()
    {
        QVERIFY(m_hand->press(u"Invoice"_s));
        QVERIFY(choose(u"invoiceTenant"_s,
                       *desk().tenant(),
                       desk().tenant()->choices().indexOf(u"research"_s)));
        QTRY_COMPARE(desk().payable(), u"$3.00"_s); // last month's, which is chosen
        QVERIFY(m_hand->press(u"invoiceDays"_s));
        QTRY_VERIFY(window().activeFocusItem()->inherits("QQuickTextField") ||
                    window().activeFocusItem()->inherits("QQuickTextInput"));
        m_hand->type(u"from"_s);
        key(Qt::Key_Return);
        QVERIFY(enterDays(dayText(1), dayText(4)));
        QTRY_COMPARE(desk().payable(), u"$1.00"_s);
        QVERIFY(m_hand->press(u"closeInvoice"_s));
        QVERIFY(desk().closingText().contains(u"$1.00"_s)); // only said so far
        QVERIFY(core::closedInvoices(m_file, {})->empty());
        QVERIFY(m_hand->press(u"closeForGood"_s));
        QTRY_COMPARE_WITH_TIMEOUT(desk().title(), u"CAP-000001, closed"_s, Patience);
        const auto kept = core::closedInvoices(m_file, "research").value();
        QCOMPARE(kept.size(), 1U);
        QCOMPARE(kept.front().payable(), Money::fromDollars(1));
    }

    void showsAClosedInvoiceAgain()
    {
        QVERIFY(choose(
            u"invoiceTenant"_s, *desk().tenant(), desk().tenant()->choices().indexOf(u"ops"_s)));
        QTRY_COMPARE(desk().title(), u"Draft"_s);
        QTRY_COMPARE(desk().closedOnes()->choices().size(), 1);
        QVERIFY(choose(u"closedInvoices"_s, *desk().closedOnes(), 0));
        QTRY_COMPARE(desk().title(), u"CAP-000001, closed"_s);
        QCOMPARE(desk().tenant()->chosen(), u"research"_s);
        QVERIFY(m_hand->press(u"Save lines"_s));
        QTRY_VERIFY2(desk().savedText().contains(u"cap-000001.csv"_s),
                     qPrintable(desk().savedText()));
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication::setQuitOnLastWindowClosed(false);
    const QApplication application(argc, argv);
    TstQuestions test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_questions.moc"
