// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Colour is never the only sign. The window is drawn once as it is, and once in a theme whose
// colours of state are all the same ink; whatever tells two states apart in the first must tell
// them apart in the second, by a word, a figure or a shape.
#include "windowpage.h"
#include "withoutcolourcase.h"

#include <QApplication>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(core::Snapshot &)>;

core::BucketState &bucketOf(core::Snapshot &snapshot, const QByteArray &budget)
{
    return *std::ranges::find(snapshot.buckets, budget, &core::BucketState::budgetId);
}

/// The first tenant, research, has spent the same in each.
const QList<std::pair<QString, Change>> StatesOfATenant{
    {u"calm"_s,
     [](core::Snapshot &snapshot) {
         bucketOf(snapshot, "b-research").crossedMark = 0;
     }},
    {u"near"_s,
     [](core::Snapshot &) {
     }},
    {u"full"_s,
     [](core::Snapshot &snapshot) {
         core::BucketState &state = bucketOf(snapshot, "b-research");
         state.cap = state.limit = state.settled + state.held;
         std::ranges::find(snapshot.budgets, "b-research"_ba, &core::Budget::id)->limit =
             state.limit;
     }},
    {u"paused"_s, [](core::Snapshot &snapshot) {
         snapshot.tenants.front().paused = true;
     }}};

/// The day, the week and the month of all tenants.
const QList<std::pair<QString, Change>> StatesOfAll{
    {u"calm"_s,
     [](core::Snapshot &snapshot) {
         for (core::BucketState &state : snapshot.buckets) {
             state.crossedMark = 0;
         }
     }},
    {u"near"_s,
     [](core::Snapshot &snapshot) {
         for (const char *budget : {"b-day", "b-week", "b-month"}) {
             bucketOf(snapshot, budget).crossedMark = 800'000;
         }
     }},
    {u"full"_s,
     [](core::Snapshot &snapshot) {
         snapshot = sample::overCap();
     }},
    {u"paused"_s, [](core::Snapshot &snapshot) {
         snapshot.pausedAll = true;
     }}};

const QList<std::pair<QString, Change>> StatesOfAnUpstream{
    {u"up"_s,
     [](core::Snapshot &) {
     }},
    {u"down"_s, [](core::Snapshot &snapshot) {
         snapshot.upstreams.front().reachable = false;
         snapshot.upstreams.front().lastError = u"connection refused"_s;
     }}};

const QList<std::pair<QString, Change>> StatesOfSeveralUpstreams{
    {u"all up"_s,
     [](core::Snapshot &snapshot) {
         snapshot = sample::withUpstreams(3);
         snapshot.upstreams[1].reachable = true;
     }},
    {u"one down"_s, [](core::Snapshot &snapshot) {
         snapshot = sample::withUpstreams(3);
     }}};

const QList<std::pair<QString, Change>> StatesOfAnAlert{{u"soft"_s,
                                                         [](core::Snapshot &) {
                                                         }},
                                                        {u"hard"_s, [](core::Snapshot &snapshot) {
                                                             snapshot.alerts.front().mark =
                                                                 core::Budget::Whole;
                                                             snapshot.alerts.front().hard = true;
                                                         }}};

/// Where a state is shown: a type of item on a page, at a size.
struct Place
{
    const char *type;
    int page;
    bool narrow = false;
};

} // namespace

class WithoutColourTest : public WithoutColourCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desktop.reset(); }
    void everyStateHasAnotherSign_data();
    void everyStateHasAnotherSign();
    void whatIsOnHasAnotherSign_data();
    void whatIsOnHasAnotherSign();

private:
    void fill(const Change &change);
};

void WithoutColourTest::init()
{
    failOnComplaints();
    begin();
    window().resize(Usual);
}

void WithoutColourTest::fill(const Change &change)
{
    core::Snapshot snapshot = sample::snapshot();
    change(snapshot);
    centre().apply(snapshot);
}

