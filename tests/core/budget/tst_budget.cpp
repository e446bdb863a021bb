// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/budget.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <limits>
#include <set>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Budget plain()
{
    Budget budget;
    budget.id = "b-000000000001";
    budget.limit = 10'000'000'000; // $10
    return budget;
}

Budget rich()
{
    Budget budget = plain();
    budget.name = u"Recherche – Zoë"_s;
    budget.selector = *Selector::parse("tenant:*,model:llama-8b,tag:project:a%2Cb");
    budget.window = *Window::parse("week:sunday@Europe/Berlin");
    budget.unit = Unit::Tokens;
    budget.limit = std::numeric_limits<qint64>::max(); // exact, unlike a double
    budget.softMarks = {500'000, 800'000, 950'000};
    budget.hardMark = 990'000;
    budget.mode = BudgetMode::Audit;
    budget.atHard = HardAction::Queue;
    budget.atSoft.downgrades = {{{"gpt-4o", "*"}, "llama-8b"}};
    budget.atSoft.disableTools = {"web_search"};
    budget.queueFor = 30s;
    budget.clamp = false;
    budget.yieldsToExact = true;
    return budget;
}

using Change = std::function<void(Budget &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class TestBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesJson();
    void hasTheDefaultsOfTheSeed();
    void roundsTheCapDownAndMarksUp_data();
    void roundsTheCapDownAndMarksUp();
    void acceptsTheEdgesOfEveryRange();
    void namesTheFieldOutOfRange_data();
    void namesTheFieldOutOfRange();
    void namesEveryFieldAtOnce();
    void namesTheKeyItCannotRead_data();
    void namesTheKeyItCannotRead();
    void newIdsAreUniqueAndWellFormed();
};

void TestBudget::survivesJson()
{
    for (const Budget &budget : {plain(), rich()}) {
        QVERIFY(budget.validate().ok());
        // Through text, as the database has it.
        const QByteArray text = QJsonDocument(budget.toJson()).toJson();
        const Result<Budget> again = Budget::fromJson(QJsonDocument::fromJson(text).object());
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
        QVERIFY(*again == budget);
    }
}

// S1-10, S1-11, S1-17
void TestBudget::hasTheDefaultsOfTheSeed()
{
    const Result<Budget> budget = Budget::fromJson({{u"id"_s, u"b-1"_s}, {u"limit_nano_usd"_s, 1}});
    QVERIFY(budget.ok());
    QCOMPARE(budget->softMarks, std::vector<int>{800'000});
    QCOMPARE(budget->hardMark, 1'000'000);
    QVERIFY(budget->selector.isGlobal());
    QCOMPARE(budget->window.kind, WindowKind::Lifetime);
    QVERIFY(budget->atSoft == SoftActions());
}

void TestBudget::roundsTheCapDownAndMarksUp_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<int>("mark");
    QTest::addColumn<qint64>("cap");
    QTest::addColumn<qint64>("amount");
    QTest::newRow("exact: 10 x 0.8") << qint64(10) << 800'000 << qint64(8) << qint64(8);
    QTest::newRow("11 x 0.8 = 8.8") << qint64(11) << 800'000 << qint64(8) << qint64(9);
    QTest::newRow("7 x 0.333333 = 2.333331") << qint64(7) << 333'333 << qint64(2) << qint64(3);
    QTest::newRow("all of it") << qint64(7) << 1'000'000 << qint64(7) << qint64(7);
    const qint64 most = std::numeric_limits<qint64>::max(); // 9223372036854775807
    QTest::newRow("largest, all") << most << 1'000'000 << most << most;
    QTest::newRow("largest, half") << most << 500'000 << most / 2 << most / 2 + 1;
}

void TestBudget::roundsTheCapDownAndMarksUp()
{
    QFETCH(qint64, limit);
    QFETCH(int, mark);
    QFETCH(qint64, cap);
    QFETCH(qint64, amount);
    Budget budget = plain();
    budget.limit = limit;
    budget.hardMark = mark;
    QCOMPARE(budget.cap(), cap);
    QCOMPARE(budget.markAmount(mark), amount);
}

void TestBudget::acceptsTheEdgesOfEveryRange()
{
    Budget budget = plain();
    budget.limit = 1;
    budget.softMarks = {1, 1'000'000};
    QVERIFY(budget.validate().ok());
    budget.softMarks = {};
    QVERIFY(budget.validate().ok());
    budget.atHard = HardAction::Queue;
    budget.queueFor = 1s;
    QVERIFY(budget.validate().ok());
    budget.queueFor = 300s;
    QVERIFY(budget.validate().ok());
}

// S1-18: typed errors, nothing accepted that could not work
void TestBudget::namesTheFieldOutOfRange_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QString &named, Change change) {
        QTest::newRow(name) << std::move(change) << named;
    };
    row("no id", u"id must"_s, [](Budget &b) { b.id.clear(); });
    row("id with a space", u"id must"_s, [](Budget &b) { b.id = "a b"; });
    row("long id", u"id must"_s, [](Budget &b) { b.id = QByteArray(65, 'x'); });
    row("long name", u"name must"_s, [](Budget &b) { b.name = QString(201, u'x'); });
    row("limit 0", u"limit must be above 0"_s, [](Budget &b) { b.limit = 0; });
    row("limit below 0", u"limit must be above 0"_s, [](Budget &b) { b.limit = -1; });
    row("cap of nothing", u"no call could ever pass"_s, [](Budget &b) {
        b.limit = 1;
        b.softMarks = {};
        b.hardMark = 999'999;
    });
    row("hard mark 0", u"hard_mark_ppm"_s, [](Budget &b) { b.hardMark = 0; });
    row("hard mark above all", u"hard_mark_ppm must"_s, [](Budget &b) { b.hardMark = 1'000'001; });
    row("soft above hard", u"soft_marks_ppm"_s, [](Budget &b) { b.hardMark = 700'000; });
    row("soft mark 0", u"soft_marks_ppm"_s, [](Budget &b) { b.softMarks = {0}; });
    row("soft marks not rising", u"soft_marks_ppm"_s, [](Budget &b) {
        b.softMarks = {800'000, 800'000};
    });
    row("short rolling", u"window"_s, [](Budget &b) {
        b.window.kind = WindowKind::Rolling;
        b.window.length = 59s;
    });
    row("unknown zone", u"window"_s, [](Budget &b) {
        b.window.kind = WindowKind::Day;
        b.window.zone = "Mars/Olympus";
    });
    row("downgrade from nothing", u"at_soft.downgrades"_s, [](Budget &b) {
        b.atSoft.downgrades = {{{}, "a"}};
    });
    row("downgrade to nothing", u"at_soft.downgrades"_s, [](Budget &b) {
        b.atSoft.downgrades = {{{"a"}, {}}};
    });
    row("downgrade to itself (S1-22)", u"to itself"_s, [](Budget &b) {
        b.atSoft.downgrades = {{{"a"}, "a"}};
    });
    row("tool without name", u"at_soft.disable_tools"_s, [](Budget &b) {
        b.atSoft.disableTools = {""};
    });
    row("queue of 0 s", u"queue_for_s"_s, [](Budget &b) { b.atHard = HardAction::Queue; });
    row("queue of 301 s", u"queue_for_s"_s, [](Budget &b) {
        b.atHard = HardAction::Queue;
        b.queueFor = 301s;
    });
    row("negative queue", u"queue_for_s"_s, [](Budget &b) { b.queueFor = -1s; });
    row("hard downgrade to nowhere", u"at_hard"_s, [](Budget &b) {
        b.atHard = HardAction::Downgrade;
    });
    row("yields without a wildcard", u"yields_to_exact"_s, [](Budget &b) {
        b.yieldsToExact = true;
    });
}

void TestBudget::namesTheFieldOutOfRange()
{
    QFETCH(Change, change);
    QFETCH(QString, named);
    Budget budget = plain();
    change(budget);
    const Outcome outcome = budget.validate();
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::InvalidInput);
    QVERIFY2(outcome.error().message.contains(named), qPrintable(outcome.error().message));
}

void TestBudget::namesEveryFieldAtOnce()
{
    Budget budget = plain();
    budget.limit = 0;
    budget.softMarks = {0};
    budget.queueFor = 400s;
    const QString message = budget.validate().error().message;
    for (const QString &named : {u"limit"_s, u"soft_marks_ppm"_s, u"queue_for_s"_s}) {
        QVERIFY2(message.contains(named), qPrintable(message));
    }
}

void TestBudget::namesTheKeyItCannotRead_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const QString &key, const QJsonValue &value) {
        QTest::addRow("%s %d", qPrintable(key), int(value.type())) << key << value;
    };
    row(u"id"_s, 5);
    row(u"name"_s, true);
    row(u"selector"_s, u"planet:mars"_s);
    row(u"selector"_s, 5);
    row(u"window"_s, u"fortnight"_s);
    row(u"unit"_s, u"eur"_s);
    row(u"unit"_s, 0);
    row(u"limit_nano_usd"_s, 0.5);
    row(u"limit_nano_usd"_s, u"10"_s);
    row(u"limit_nano_usd"_s, 1e300);
    row(u"limit"_s, 10);        // an old field name is not ignored in silence
    row(u"limit_tokens"_s, 10); // not the unit's
    row(u"soft_marks_ppm"_s, 0.8);
    row(u"soft_marks_ppm"_s, QJsonArray{u"0.8"_s});
    row(u"soft_marks_ppm"_s, QJsonArray{qint64(4'294'967'297)});
    row(u"hard_mark_ppm"_s, u"1"_s);
    row(u"mode"_s, u"block"_s);
    row(u"at_hard"_s, u"explode"_s);
    row(u"at_soft"_s, 5);
    row(u"at_soft"_s, QJsonObject{{u"disable_tools"_s, QJsonArray{5}}});
    row(u"queue_for_s"_s, u"5"_s);
    row(u"clamp"_s, 1);
    row(u"yields_to_exact"_s, u"no"_s);
}

void TestBudget::namesTheKeyItCannotRead()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject json = plain().toJson();
    json[key] = value;
    const Result<Budget> budget = Budget::fromJson(json);
    QVERIFY(!budget.ok());
    QCOMPARE(budget.error().code, ErrorCode::InvalidInput);
    QVERIFY2(budget.error().message.contains(key), qPrintable(budget.error().message));
}

void TestBudget::newIdsAreUniqueAndWellFormed()
{
    std::set<QByteArray> ids;
    const QRegularExpression form(u"^b-[0-9a-f]{12}$"_s);
    for (int i = 0; i < 1000; ++i) {
        const QByteArray id = newBudgetId();
        QVERIFY(form.match(QString::fromLatin1(id)).hasMatch());
        QVERIFY(ids.insert(id).second);
    }
}

QTEST_APPLESS_MAIN(TestBudget)
#include "tst_budget.moc"
