// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activityday.h"

#include "core/ledger/connection.h"
#include "core/ledger/schema.h"

using namespace samples;
using namespace Qt::StringLiterals;

class TestActivity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEveryRequestOnceNewestFirst();
    void saysWhatBecameOfEachRequest();
    void filters_data();
    void filters();
    void filtersByTags();
    void pagesWithoutGapOrRepeat_data();
    void pagesWithoutGapOrRepeat();
    void goesOnSearchingForWhatRarelyFits();
    void seesWhatIsCommittedWhileItReads();
    void namesEveryModelThatWasEverCalled();
    void namesTheTagsOfItsCalls();
    void putsReleasedCallsOfAnOlderLedgerInOrder();
    void saysThatThereIsNoLedger();
};

void TestActivity::listsEveryRequestOnceNewestFirst()
{
    const Day day;
    QVERIFY(day.ok);
    QCOMPARE(day.numbers({}), "7 6 5 4 3 2 1");
    QCOMPARE(day.activity->count({})->calls, 7);
    QVERIFY(!day.activity->page({}, std::nullopt, 100)->next);
}

void TestActivity::saysWhatBecameOfEachRequest()
{
    const Day day;
    QByteArrayList outcomes;
    const auto page = day.activity->page({}, std::nullopt, 100); // outlives the loop
    for (const ActivityRow &row : page->rows) {
        outcomes += outcomeName(row.outcome).toByteArray();
    }
    QCOMPARE(outcomes.join(' '), "allowed running refused released cut clamped allowed");
    const ActivityRow newest = day.activity->page({}, std::nullopt, 1)->rows.front();
    QCOMPARE(newest.place.at, Noon + 6min);
    QCOMPARE(newest.attribution, by("ops", "qwen"));
    QCOMPARE(newest.cost, Money::fromNanos(700));
    QCOMPARE(newest.bound, Money::fromNanos(5'000'000));
    QCOMPARE(newest.usage.total(), 30 + 4 + 3 + 20);
}

void TestActivity::filters_data()
{
    QTest::addColumn<ActivityFilter>("filter");
    QTest::addColumn<QByteArray>("numbers");
    const auto row = [](const char *name, const ActivityFilter &filter, const char *numbers) {
        QTest::newRow(name) << filter << QByteArray(numbers);
    };
    using enum CallOutcome;
    row("a tenant", {.values = {{Dimension::Tenant, "ops"}}}, "7");
    row("two dimensions",
        {.values = {{Dimension::Tenant, "research"}, {Dimension::Model, "llama-8b"}}},
        "6 5 4 3 2 1");
    row("a tenant that nobody knows", {.values = {{Dimension::Tenant, "x"}}}, "");
    row("without an agent", {.values = {{Dimension::Agent, ""}}}, "7 6 5 4 3 2 1");
    row("one decision", {.outcomes = {Clamped}}, "2");
    row("one ending", {.outcomes = {Cut}}, "3");
    row("a decision and an ending", {.outcomes = {Clamped, Cut}}, "3 2");
    row("plainly allowed", {.outcomes = {Allowed}}, "7 1");
    row("refused", {.outcomes = {Refused}}, "5");
    row("running", {.outcomes = {Running}}, "6");
    row("released", {.outcomes = {Released}}, "4");
    row("an outcome of a tenant",
        {.values = {{Dimension::Tenant, "research"}}, .outcomes = {Allowed, Refused}},
        "5 1");
    row("cost from", {.costFrom = Money::fromNanos(300)}, "7 3");
    row("cost between",
        {.costFrom = Money::fromNanos(200), .costTo = Money::fromNanos(300)},
        "3 2");
    row("from is in the range", {.from = Noon + 4min}, "7 6 5");
    row("to is not in the range", {.to = Noon + 4min}, "4 3 2 1");
    row("a request", {.id = RequestId{3, ~quint64{3}}}, "3");
    row("a refused request", {.id = RequestId{5, ~quint64{5}}}, "5");
    row("a released request", {.id = RequestId{4, ~quint64{4}}}, "4");
    row("a request of another outcome",
        {.outcomes = {Clamped}, .id = RequestId{3, ~quint64{3}}},
        "");
}

void TestActivity::filters()
{
    QFETCH(ActivityFilter, filter);
    QFETCH(QByteArray, numbers);
    const Day day;
    QCOMPARE(day.numbers(filter), numbers);
    QCOMPARE(day.activity->count(filter)->calls, numbers.isEmpty() ? 0 : numbers.count(' ') + 1);
}

void TestActivity::pagesWithoutGapOrRepeat_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 2, 3, 7, 8}) {
        QTest::addRow("%d", limit) << limit;
    }
}

void TestActivity::pagesWithoutGapOrRepeat()
{
    QFETCH(int, limit);
    const Day day;
    // At the same microsecond as another: the id decides.
    QVERIFY(day.write({refusal(8, Noon + 6min), refusal(9, Noon)}));
    QByteArray numbers;
    std::optional<ActivityCursor> before;
    do {
        const ActivityPage page = day.activity->page({}, before, limit).value();
        QVERIFY(std::ssize(page.rows) <= limit);
        for (const ActivityRow &row : page.rows) {
            numbers += QByteArray::number(row.place.id.high);
        }
        before = page.next;
    } while (before);
    QCOMPARE(numbers, "876543291");
}