void WithoutColourTest::everyStateHasAnotherSign_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("page");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Change>("first");
    QTest::addColumn<Change>("second");
    const auto add = [](const QList<std::pair<QString, Change>> &states,
                        std::initializer_list<Place> places) {
        for (const Place &place : places) {
            for (qsizetype a = 0; a < states.size(); ++a) {
                for (qsizetype b = a + 1; b < states.size(); ++b) {
                    QTest::addRow("%s%s: %s or %s",
                                  place.type,
                                  place.narrow ? " (narrow)" : "",
                                  qPrintable(states[a].first),
                                  qPrintable(states[b].first))
                        << QString::fromLatin1(place.type) << place.page
                        << (place.narrow ? Smallest : Usual) << states[a].second
                        << states[b].second;
                }
            }
        }
    };
    add(StatesOfATenant, {{"TopTenantsList", 0}, {"TenantTable", 1}, {"TenantInspector", 1}});
    add(StatesOfAll, {{"TodayCard", 0}, {"PlanTile", 0}, {"PlanTile", 0, true}, {"Sidebar", 0}});
    add(StatesOfAnUpstream, {{"UpstreamFacts", 0}, {"Sidebar", 0}, {"Sidebar", 0, true}});
    add(StatesOfSeveralUpstreams, {{"UpstreamFacts", 0}, {"UpstreamLines", 0}});
    add(StatesOfAnAlert, {{"openAlerts", 4}});
}

void WithoutColourTest::everyStateHasAnotherSign()
{
    QFETCH(const QString, type);
    QFETCH(const int, page);
    QFETCH(const QSize, size);
    QFETCH(const Change, first);
    QFETCH(const Change, second);
    window().resize(size);
    showPage(window(), page);
    centre().apply(sample::snapshot());
    centre().tenant()->clear();
    if (type == u"TenantInspector"_s) {
        centre().tenant()->select(u"research"_s);
    }
    const auto pictures = [&] {
        fill(first);
        const QImage one = pictureOf(type);
        fill(second);
        return std::pair(one, pictureOf(type));
    };
    const auto colored = pictures();
    QVERIFY(!colored.first.isNull() && !colored.second.isNull());
    if (difference(colored.first, colored.second) < LeastSeen) {
        return; // it does not show that state at all
    }
    QVERIFY(look::drain(window()));
    const auto drained = pictures();
    const int seen = difference(drained.first, drained.second);
    QVERIFY2(seen >= LeastSeen, qPrintable(u"%1 pixels differ without colour"_s.arg(seen)));
}

void WithoutColourTest::whatIsOnHasAnotherSign_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QByteArray>("property");
    QTest::newRow("page") << u"page alerts"_s << u"overview"_s << "current"_ba;
    QTest::newRow("switch") << u"CalmSwitch"_s << u"alerts"_s << "checked"_ba;
    QTest::newRow("segments") << u"burnSplit"_s << u"overview"_s << "current"_ba;
    QTest::newRow("row of tenants") << u"tenant research"_s << u"tenants"_s << "selected"_ba;
    QTest::newRow("row of prices") << u"PriceTableRow"_s << u"prices"_s << "selected"_ba;
    QTest::newRow("row of the log") << u"ActivityLogRow"_s << u"activity"_s << "selected"_ba;
}

// What is on, current or chosen, against what is not.
void WithoutColourTest::whatIsOnHasAnotherSign()
{
    QFETCH(const QString, type);
    QFETCH(const QString, scene);
    QFETCH(const QByteArray, property);
    bringUp(scene, Usual);
    QVERIFY(look::drain(window()));
    QQuickItem *const item = shown(type);
    QVERIFY(item != nullptr);
    const QVariant before = item->property(property);
    const QImage one = pictureOf(type);
    QVERIFY(item->setProperty(property,
                              before.typeId() == QMetaType::Bool
                                  ? QVariant(!before.toBool())
                                  : QVariant(before.toInt() == 0 ? 1 : 0)));
    const int seen = difference(one, pictureOf(type));
    QVERIFY2(seen >= LeastSeen, qPrintable(u"%1 pixels differ without colour"_s.arg(seen)));
}

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication application(argc, argv);
    WithoutColourTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_withoutcolour.moc"
