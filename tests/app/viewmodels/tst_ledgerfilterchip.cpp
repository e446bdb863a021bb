// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/ledgerfilterchip.h"

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
    chip.takeNames(Dimension::Tenant, {"Zoo", "research", "archive"});
    const QStringList all{u"support"_s, u"research"_s, u"archive"_s, u"Zoo"_s};
    QCOMPARE(chip.choices(), all);
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
    chip.takeNames(Dimension::Tenant, {"archive"});
    chip.choose(u"archive"_s);
    chip.takeNames(Dimension::Tenant, {});
    const std::pair<Dimension, QByteArray> archive(Dimension::Tenant, "archive");
    QCOMPARE(chip.value(), std::optional(archive));
    chip.setDimension(Dimension::Team); // no team is called so
    QVERIFY(!chip.value());
}

void LedgerFilterChipTest::passesOverOtherDimensions()
{
    LedgerFilterChip chip(Dimension::Feature, u"Feature"_s);
    chip.apply(today({"research"}));
    chip.takeNames(Dimension::Tenant, {"research"});
    QVERIFY(chip.choices().isEmpty());
    chip.takeNames(Dimension::Feature, {"scans"});
    QCOMPARE(chip.choices(), QStringList(u"scans"_s));
}

// Of a frame at sixty a second there are 16 ms; a tenth of a second is not felt as waiting.
void LedgerFilterChipTest::takesTenThousandNamesAtOnce()
{
    std::vector<QByteArray> names;
    for (int i = 0; i < 10'000; ++i) {
        names.push_back("tenant-" + QByteArray::number(i));
    }
    LedgerFilterChip chip(Dimension::Tenant, u"Tenant"_s);
    QElapsedTimer timer;
    timer.start();
    chip.takeNames(Dimension::Tenant, names);
    QVERIFY2(timer.elapsed() < 100, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    QCOMPARE(chip.choices().size(), 10'000);
}

QTEST_GUILESS_MAIN(LedgerFilterChipTest)
#include "tst_ledgerfilterchip.moc"
