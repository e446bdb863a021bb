// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names longer than any column: what is elided is told in full.
#include "lookcase.h"
#include "sampleactivity.h"
#include "samplereports.h"
#include "windowpage.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray Name =
    "the-department-of-very-long-names-and-of-everything-that-no-column-can-hold";

core::Snapshot withALongName()
{
    core::Snapshot snapshot = sample::snapshot();
    core::Snapshot::Tenant tenant;
    tenant.name = Name;
    tenant.spentToday = sample::dollars("99"); // the dearest: at the top wherever it is listed
    snapshot.tenants.push_back(tenant);
    return snapshot;
}

/// As a tenant, a model, and whom an alert is about.
void putTheNameEverywhere(ControlCentre &centre)
{
    core::Snapshot snapshot = withALongName();
    snapshot.upstreams.front().models = {Name};
    centre.apply(snapshot);
    ActivityModel &log = *centre.activity();
    QObject::connect(&log, &ActivityModel::pageWanted, &log, [&log](quint64 ticket) {
        core::ActivityPage page = sample::activity(3);
        page.rows.front().attribution.of(core::Dimension::Tenant) = Name;
        log.takePage(ticket, page);
    });
    AlertHistoryModel &history = *centre.alerts()->history();
    QObject::connect(
        &history, &AlertHistoryModel::pageWanted, &history, [&history](quint64 ticket) {
            core::AlertPage page;
            page.alerts.resize(1);
            page.alerts.front().position = 1;
            page.alerts.front().acknowledged = true;
            page.alerts.front().record.label = "tenant:" + Name;
            history.takePage(ticket, page);
        });
    ReportsModel &reports = *centre.reports();
    QObject::connect(&reports,
                     &ReportsModel::reportWanted,
                     &reports,
                     [&reports](quint64 ticket, const core::ReportQuery &query) {
                         core::Report report = sample::report(query, 3);
                         report.rows.front().front() = Name;
                         reports.take(ticket, report);
                     });
}

} // namespace

class LongNamesTest : public LookCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsAnElidedNameInFull();
    void tellsItOnEveryPage_data();
    void tellsItOnEveryPage();
    void tellsWhateverIsElided_data();
    void tellsWhateverIsElided();
    void tellsItInAMenu();
    void tellsItInFind();
    void tellsNothingFromBehindADialog();
    void leavesAWholeNameAlone();

private:
    /// The shown text of that content.
    [[nodiscard]] QQuickItem *textOf(const QString &content) const;
    /// The shown text that has the long name in it and is elided.
    [[nodiscard]] QQuickItem *elidedText() const;
    [[nodiscard]] QObject *tip() const { return window().findChild<QObject *>(u"elidedTip"_s); }
    void pointAt(const QQuickItem &item) const;
    /// What the tip says now, or will once it has waited.
    [[nodiscard]] QString told() const
    {
        return window().findChild<QQuickItem *>(u"elided"_s)->property("whole").toString();
    }
    void tabAround() const;
};

void LongNamesTest::init()
{
    m_desktop = std::make_unique<Desktop>(m_clock);
    m_desktop->setReducedMotion(true);
    centre().apply(withALongName());
    QVERIFY(m_desktop->show());
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

QQuickItem *LongNamesTest::textOf(const QString &content) const
{
    for (QQuickItem *item : look::shownItems(*window().contentItem())) {
        if (item->inherits("QQuickText") && item->property("text").toString() == content &&
            !look::seenPart(*item).isEmpty()) {
            return item;
        }
    }
    return nullptr;
}

void LongNamesTest::pointAt(const QQuickItem &item) const
{
    QImage before; // until it has been laid out, and rests
    QTRY_VERIFY(std::exchange(before, window().grabWindow()) == window().grabWindow());
    // Two moves, as a hand makes them: the first one brings the pointer into the window.
    const QPoint middle = look::seenPart(item).center().toPoint();
    QTest::mouseMove(&window(), middle - QPoint(3, 0));
    QTest::mouseMove(&window(), middle);
}

void LongNamesTest::tellsAnElidedNameInFull()
{
    showPage(window(), 1);
    QTRY_VERIFY(textOf(QString::fromUtf8(Name)) != nullptr);
    const QQuickItem &name = *textOf(QString::fromUtf8(Name));
    QTRY_VERIFY(name.property("truncated").toBool());
    QVERIFY(tip() != nullptr);
    pointAt(name);
    QTRY_VERIFY(tip()->property("visible").toBool());
    QCOMPARE(tip()->property("text").toString(), QString::fromUtf8(Name));
    // Whole, and within the window.
    const auto *const content = tip()->property("contentItem").value<QQuickItem *>();
    QVERIFY(!content->property("truncated").toBool());
    const QRectF place = content->mapRectToScene(content->boundingRect());
    QVERIFY(QRectF(QPointF(), window().size()).contains(place));
    QTest::mouseMove(&window(), QPoint(2, 2));
    QTRY_VERIFY(!tip()->property("visible").toBool());
}

QQuickItem *LongNamesTest::elidedText() const
{
    for (QQuickItem *item : look::shownItems(look::inFront(window()))) {
        if (item->property("truncated").toBool() && !look::seenPart(*item).isEmpty() &&
            item->property("text").toString().contains(QString::fromUtf8(Name))) {
            return item;
        }
    }
    return nullptr;
}

void LongNamesTest::tellsItOnEveryPage_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("overview") << 0;
    QTest::newRow("tenants") << 1;
    QTest::newRow("activity") << 2;
    QTest::newRow("models") << 3;
    QTest::newRow("alerts") << 4;
    QTest::newRow("reports") << 5;
}

