// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The log from the ledger's file to the window's model, through the reader's thread.
#include "../core/ledger/samples.h"

#include "app/service/ledgerreader.h"
#include "app/viewmodels/controlcentre.h"
#include "app/wishes.h"

#include <QSignalSpy>

using namespace samples;
using namespace Qt::StringLiterals;

class LedgerReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheLedgerHas();
    void offersWhoHasNotCalledLately();
    void namesThemByTheAlphabet();
    void tellsWhatANewBudgetWouldHaveRefused();
    void tellsWhatModelsCost();
    void saysThatThereIsNoLedger();
    void stopsWhileAQuestionIsAnswered();
};

void LedgerReaderTest::showsWhatTheLedgerHas()
{
    Fixture ledger;
    QVERIFY(ledger.write({hold(1), settlement(hold(1), 100), hold(2, Noon + 1min)}));
    const core::SystemClock clock;
    ControlCentre centre(clock);
    app::LedgerReader reader(ledger.path);
    app::connectLedger(centre, reader);
    ActivityModel &log = *centre.activity();
    log.setShown(true);
    QTRY_COMPARE(log.count(), 2);
    log.showStory(1); // the older one
    QTRY_VERIFY(log.story()->rowCount() > 0);
    QVERIFY(log.story()->asText().contains(u"tenant: research"_s));
    log.outcome()->choose(u"running"_s);
    QTRY_COMPARE(log.countText(), u"1 matches"_s);
    QTRY_COMPARE(log.count(), 1);
}

// Wherever a tenant can be chosen; today nobody has called.
void LedgerReaderTest::offersWhoHasNotCalledLately()
{
    Fixture ledger;
    QVERIFY(ledger.write({hold(1), settlement(hold(1), 100)})); // by research
    const core::SystemClock clock;
    ControlCentre centre(clock);
    app::LedgerReader reader(ledger.path);
    app::connectLedger(centre, reader);
    const std::initializer_list<LedgerFilterChip *> chips{
        centre.activity()->tenant(),
        centre.reports()->tenant(),
        centre.reports()->invoices()->tenant(),
        centre.alerts()->history()->tenant(),
        centre.tenant()->keys()->form()->knownTenants(),
        centre.newBudget()->known(),
        centre.find()->knownTenants()};
    for (LedgerFilterChip *chip : chips) {
        QVERIFY(!chip->choices().contains(u"research"_s)); // others were told
        chip->look();
        QTRY_VERIFY(chip->choices().contains(u"research"_s));
    }
}

// Its own thread puts them in order: thousands would be felt in the window's.
void LedgerReaderTest::namesThemByTheAlphabet()
{
    Fixture ledger;
    QVERIFY(ledger.write({hold(1, Noon, by("Zoo")),
                          hold(2, Noon, by("archive")),
                          hold(3, Noon, by("Écologie")),
                          hold(4, Noon, by("Research"))}));
    app::LedgerReader reader(ledger.path);
    QSignalSpy read(&reader, &app::LedgerReader::namesRead);
    reader.readNames(core::Dimension::Tenant);
    QVERIFY(read.wait());
    QCOMPARE(read.constFirst().constFirst().value<core::Dimension>(), core::Dimension::Tenant);
    QCOMPARE(read.constFirst().at(1).toStringList(),
             QStringList({u"archive"_s, u"Research"_s, u"Zoo"_s, u"Écologie"_s}));
}

void LedgerReaderTest::tellsWhatANewBudgetWouldHaveRefused()
{
    Fixture ledger;
    const HoldRecord second = hold(2, Noon + 1min);
    QVERIFY(ledger.write({hold(1), settlement(hold(1), 100), second, settlement(second, 100)}));
    const core::SystemClock clock;
    ControlCentre centre(clock);
    core::Snapshot snapshot;
    snapshot.at = Noon + 24h;
    centre.apply(snapshot);
    app::LedgerReader simulator(ledger.path);
    app::connectSimulator(centre, simulator);
    BudgetForm &form = *centre.newBudget();
    form.begin(u"research"_s);
    form.setUnit(static_cast<int>(core::Unit::Requests));
    form.setAmount(u"1"_s); // two were made within the day
    QTRY_COMPARE(form.past()->text(), u"Last 7 days: matches 2 calls, would have refused 1"_s);
    QCOMPARE(form.past()->hitsText(), u"tenant:research: 1 refused"_s);
    QCOMPARE(form.past()->refusedShare(), 0.5);
}

void LedgerReaderTest::tellsWhatModelsCost()
{
    Fixture ledger;
    QVERIFY(ledger.write({hold(1), settlement(hold(1), 2'500'000'000)}));
    const core::SystemClock clock;
    ControlCentre centre(clock);
    app::LedgerReader reader(ledger.path);
    app::connectLedger(centre, reader);
    core::Snapshot snapshot;
    snapshot.at = Noon + 1h;
    centre.apply(snapshot);
    PriceListModel &prices = *centre.prices();
    prices.setShown(true);
    QTRY_COMPARE(prices.count(), 1);
    const auto row = prices.data(prices.index(0), Qt::UserRole).value<PriceRow>();
    QCOMPARE(row.today, u"$2.50"_s);
    QVERIFY(!row.priced); // no book was given
}

void LedgerReaderTest::saysThatThereIsNoLedger()
{
    const QTemporaryDir folder;
    app::LedgerReader reader(folder.filePath(u"none.db"_s));
    QSignalSpy refused(&reader, &app::LedgerReader::refused);
    reader.readPage(7, {}, std::nullopt);
    QVERIFY(refused.wait());
    QCOMPARE(refused.constFirst().constFirst().toULongLong(), 7ULL);
    QVERIFY(!refused.constFirst().at(1).toString().isEmpty());
}

void LedgerReaderTest::stopsWhileAQuestionIsAnswered()
{
    Fixture ledger;
    QVERIFY(ledger.write({hold(1)}));
    bool answered = false;
    {
        app::LedgerReader reader(ledger.path);
        QObject::connect(
            &reader, &app::LedgerReader::pageRead, this, [&answered] { answered = true; });
        reader.readPage(1, {}, std::nullopt);
    }
    QCoreApplication::processEvents();
    QVERIFY(!answered); // nobody is there any more to be told
}

QTEST_GUILESS_MAIN(LedgerReaderTest)
#include "tst_ledgerreader.moc"
