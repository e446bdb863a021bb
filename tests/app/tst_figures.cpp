// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures are told exactly, never elided, and do not jitter.
#include "lookcase.h"
#include "windowpage.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// At the top wherever it is listed.
core::Snapshot withADearTenant()
{
    core::Snapshot snapshot = sample::snapshot();
    core::Snapshot::Tenant tenant;
    tenant.name = "the-department-of-very-long-names-and-of-everything-that-no-column-can-hold";
    tenant.spentToday = sample::dollars("99");
    snapshot.tenants.push_back(tenant);
    return snapshot;
}

} // namespace

class FiguresTest : public LookCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desktop.reset(); }
    void tellsABarInFiguresWithTheKeyboard();
    void neverElidesAFigure();
    void figuresDoNotJitter();

private:
    /// The shown text of that content.
    [[nodiscard]] QQuickItem *textOf(const QString &content) const;
};

void FiguresTest::init()
{
    begin();
    centre().apply(withADearTenant());
}

QQuickItem *FiguresTest::textOf(const QString &content) const
{
    for (QQuickItem *item : look::shownItems(*window().contentItem())) {
        if (item->inherits("QQuickText") && item->property("text").toString() == content &&
            !look::seenPart(*item).isEmpty()) {
            return item;
        }
    }
    return nullptr;
}

// "Hover or focus: exact figures in a tooltip."
void FiguresTest::tellsABarInFiguresWithTheKeyboard()
{
    showPage(window(), 0);
    QStringList told;
    QSet<const QQuickItem *> reached;
    while (!reached.contains(window().activeFocusItem())) {
        reached.insert(window().activeFocusItem());
        QTest::keyClick(&window(), Qt::Key_Tab);
        told += window().findChild<QQuickItem *>(u"elided"_s)->property("whole").toString();
    }
    const OverviewModel &overview = *centre().overview();
    for (const SpendCard &card : {overview.today(), overview.week(), overview.month()}) {
        QVERIFY2(told.contains(card.bar.description), qPrintable(card.bar.description));
    }
    // A row among the dearest tenants tells of its bar as well.
    const TenantListModel &top = *centre().topTenants();
    const auto row = top.data(top.index(top.rowOf(u"research"_s)), Qt::UserRole).value<TenantRow>();
    QVERIFY(row.hasCap);
    QVERIFY2(told.contains(row.bar.description), qPrintable(row.bar.description));
}

// "No truncation of an amount, ever: the name gives way first."
void FiguresTest::neverElidesAFigure()
{
    core::Snapshot snapshot = withADearTenant();
    snapshot.tenants.back().spentToday = sample::dollars("1234567.89");
    centre().apply(snapshot);
    for (const int page : {0, 1}) {
        showPage(window(), page);
        QTRY_VERIFY(textOf(u"$1,234,567.89"_s) != nullptr);
        const QQuickItem &figure = *textOf(u"$1,234,567.89"_s);
        QVERIFY(!figure.property("truncated").toBool());
        QTRY_VERIFY(figure.width() >= figure.implicitWidth());
    }
}

// Digits of one width: a figure that changes stays where it is.
void FiguresTest::figuresDoNotJitter()
{
    showPage(window(), 0);
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
    FiguresTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_figures.moc"