// 12,000 plain calls above the one that fits: a page looks at a bounded part of them.
void TestActivity::goesOnSearchingForWhatRarelyFits()
{
    const Fixture f;
    std::vector<LedgerRecord> records{hold(1), settlement(hold(1), 999)};
    for (quint64 number = 2; number < 12'002; ++number) {
        const HoldRecord plain = hold(number, Noon + std::chrono::milliseconds(number));
        records.emplace_back(plain);
        records.emplace_back(settlement(plain, 1));
    }
    QVERIFY(f.write(records));
    const auto activity = Activity::open(f.path).value();
    const ActivityFilter filter{.costFrom = Money::fromNanos(999)};
    ActivityPage page = activity->page(filter, std::nullopt, 50).value();
    QVERIFY(page.rows.empty());
    int pages = 1;
    while (page.rows.empty() && page.next) {
        page = activity->page(filter, page.next, 50).value();
        ++pages;
    }
    QCOMPARE(page.rows.size(), 1U);
    QCOMPARE(page.rows.front().place.id.high, 1U);
    QCOMPARE(pages, 3); // 5,000 rows each
}

void TestActivity::seesWhatIsCommittedWhileItReads()
{
    const Day day;
    QCOMPARE(day.numbers({}, 1), "7");
    const HoldRecord later = hold(8, Noon + 7min);
    QVERIFY(day.write({later}));
    QCOMPARE(day.numbers({}, 1), "8");
}

void TestActivity::namesEveryModelThatWasEverCalled()
{
    const Day day;
    QCOMPARE(day.activity->names(Dimension::Model).value(),
             (std::vector{"llama-8b"_ba, "qwen"_ba}));
    const Fixture empty;
    QVERIFY(Activity::open(empty.path).value()->names(Dimension::Model).value().empty());
}

/// 1 has both tags, 2 another project, 3 the first one and is refused; 4 has a name for a value.
struct Tagged : Fixture
{
    Tagged()
    {
        const HoldRecord both = of(1, {{"project", "search"}, {"task_id", "7"}});
        const HoldRecord other = of(2, {{"project", "ads"}});
        const HoldRecord turned = of(4, {{"a", "project"}, {"search", "x"}});
        Attribution refused = by("research");
        refused.tags = {{"project", "search"}};
        ok = write({both,
                    settlement(both, 100),
                    other,
                    settlement(other, 200),
                    refusal(3, Noon + 3min, refused),
                    turned,
                    hold(5, Noon + 5min)});
        activity = Activity::open(path).value();
    }
    static HoldRecord of(quint64 number, const std::vector<ActivityTag> &tags)
    {
        HoldRecord record = hold(number, Noon + std::chrono::minutes(number));
        record.attribution.tags = tags;
        return record;
    }
    [[nodiscard]] QByteArray numbers(const std::vector<ActivityTag> &tags) const
    {
        QByteArray text;
        const auto page = activity->page({.tags = tags}, std::nullopt, 100);
        for (const ActivityRow &row : page->rows) {
            text += QByteArray::number(row.place.id.high) + ' ';
        }
        return text.trimmed();
    }
    bool ok = false;
    std::unique_ptr<Activity> activity;
};

void TestActivity::filtersByTags()
{
    const Tagged day;
    QVERIFY(day.ok);
    QCOMPARE(day.numbers({{"project", "search"}}), "3 1");
    QCOMPARE(day.numbers({{"task_id", "7"}, {"project", "search"}}), "1");
    QCOMPARE(day.numbers({{"a", "project"}}), "4"); // it runs
    QCOMPARE(day.numbers({{"project", "x"}}), "");
    QCOMPARE(day.activity->count({.tags = {{"project", "search"}}})->calls, 2);
}

void TestActivity::namesTheTagsOfItsCalls()
{
    const Tagged day;
    const std::vector<ActivityTag> settled{
        {"project", "ads"}, {"project", "search"}, {"task_id", "7"}};
    QCOMPARE(day.activity->tags().value(), settled);
    const Fixture empty;
    QVERIFY(Activity::open(empty.path).value()->tags().value().empty());
}

void TestActivity::putsReleasedCallsOfAnOlderLedgerInOrder()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.db"_s);
    {
        const auto connection = Connection::open(path).value();
        QVERIFY(schema::claim(*connection).ok());
        QVERIFY(schema::migrate(*connection, 3).ok()); // before requests could be listed
        QVERIFY(connection->execute(u"INSERT INTO attribution VALUES (1,0,0,0,0,0,0,0,0,0,0,0)"_s));
        QVERIFY(connection->execute(
            u"INSERT INTO hold VALUES (7, 8, 1, 5000, 1, 0, 1, 1, 1, 0, x'', 0)"_s));
        QVERIFY(connection->execute(u"INSERT INTO released VALUES (7, 8, 1)"_s));
    }
    opened(path).reset();
    const auto activity = Activity::open(path).value();
    const ActivityPage page = activity->page({}, std::nullopt, 10).value();
    QCOMPARE(page.rows.size(), 1U);
    QCOMPARE(page.rows.front().outcome, CallOutcome::Released);
    QCOMPARE(page.rows.front().place.at, Time(Duration(5'000)));
}

void TestActivity::saysThatThereIsNoLedger()
{
    const auto activity = Activity::open(u"/nowhere/ledger.db"_s);
    QVERIFY(!activity.ok());
    QCOMPARE(activity.error().code, ErrorCode::NotFound);
    QVERIFY(activity.error().message.contains(u"/nowhere/ledger.db"_s));
}

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
