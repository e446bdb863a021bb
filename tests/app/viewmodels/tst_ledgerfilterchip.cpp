// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/ledgerfilterchip.h"
#include "app/viewmodels/keys/keynames.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Dimension;

namespace {

core::Snapshot today(std::initializer_list<const char *> tenants)
{
    core::Snapshot snapshot;
    for (const char *tenant : tenants) {
        snapshot.tenants.emplace_back().name = tenant;
    }
    return snapshot;
}

} // namespace

class LedgerFilterChipTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhenSomebodyLooks();
    void offersThoseOfTodayFirst();
    void keepsWhatIsChosen();
    void passesOverOtherDimensions();
    void keepsStillUntilSomebodyLooks();
    void callsKeysByTheirNames();
    void takesTenThousandNamesAtOnce();
};

void LedgerFilterChipTest::asksWhenSomebodyLooks()
{
    LedgerFilterChip chip(Dimension::Tenant, u"Tenant"_s);
    QSignalSpy wanted(&chip, &LedgerFilterChip::namesWanted);
    chip.apply(today({"research"}));
    QCOMPARE(wanted.count(), 0);
    chip.look();
    chip.look(); // there may be more by now
    QCOMPARE(wanted.count(), 2);
    QCOMPARE(wanted.constLast().constFirst().value<Dimension>(), Dimension::Tenant);
}

void LedgerFilterChipTest::offersThoseOfTodayFirst()
{
    LedgerFilterChip chip(Dimension::Tenant, u"Tenant"_s);
    chip.apply(today({"support", "research"}));
    QCOMPARE(chip.choices(), QStringList({u"support"_s, u"research"_s}));
    chip.look();
    chip.takeNames(Dimension::Tenant, {u"archive"_s, u"research"_s, u"Zoo"_s});
    const QStringList all{u"support"_s, u"research"_s, u"archive"_s, u"Zoo"_s};
    QCOMPARE(chip.choices(), all);
    QCOMPARE(chip.place(), -1);
    QSignalSpy placed(&chip, &LedgerFilterChip::placeChanged);
    chip.choose(u"Zoo"_s);
    QCOMPARE(chip.place(), 3);
    QCOMPARE(placed.count(), 1);
    chip.clear();
    chip.apply(today({"support", "research"}));
    QCOMPARE(chip.choices(), all);
    chip.apply(today({"support", "research", "archive"})); // calls again
    QCOMPARE(chip.choices().indexOf(u"archive"_s), 2);
    QCOMPARE(chip.choices().size(), 4);
}

void LedgerFilterChipTest::keepsWhatIsChosen()
{
    LedgerFilterChip chip(Dimension::Tenant, u"Tenant"_s);
    QVERIFY(!chip.value());
    chip.look();
    chip.takeNames(Dimension::Tenant, {u"archive"_s});
    chip.choose(u"archive"_s);
    chip.look();
    chip.takeNames(Dimension::Tenant, {});
    QVERIFY(chip.choices().isEmpty());
    const std::pair<Dimension, QByteArray> archive(Dimension::Tenant, "archive");
    QCOMPARE(chip.value(), std::optional(archive));
    chip.setDimension(Dimension::Team); // no team is called so
    QVERIFY(!chip.value());
}

void LedgerFilterChipTest::passesOverOtherDimensions()
{
    LedgerFilterChip chip(Dimension::Feature, u"Feature"_s);
    chip.apply(today({"research"}));
    chip.look();
    chip.takeNames(Dimension::Tenant, {u"research"_s});
    QVERIFY(chip.choices().isEmpty());
    chip.takeNames(Dimension::Feature, {u"scans"_s});
    QCOMPARE(chip.choices(), QStringList(u"scans"_s));
}

// The answer to one who looked reaches all chips of the window.
void LedgerFilterChipTest::keepsStillUntilSomebodyLooks()
{
    LedgerFilterChip chip(Dimension::Tenant, u"Tenant"_s);
    chip.apply(today({"research"}));
    QSignalSpy changed(&chip, &LedgerFilterChip::choicesChanged);
    chip.takeNames(Dimension::Tenant, {u"archive"_s});
    QCOMPARE(chip.choices(), QStringList(u"research"_s));
    QCOMPARE(changed.count(), 0);
    chip.look();
    chip.look();
    chip.takeNames(Dimension::Tenant, {u"archive"_s});
    QCOMPARE(chip.choices(), QStringList({u"research"_s, u"archive"_s}));
    chip.takeNames(Dimension::Tenant, {u"archive"_s, u"zoo"_s}); // the second answer
    QCOMPARE(chip.choices(), QStringList({u"research"_s, u"archive"_s, u"zoo"_s}));
    chip.takeNames(Dimension::Tenant, {}); // another chip's
    QCOMPARE(chip.choices().size(), 3);
    QCOMPARE(changed.count(), 2);
}

void LedgerFilterChipTest::callsKeysByTheirNames()
{
    std::vector<core::KeyFacts> keys(3);
    keys[0].id = "k-1";
    keys[0].name = u"papers"_s;
    keys[1].id = "k-2";
    keys[1].name = u"Notebooks"_s;
    keys[2].id = "k-3";
    keys[2].name = u"papers"_s;
    keynames::use(keys);
    LedgerFilterChip chip(Dimension::Key, u"Key"_s);
    chip.look();
    chip.takeNames(Dimension::Key, {u"k-1"_s, u"k-2"_s, u"k-3"_s, u"k-gone"_s});
    QCOMPARE(chip.choices(), QStringList({u"k-gone"_s, u"Notebooks"_s, u"papers"_s}));
}

// Of a frame at sixty a second there are 16 ms. What is handed to several chips is one list.
void LedgerFilterChipTest::takesTenThousandNamesAtOnce()
{
    QStringList names;
    for (int i = 0; i < 10'000; ++i) {
        names += u"tenant-%1"_s.arg(i, 5, 10, QLatin1Char('0'));
    }
    LedgerFilterChip chip(Dimension::Tenant, u"Tenant"_s);
    chip.look();
    QElapsedTimer timer;
    timer.start();
    chip.takeNames(Dimension::Tenant, names);
    QVERIFY2(timer.elapsed() < 16, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    QCOMPARE(chip.choices().size(), 10'000);
    QCOMPARE(chip.choices().constData(), names.constData());
}

QTEST_GUILESS_MAIN(LedgerFilterChipTest)
#include "tst_ledgerfilterchip.moc"
