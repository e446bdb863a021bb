// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// No page keeps room for what it does not show: what stands on lines of its own, and the cards of
// open alerts, are as high as they need when the window has come to rest, also after its first
// frames were narrower.
#include "lookcase.h"
#include "samplealerts.h"
#include "windowpage.h"

#include "app/viewmodels/language.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;

class GapsTest : public LookCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnComplaints(); }
    void cleanup();
    void linesOfChipsAreAsHighAsTheyNeed_data();
    void linesOfChipsAreAsHighAsTheyNeed();
    void nothingIsFarBelowTheChipsOfAnEmptyList();
    void openAlertsAreAsHighAsTheyNeed_data();
    void openAlertsAreAsHighAsTheyNeed();
    void figuresHaveTheWidthTheyNeed_data();
    void figuresHaveTheWidthTheyNeed();

private:
    [[nodiscard]] QList<QQuickItem *> shownOfType(const char *type) const;
};

void GapsTest::cleanup()
{
    m_desktop.reset();
    language::use(QLocale(QLocale::English));
}

QList<QQuickItem *> GapsTest::shownOfType(const char *type) const
{
    QList<QQuickItem *> found;
    for (QQuickItem *item : look::shownItems(*window().contentItem())) {
        if (item->inherits(type)) {
            found += item;
        }
    }
    return found;
}

void GapsTest::linesOfChipsAreAsHighAsTheyNeed_data()
{
    QTest::addColumn<QString>("scene");
    for (const char *scene : {"activity", "request", "alerts", "reports"}) {
        QTest::newRow(scene) << QString::fromLatin1(scene);
    }
}

void GapsTest::linesOfChipsAreAsHighAsTheyNeed()
{
    QFETCH(const QString, scene);
    begin();
    for (const QSize size : {Usual, Smallest, Usual}) {
        bringUp(scene, size);
        const QList<QQuickItem *> flows = shownOfType("QQuickFlow");
        QVERIFY(!flows.isEmpty());
        for (const QQuickItem *flow : flows) {
            QVERIFY2(qAbs(flow->height() - flow->implicitHeight()) < 1, look::nameOf(*flow));
        }
    }
}

// As a first start shows it, whose pages were never shown before.
void GapsTest::nothingIsFarBelowTheChipsOfAnEmptyList()
{
    begin();
    centre().apply(sample::untouched());
    sample::answer(*centre().alerts()->history(), 0);
    QVERIFY(!restingPicture().isNull());
    showPage(window(), 4);
    QVERIFY(!restingPicture().isNull());
    for (const QQuickItem *flow : shownOfType("QQuickFlow")) {
        QTRY_VERIFY2(qAbs(flow->height() - flow->implicitHeight()) < 1, look::nameOf(*flow));
    }
}

void GapsTest::openAlertsAreAsHighAsTheyNeed_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QSize>("size");
    for (const QLocale::Language language : {QLocale::English, QLocale::German}) {
        for (const QSize size : {Usual, Smallest}) {
            QTest::addRow("%s %d", qPrintable(QLocale(language).name()), size.width())
                << QLocale(language) << size;
        }
    }
}

// Longer words take a second line where the window is narrower for a moment.
void GapsTest::openAlertsAreAsHighAsTheyNeed()
{
    QFETCH(const QLocale, locale);
    QFETCH(const QSize, size);
    language::use(language::ofSystem(locale));
    m_desktop = std::make_unique<Desktop>(m_clock);
    m_desktop->setReducedMotion(true);
    centre().apply(sample::snapshot()); // before the window has a size, as at a start
    sample::answer(*centre().alerts()->history(), 1'000);
    QVERIFY(m_desktop->show());
    window().resize(size);
    QVERIFY(!restingPicture().isNull());
    showPage(window(), 4);
    QVERIFY(!restingPicture().isNull());
    const auto *const open = window().findChild<QQuickItem *>(u"openAlerts"_s);
    QVERIFY(open != nullptr);
    double foot = 0;
    for (const QQuickItem *item : look::shownItems(*open)) {
        if (QByteArrayView(item->metaObject()->className()).startsWith("OpenAlert_")) {
            foot = std::max(foot, item->mapRectToItem(open, item->boundingRect()).bottom());
        }
    }
    QCOMPARE(open->height(), foot);
}

void GapsTest::figuresHaveTheWidthTheyNeed_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("size");
    for (const char *scene : {"overview", "tenants", "tenant", "activity", "prices", "alerts"}) {
        for (const QSize size : {Usual, Smallest}) {
            QTest::addRow("%s %d", scene, size.width()) << QString::fromLatin1(scene) << size;
        }
    }
}

// German amounts are longer, "16,00 $ von 20,00 $": what is beside them gives way.
void GapsTest::figuresHaveTheWidthTheyNeed()
{
    QFETCH(const QString, scene);
    QFETCH(const QSize, size);
    language::use(QLocale(QLocale::German));
    begin();
    bringUp(scene, size);
    int figures = 0;
    for (const QQuickItem *item : look::shownItems(*window().contentItem())) {
        if (QByteArrayView(item->metaObject()->className()).startsWith("Figure_")) {
            ++figures;
            QVERIFY2(item->width() > item->implicitWidth() - 1, look::nameOf(*item));
        }
    }
    QVERIFY(figures > 3);
}

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication application(argc, argv);
    GapsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_gaps.moc"
