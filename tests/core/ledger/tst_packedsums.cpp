// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/ledger/packedbytes.h"
#include "core/ledger/packedsums.h"
#include "core/ledger/retention.h"
#include "core/reports/reports.h"

#include <QRandomGenerator>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
/// Two weeks of calls of three tenants, an hour or less apart, with and without tags.
struct Past : Fixture
{
    Past()
    {
        QRandomGenerator random(20'261'121);
        std::vector<LedgerRecord> batch;
        for (int i = 1; i <= 1'000; ++i) {
            end += Duration(random.bounded(2'400'000'000u));
            Attribution who = by("tenant-" + QByteArray::number(random.bounded(3)));
            if (i % 4 == 0) {
                who.tags = {{"job", i % 8 == 0 ? "nightly" : "hourly"}};
            }
            const HoldRecord record = hold(static_cast<quint64>(i), end, who);
            SettlementRecord spent = settlement(record, random.bounded(5'000'000));
            spent.ending = i % 10 == 0 ? Ending::UpstreamError : Ending::Complete;
            batch.insert(batch.end(), {record, spent});
        }
        if (!write(batch)) {
            qFatal("not written");
        }
    }
    /// Until nothing is due; how many slots were packed.
    [[nodiscard]] int pack(Time now) const
    {
        int slots = 0;
        while (ledger->packSums(now).value()) {
            ++slots;
        }
        return slots;
    }
    [[nodiscard]] int packAll() const { return pack(end + 48h); }
    /// Cost by tenant over the past, in periods that begin where `zone` has them.
    [[nodiscard]] Report report(const QByteArray &zone, WindowKind kind) const
    {
        return Reports::open(path)
            .value()
            ->run({.name = "cost",
                   .from = Noon + 17min,
                   .by = {Dimension::Tenant},
                   .per = kind,
                   .zone = zone,
                   .now = end})
            .value();
    }
    [[nodiscard]] qint64 count(const QString &sql) const
    {
        return Connection::openToRead(path).value()->integer(sql).value();
    }
    void tamper(const QString &sql) const { QVERIFY(Connection::open(path).value()->execute(sql)); }

    Time end = Noon;
};

PackedSums::Sums unpacked(const QByteArray &bytes, bool &isSound)
{
    PackedSums::Sums sums;
    isSound = packedbytes::unpack(
        bytes, [&sums](qint64 attribution, const CostSum &sum) { sums[attribution].add(sum); });
    return sums;
}
} // namespace

class TestPackedSums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsBackWhatWasPacked();
    void refusesBytesThatWereCut();
    void saysTheSameAsTheRows_data();
    void saysTheSameAsTheRows();
    void packsWhatIsOverOnly();
    void forgetsWhatALateCallChanged();
    void readsMinutesThatBecameQuarters();
    void isProvedByVerify_data();
    void isProvedByVerify();
    void keepsTheSuccessRateWhenDetailIsGone();
};

// Both ends of the range, and what a correction leaves: no call, and less than nothing.
void TestPackedSums::bringsBackWhatWasPacked()
{
    const qint64 most = std::numeric_limits<qint64>::max();
    const PackedSums::Sums sums{
        {1, {1, Money::fromNanos(1), Money::fromNanos(1), {1, 2, 3, 4, 5}, Duration(6), 7}},
        {2, {0, Money::fromNanos(-500), {}, {-30, 0, 0, -20, 0}, Duration(0), 0}},
        {70'000,
         {most, Money::maximum(), Money::maximum(), {most, -most, 127, 128, -128}, Duration(most)}},
    };
    bool isSound = false;
    QCOMPARE(unpacked(packedbytes::pack(sums), isSound), sums);
    QVERIFY(isSound);
    QVERIFY(unpacked(packedbytes::pack({}), isSound).empty());
    QVERIFY(isSound);
}

void TestPackedSums::refusesBytesThatWereCut()
{
    const QByteArray bytes = packedbytes::pack(
        {{300, {300, Money::fromNanos(300), {}, {300, 300, 300, 300, 300}, Duration(300), 300}}});
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        bool isSound = true;
        QVERIFY(unpacked(bytes.first(size), isSound).empty());
        QVERIFY(!isSound);
    }
    bool isSound = true;
    static_cast<void>(unpacked(QByteArray(15, '\x03'), isSound)); // three bytes wide
    QVERIFY(!isSound);
}

void TestPackedSums::saysTheSameAsTheRows_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("kind");
    const std::pair<const char *, WindowKind> kinds[] = {
        {"hours", WindowKind::Hour}, {"days", WindowKind::Day}, {"weeks", WindowKind::Week}};
    for (const char *zone : {"UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu"}) {
        for (const auto &[name, kind] : kinds) {
            QTest::addRow("%s in %s", name, zone) << QByteArray(zone) << static_cast<int>(kind);
        }
    }
}

void TestPackedSums::saysTheSameAsTheRows()
{
    QFETCH(QByteArray, zone);
    QFETCH(int, kind);
    const Past past;
    const Report before = past.report(zone, static_cast<WindowKind>(kind));
    QVERIFY(before.rows.size() > 5);
    QVERIFY(past.packAll() > 500);
    QCOMPARE(past.count(u"SELECT count(*) FROM slot_sum WHERE sums IS NULL"_s), 0);
    QCOMPARE(past.report(zone, static_cast<WindowKind>(kind)), before);
}