// In the first row, over which a list's invisible highlight lies.
void LongNamesTest::tellsItOnEveryPage()
{
    QFETCH(const int, page);
    putTheNameEverywhere(centre());
    showPage(window(), page);
    QTRY_VERIFY(elidedText() != nullptr);
    const QQuickItem &text = *elidedText();
    pointAt(text);
    QTRY_VERIFY(tip()->property("visible").toBool());
    QCOMPARE(tip()->property("text"), text.property("text"));
}

void LongNamesTest::tellsWhateverIsElided_data()
{
    QTest::addColumn<QString>("scene");
    for (const QString &scene : look::scenes()) {
        QTest::addRow("%s", qPrintable(scene)) << scene;
    }
}

// Pages, dialogs and first run, with the largest text in the smallest window.
void LongNamesTest::tellsWhateverIsElided()
{
    QFETCH(const QString, scene);
    QTest::failOnWarning(QRegularExpression(u"olish loop"_s)); // a layout that finds no rest
    window().resize(800, 600);
    window().setProperty("textSize", 3);
    look::show(*m_desktop, scene);
    QImage before;
    QTRY_VERIFY(std::exchange(before, window().grabWindow()) == window().grabWindow());
    for (const QQuickItem *item : look::shownItems(look::inFront(window()))) {
        const QRectF seen = look::seenPart(*item);
        if (item->property("truncated").toBool() && seen.height() > 4 && seen.width() > 4) {
            QTest::mouseMove(&window(), seen.center().toPoint());
            QVERIFY2(told() == item->property("text").toString(), look::nameOf(*item));
        }
    }
    tabAround();
}

/// What has the focus is told, whatever the mouse did before.
void LongNamesTest::tabAround() const
{
    QSet<const QQuickItem *> reached;
    for (;;) {
        QTest::keyClick(&window(), Qt::Key_Tab);
        const QQuickItem *const stop = window().activeFocusItem();
        QVERIFY(stop != nullptr);
        if (reached.contains(stop)) {
            return;
        }
        reached.insert(stop);
        const auto *row = stop;
        if (stop->inherits("QQuickItemView") && stop->property("count").toInt() > 0) {
            QTest::keyClick(&window(), Qt::Key_Down); // to a row of it
            row = stop->property("currentItem").value<QQuickItem *>();
        }
        if (row == nullptr) {
            continue; // the keys scroll it as a whole
        }
        for (const QQuickItem *item : look::shownItems(*row)) {
            const bool isMissing = item->property("truncated").toBool() &&
                                   !told().contains(item->property("text").toString());
            QVERIFY2(!isMissing, look::nameOf(*item));
        }
    }
}

void LongNamesTest::tellsItInAMenu()
{
    const QString name = QString::fromUtf8(Name);
    centre().activity()->tenant()->setAll({name, u"research"_s});
    showPage(window(), 2);
    QTRY_VERIFY(textOf(u"Tenant"_s) != nullptr);
    pointAt(*textOf(u"Tenant"_s));
    QTest::mouseClick(
        &window(), Qt::LeftButton, {}, look::seenPart(*textOf(u"Tenant"_s)).center().toPoint());
    QTRY_VERIFY(elidedText() != nullptr);
    pointAt(*elidedText());
    QTRY_VERIFY(tip()->property("visible").toBool());
    QCOMPARE(tip()->property("text").toString(), name);
    QTest::keyClick(&window(), Qt::Key_Down); // to "research", which is whole
    QTRY_VERIFY(!tip()->property("visible").toBool());
    QTest::keyClick(&window(), Qt::Key_Up);
    QTRY_VERIFY(tip()->property("visible").toBool());
    QCOMPARE(tip()->property("text").toString(), name);
}

// The field keeps the focus; what Return would take is told.
void LongNamesTest::tellsItInFind()
{
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(window().activeFocusItem()->inherits("QQuickTextInput"));
    for (const char letter : {'v', 'e', 'r', 'y'}) {
        QTest::keyClick(&window(), letter);
    }
    QTRY_VERIFY(elidedText() != nullptr);
    QTRY_VERIFY(tip()->property("visible").toBool());
    QCOMPARE(tip()->property("text").toString(), QString::fromUtf8(Name));
    pointAt(*elidedText());
    QCOMPARE(told(), QString::fromUtf8(Name));
}

void LongNamesTest::tellsNothingFromBehindADialog()
{
    showPage(window(), 1);
    QTRY_VERIFY(elidedText() != nullptr);
    const QPoint place = look::seenPart(*elidedText()).center().toPoint();
    pointAt(*elidedText());
    QCOMPARE(told(), QString::fromUtf8(Name));
    QTest::keyClick(&window(), Qt::Key_F1);
    QTest::mouseMove(&window(), place - QPoint(3, 0));
    QTest::mouseMove(&window(), place);
    QTRY_COMPARE(told(), QString());
}

void LongNamesTest::leavesAWholeNameAlone()
{
    showPage(window(), 1);
    QTRY_VERIFY(textOf(u"research"_s) != nullptr);
    pointAt(*textOf(u"research"_s));
    QVERIFY(!tip()->property("visible").toBool());
}

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication application(argc, argv);
    LongNamesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_longnames.moc"
