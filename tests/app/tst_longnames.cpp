// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names longer than any column, and figures: what is elided is told in full, what is a figure is
// never elided and never jitters.
#include "sampleactivity.h"
#include "samplereports.h"
#include "samplesnapshot.h"
#include "windowlook.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray Name =
    "the-department-of-very-long-names-and-of-everything-that-no-column-can-hold";

class StillClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
};

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

class LongNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsAnElidedNameInFull();
    void tellsItOnEveryPage_data();
    void tellsItOnEveryPage();
    void leavesAWholeNameAlone();
    void neverElidesAFigure();
    void figuresDoNotJitter();

private:
    [[nodiscard]] QQuickWindow &window() const { return *m_desktop->window(); }
    /// The shown text of that content.
    [[nodiscard]] QQuickItem *textOf(const QString &content) const;
    /// The shown text that has the long name in it and is elided.
    [[nodiscard]] QQuickItem *elidedText() const;
    [[nodiscard]] QObject *tip() const { return window().findChild<QObject *>(u"elidedTip"_s); }
    void pointAt(const QQuickItem &item) const;

    StillClock m_clock;
    std::unique_ptr<Desktop> m_desktop;
};

void LongNamesTest::init()
{
    m_desktop = std::make_unique<Desktop>(m_clock);
    m_desktop->setReducedMotion(true);
    m_desktop->controlCentre().apply(withALongName());
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
    window().setProperty("page", 1);
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
    for (QQuickItem *item : look::shownItems(*window().contentItem())) {
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
    putTheNameEverywhere(m_desktop->controlCentre());
    window().setProperty("page", page);
    QTRY_VERIFY(elidedText() != nullptr);
    const QQuickItem &text = *elidedText();
    pointAt(text);
    QTRY_VERIFY(tip()->property("visible").toBool());
    QCOMPARE(tip()->property("text"), text.property("text"));
}

void LongNamesTest::leavesAWholeNameAlone()
{
    window().setProperty("page", 1);
    QTRY_VERIFY(textOf(u"research"_s) != nullptr);
    pointAt(*textOf(u"research"_s));
    QVERIFY(!tip()->property("visible").toBool());
}

// "No truncation of an amount, ever: the name gives way first."
void LongNamesTest::neverElidesAFigure()
{
    core::Snapshot snapshot = withALongName();
    snapshot.tenants.back().spentToday = sample::dollars("1234567.89");
    m_desktop->controlCentre().apply(snapshot);
    for (const int page : {0, 1}) {
        window().setProperty("page", page);
        QTRY_VERIFY(textOf(u"$1,234,567.89"_s) != nullptr);
        const QQuickItem &figure = *textOf(u"$1,234,567.89"_s);
        QVERIFY(!figure.property("truncated").toBool());
        QTRY_VERIFY(figure.width() >= figure.implicitWidth());
    }
}

// Digits of one width: a figure that changes stays where it is.
void LongNamesTest::figuresDoNotJitter()
{
    window().setProperty("page", 0);
    QTRY_VERIFY(textOf(u"$99.00"_s) != nullptr);
    int figures = 0;
    for (const QQuickItem *item : look::shownItems(*window().contentItem())) {
        if (!QByteArray(item->metaObject()->className()).startsWith("Figure")) {
            continue;
        }
        const QFontMetricsF metrics(item->property("font").value<QFont>());
        for (const QChar digit : u"123456789"_s) {
            QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
        }
        ++figures;
    }
    QVERIFY(figures > 10);
}

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication application(argc, argv);
    LongNamesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_longnames.moc"
