// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/burnhistory.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class BurnProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheFiguresOfTheMomentThatIsLookedAt();
    void staysOnItsMomentWhileTheChartMoves();
    void movesFromSampleToSample();
    void letsGoOfAMomentThatHasLeftTheChart();
    void saysNothingWithoutSamples();
    void pointsAtTheBandBelowThePointer();
    void pointsFromLineToLineOfTheLegend();

private:
    /// `perHour` dollars at 14:32:00 + `second`.
    void sampleAt(int second, int perHour)
    {
        core::Snapshot snapshot;
        snapshot.at = sample::afternoon() + std::chrono::seconds(second);
        snapshot.zone = "Europe/Berlin";
        snapshot.burnPerHour = core::Money::fromDollars(perHour);
        snapshot.tenants.push_back({"research", {}, {}, snapshot.burnPerHour, 0, false, {}});
        m_burn->apply(snapshot);
    }
    void sampleTwo()
    {
        core::Snapshot snapshot;
        snapshot.at = sample::afternoon() + 180s;
        snapshot.burnPerHour = sample::dollars("4");
        snapshot.tenants.push_back({"research", {}, {}, sample::dollars("3"), 0, false, {}});
        snapshot.tenants.push_back({"marketing", {}, {}, sample::dollars("1"), 0, false, {}});
        m_burn->apply(snapshot);
    }
    [[nodiscard]] QString legend() const
    {
        return m_burn->data(m_burn->index(0), Qt::UserRole).value<BurnRow>().text;
    }

    std::unique_ptr<BurnHistory> m_burn;
};

void BurnProbeTest::init()
{
    m_burn = std::make_unique<BurnHistory>();
    sampleAt(0, 1);
    sampleAt(60, 2);
    sampleAt(120, 3);
}

void BurnProbeTest::showsTheFiguresOfTheMomentThatIsLookedAt()
{
    QCOMPARE(legend(), u"3.00"_s);
    QVERIFY(m_burn->probeAt() < 0);
    m_burn->probe(0.79); // 63 s ago of 300 s: nearest to 60 s ago
    QCOMPARE(m_burn->probeText(), u"14:33:00"_s);
    QCOMPARE(m_burn->probeAt(), 0.8); // 1 - 60 / 300
    QCOMPARE(legend(), u"2.00"_s);
    QCOMPARE(m_burn->totalText(), u"2.00"_s);
    QCOMPARE(m_burn->totalRate(), u"$2.00/h"_s);
    m_burn->clearProbe();
    QCOMPARE(legend(), u"3.00"_s);
    QVERIFY(m_burn->probeText().isEmpty());
}

void BurnProbeTest::staysOnItsMomentWhileTheChartMoves()
{
    m_burn->probe(0.8);
    sampleAt(180, 4);
    QCOMPARE(m_burn->probeText(), u"14:33:00"_s);
    QCOMPARE(m_burn->probeAt(), 0.6); // 120 s ago by now
    QCOMPARE(legend(), u"2.00"_s);
}

void BurnProbeTest::movesFromSampleToSample()
{
    m_burn->moveProbe(-1);
    QCOMPARE(m_burn->probeText(), u"14:33:00"_s);
    m_burn->moveProbe(-10); // no further than the oldest
    QCOMPARE(m_burn->probeText(), u"14:32:00"_s);
    m_burn->moveProbe(2);
    QCOMPARE(m_burn->probeText(), u"14:34:00"_s);
}

void BurnProbeTest::letsGoOfAMomentThatHasLeftTheChart()
{
    m_burn->probe(0);
    QCOMPARE(m_burn->probeText(), u"14:32:00"_s);
    sampleAt(400, 5); // 14:32:00 is older than five minutes
    QVERIFY(m_burn->probeText().isEmpty());
    QCOMPARE(legend(), u"5.00"_s);
}

void BurnProbeTest::saysNothingWithoutSamples()
{
    BurnHistory empty;
    empty.probe(0.5);
    empty.moveProbe(-1);
    QVERIFY(empty.probeText().isEmpty());
    QVERIFY(empty.probeAt() < 0);
}

// $3.00 an hour by research below $1.00 by marketing, on a scale to $4.00.
void BurnProbeTest::pointsAtTheBandBelowThePointer()
{
    sampleTwo();
    QCOMPARE(m_burn->scaleEnd(), core::Money::fromDollars(4));
    QCOMPARE(m_burn->pointed(), -1);
    m_burn->probe(1.0, 0.7); // $2.80
    QCOMPARE(m_burn->pointed(), 0);
    m_burn->probe(1.0, 0.8); // $3.20
    QCOMPARE(m_burn->pointed(), 1);
    m_burn->probe(1.0, 1.0); // $4.00: above all of them
    QCOMPARE(m_burn->pointed(), -1);
    m_burn->probe(1.0, 0.8);
    m_burn->clearProbe();
    QCOMPARE(m_burn->pointed(), -1);
}

// The topmost band is the first line.
void BurnProbeTest::pointsFromLineToLineOfTheLegend()
{
    m_burn->movePointed(-1);
    QCOMPARE(m_burn->pointed(), 0);
    sampleTwo();
    m_burn->movePointed(-1);
    QCOMPARE(m_burn->pointed(), 1);
    m_burn->movePointed(-1); // there is none above
    QCOMPARE(m_burn->pointed(), 1);
    m_burn->movePointed(1);
    QCOMPARE(m_burn->pointed(), 0);
    m_burn->clearProbe();
    m_burn->movePointed(1);
    QCOMPARE(m_burn->pointed(), 1);
    BurnHistory().movePointed(1); // nothing to point at
}

QTEST_GUILESS_MAIN(BurnProbeTest)
#include "tst_burnprobe.moc"
