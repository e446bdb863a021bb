// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tray's icon and its menu, under a real pointer.
#include "samplesnapshot.h"

#include "app/tray/trayicon.h"
#include "app/viewmodels/overviewmodel.h"
#include "app/viewmodels/traystate.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// As the desktop does when somebody presses the icon.
bool open(QMenu &menu)
{
    menu.popup(QPoint(40, 40));
    return QTest::qWaitForWindowExposed(&menu);
}

void pick(QMenu &menu, QAction *line)
{
    const QPoint middle = menu.actionGeometry(line).center();
    QTest::mouseMove(&menu, middle);
    QTest::mouseClick(&menu, Qt::LeftButton, {}, middle);
}

} // namespace

class TrayIconTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsFiveShapesThatDiffer();
    void offersTheNearestTenantsAndTheBrake();
    void leavesAnOpenMenuAsItIs();
};

void TrayIconTest::drawsFiveShapesThatDiffer()
{
    using Kind = TrayState::Kind;
    std::vector<QImage> pictures;
    for (const Kind kind : {Kind::Calm, Kind::Near, Kind::Over, Kind::Paused, Kind::Down}) {
        const QImage picture = app::trayPicture(kind, Qt::black).pixmap(22).toImage();
        QVERIFY(!picture.isNull());
        for (const QImage &other : pictures) {
            int differing = 0;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x) {
                    const int change = qAlpha(picture.pixel(x, y)) - qAlpha(other.pixel(x, y));
                    differing += std::abs(change) > 100 ? 1 : 0;
                }
            }
            QVERIFY2(differing >= 5, "two states look alike");
        }
        pictures.push_back(picture);
    }
}

void TrayIconTest::offersTheNearestTenantsAndTheBrake()
{
    TrayState state;
    app::TrayIcon tray(state);
    QSignalSpy paused(&tray, &app::TrayIcon::pauseAllWanted);
    state.apply(sample::snapshot(), {});
    QStringList texts;
    for (QAction *action : tray.menu().actions()) {
        texts << action->text();
    }
    // The state and a line, three tenants and a line, pause, open, quit.
    QCOMPARE(texts.size(), 9);
    QCOMPARE(texts.first(), u"A cap is reached"_s);
    QVERIFY(texts.contains(u"Open Capstan"_s));
    QVERIFY(open(tray.menu()));
    pick(tray.menu(), tray.menu().actions().at(6));
    QTRY_COMPARE(paused.count(), 1);
    QCOMPARE(paused.constFirst().constFirst().toBool(), true);
}

void TrayIconTest::leavesAnOpenMenuAsItIs()
{
    TrayState state;
    app::TrayIcon tray(state);
    QSignalSpy paused(&tray, &app::TrayIcon::pauseAllWanted);
    core::Snapshot snapshot = sample::snapshot();
    state.apply(snapshot, {});
    const QList<QAction *> lines = tray.menu().actions();
    QVERIFY(open(tray.menu()));
    snapshot.pausedAll = true; // by somebody else, while the pointer is over "Pause all"
    snapshot.buckets.clear();
    state.apply(snapshot, {});
    QCOMPARE(tray.menu().actions(), lines);
    QCOMPARE(lines.at(0)->text(), u"A cap is reached"_s);
    QVERIFY(lines.at(2)->isVisible());
    QCOMPARE(lines.at(6)->text(), u"Pause all"_s);
    pick(tray.menu(), lines.at(6));
    QTRY_COMPARE(paused.count(), 1);
    QCOMPARE(paused.constFirst().constFirst().toBool(), true); // as it was read
    QTRY_COMPARE(lines.at(0)->text(), u"All paused"_s);        // once the menu has closed
    QVERIFY(!lines.at(2)->isVisible());
    QCOMPARE(lines.at(6)->text(), u"Resume all"_s);
}

QTEST_MAIN(TrayIconTest)
#include "tst_trayicon.moc"