// Until a quarter of an hour after it is over.
void TestPackedSums::packsWhatIsOverOnly()
{
    const Fixture f;
    const HoldRecord record = hold(1); // 10:30, so its quarter ends at 10:45 and its hour at 11:00
    QVERIFY(f.write({record, settlement(record, 100)}));
    QVERIFY(!f.ledger->packSums(Noon + 30min - 1s).value());
    QVERIFY(f.ledger->packSums(Noon + 30min).value());
    QVERIFY(!f.ledger->packSums(Noon + 45min - 1s).value());
    QVERIFY(f.ledger->packSums(Noon + 45min).value());
    QVERIFY(!f.ledger->packSums(Noon + 13h).value());
    QVERIFY(f.ledger->packSums(Noon + 14h).value()); // the day
}

void TestPackedSums::forgetsWhatALateCallChanged()
{
    const Past past;
    QVERIFY(past.packAll() > 0);
    const Report before = past.report("UTC", WindowKind::Day);
    const HoldRecord late = hold(5'000, Noon + 24h, by("late"));
    QVERIFY(past.write({late, settlement(late, 7)}));
    // Its quarter, its hour and its day.
    QCOMPARE(past.count(u"SELECT count(*) FROM slot_sum WHERE sums IS NULL"_s), 3);
    const Report after = past.report("UTC", WindowKind::Day);
    QCOMPARE(after.rows.size(), before.rows.size() + 1);
    QCOMPARE(past.packAll(), 3);
    QCOMPARE(past.report("UTC", WindowKind::Day), after);
    // Another one beside it changes rows that are there already.
    const HoldRecord later = hold(5'001, Noon + 24h + 1s, by("late"));
    QVERIFY(past.write({later, settlement(later, 7)}));
    QCOMPARE(past.count(u"SELECT count(*) FROM slot_sum WHERE sums IS NULL"_s), 3);
    QVERIFY(past.report("UTC", WindowKind::Day) != after);
    QCOMPARE(past.differences(), std::vector<QString>());
}

// What retention does to old minutes; their quarters are as readable as before.
void TestPackedSums::readsMinutesThatBecameQuarters()
{
    const Past past;
    const Report before = past.report("Asia/Kolkata", WindowKind::Hour);
    const Retention rules{.days = 1};
    while (past.ledger->prune(rules, past.end + 24h).value()) {
    }
    QVERIFY(past.count(u"SELECT count(*) FROM rollup WHERE granularity = 900"_s) > 0);
    QCOMPARE(past.report("Asia/Kolkata", WindowKind::Hour), before);
    QVERIFY(past.packAll() > 0);
    QCOMPARE(past.report("Asia/Kolkata", WindowKind::Hour), before);
    QCOMPARE(past.differences(), std::vector<QString>());
}

void TestPackedSums::isProvedByVerify_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *change, const char *sentence) {
        QTest::newRow(name) << QString::fromLatin1(change) << QString::fromLatin1(sentence);
    };
    row("other packed sums",
        "UPDATE slot_sum SET sums = x'02020202020202020202' WHERE granularity = 3600 AND slot = "
        "(SELECT min(slot) FROM slot_sum WHERE granularity = 3600)",
        "The packed sums of 3600 seconds from 2026-11-20 10:00:00 UTC");
    row("none", "DELETE FROM slot_sum WHERE granularity = 86400", "Reports do not find");
    row("a tag's sum",
        "UPDATE tag_rollup SET cost = cost + 1 WHERE granularity = 3600",
        "The roll-up by tag of 3600 seconds");
    row("a tag's sum that nobody made",
        "INSERT INTO tag_rollup SELECT granularity, slot + 3600000, tags, attribution, 1, 1, 1 "
        "FROM tag_rollup LIMIT 1",
        "The roll-up by tag of");
}

void TestPackedSums::isProvedByVerify()
{
    QFETCH(QString, change);
    QFETCH(QString, sentence);
    const Past past;
    QVERIFY(past.packAll() > 0);
    QCOMPARE(past.differences(), std::vector<QString>());
    past.tamper(change);
    const std::vector<QString> found = past.differences();
    QVERIFY(!found.empty());
    QVERIFY2(found.front().startsWith(sentence), qPrintable(found.front()));
}

// S4-05: of 1,000 calls every tenth failed, also when nothing but the sums is left.
void TestPackedSums::keepsTheSuccessRateWhenDetailIsGone()
{
    const Past past;
    const auto rate = [&past] {
        const auto report = Reports::open(past.path).value()->run({.name = "usage"}).value();
        return std::get<double>(report.rows.front().at(5));
    };
    QCOMPARE(rate(), 0.9);
    while (past.ledger->prune({.days = 1}, past.end + 48h).value()) {
    }
    QCOMPARE(past.count(u"SELECT count(*) FROM settlement"_s), 0);
    QCOMPARE(rate(), 0.9);
}

QTEST_GUILESS_MAIN(TestPackedSums)
#include "tst_packedsums.moc"
