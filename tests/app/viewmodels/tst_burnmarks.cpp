// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is marked in the chart beside caps that were reached or changed.
#include "samplesnapshot.h"

#include "app/viewmodels/burnhistory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class BurnMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAPauseWhenItBeganAndWhenItEnded();
    void marksThePauseOfAll();
    void marksAnUpstreamThatWasDown();
    void forgetsWhatHasLeftTheChart();
    void marksTheSameMomentOnce();

private:
    /// The sample's afternoon, so long after half past two, with nobody paused.
    static core::Snapshot at(core::Duration after)
    {
        core::Snapshot snapshot = sample::snapshot();
        snapshot.alerts.clear();
        snapshot.at += after;
        for (core::Snapshot::Tenant &tenant : snapshot.tenants) {
            tenant.paused = false;
        }
        return snapshot;
    }
    /// "place text", the newest first.
    static QStringList marksOf(BurnHistory &burn)
    {
        QStringList marks;
        for (const BurnEvent &event : burn.events()->rows()) {
            marks += QString::number(event.place, 'f', 2) + u' ' + event.text +
                     (event.warns ? u"!"_s : QString());
        }
        return marks;
    }
};

void BurnMarksTest::marksAPauseWhenItBeganAndWhenItEnded()
{
    BurnHistory burn;
    burn.apply(at(0s));
    QVERIFY(marksOf(burn).isEmpty());
    core::Snapshot paused = at(60s);
    paused.tenants.front().paused = true;
    paused.tenants.front().pausedAt = paused.at - 30s;
    burn.apply(paused);
    QCOMPARE(marksOf(burn), QStringList{u"0.90 research paused"_s}); // 30 s ago of 300 s
    burn.apply(at(120s));
    QCOMPARE(marksOf(burn),
             (QStringList{u"1.00 research resumed"_s, u"0.70 research paused"_s})); // 90 s ago
    burn.apply(at(150s));
    QCOMPARE(marksOf(burn).size(), 2); // once each
}

void BurnMarksTest::marksThePauseOfAll()
{
    BurnHistory burn;
    burn.apply(at(0s));
    core::Snapshot paused = at(30s);
    paused.pausedAll = true;
    burn.apply(paused);
    QCOMPARE(marksOf(burn), QStringList{u"1.00 all paused"_s});
}

void BurnMarksTest::marksAnUpstreamThatWasDown()
{
    BurnHistory burn;
    burn.apply(at(0s));
    core::Snapshot down = at(60s);
    down.upstreams.front().reachable = false;
    down.upstreams.front().since = down.at - 15s;
    burn.apply(down);
    QCOMPARE(marksOf(burn), QStringList{u"0.95 vLLM :8000 down!"_s}); // 15 s ago of 300 s
    core::Snapshot up = at(75s);
    up.upstreams.front().since = up.at;
    burn.apply(up);
    QCOMPARE(marksOf(burn),
             (QStringList{u"1.00 vLLM :8000 up again"_s, u"0.90 vLLM :8000 down!"_s}));
}

void BurnMarksTest::forgetsWhatHasLeftTheChart()
{
    BurnHistory burn;
    core::Snapshot paused = at(0s);
    paused.pausedAll = true;
    burn.apply(paused);
    QCOMPARE(marksOf(burn).size(), 1);
    paused.at += 400s;
    burn.apply(paused);
    QVERIFY(marksOf(burn).isEmpty());
}

// A tenant that was gone for one snapshot has been paused since the same moment.
void BurnMarksTest::marksTheSameMomentOnce()
{
    BurnHistory burn;
    core::Snapshot paused = at(60s);
    paused.tenants.front().paused = true;
    paused.tenants.front().pausedAt = paused.at - 30s;
    burn.apply(paused);
    burn.apply(at(60s));
    burn.apply(paused);
    QCOMPARE(marksOf(burn), (QStringList{u"1.00 research resumed"_s, u"0.90 research paused"_s}));
}

QTEST_GUILESS_MAIN(BurnMarksTest)
#include "tst_burnmarks.moc"
