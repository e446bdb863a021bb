// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keys/keylistmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

core::KeyFacts key(const QByteArray &id, const QByteArray &tenant, std::chrono::hours age)
{
    core::KeyFacts facts;
    facts.id = id;
    facts.name = QString::fromUtf8(id);
    facts.hint = "9f2c";
    facts.tenant = tenant;
    facts.createdAt = core::Time(1000h) - age;
    return facts;
}

core::Snapshot snapshot(std::vector<core::KeyFacts> keys)
{
    core::Snapshot snapshot;
    snapshot.at = core::Time(1000h);
    snapshot.zone = "UTC";
    snapshot.listeningOn = u"http://127.0.0.1:7007"_s;
    snapshot.keys = std::move(keys);
    return snapshot;
}

KeyRow rowOf(const KeyListModel &list, int row)
{
    return list.data(list.index(row), Qt::UserRole).value<KeyRow>();
}

} // namespace

class TestKeyForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheKeysOfTheTenantTheNewestFirst();
    void tellsWhenAKeyWasUsedOrRevoked();
    void makesAKeyWithItsLimits();
    void saysWhatIsWrongWithAFigure();
    void showsTheKeyOnceAndForgetsIt();
    void capsTheKeyThatWasMade();
    void changesAKeyButNotItsTenant();
    void limitsAKeyByTheHourAndInTime();
    void keepsTheEndOfAKeyThatIsOver();
    void changesTheCapOfAKnownKey();
    void staysOpenWhenItIsRefused();
    void passesOverAnswersToEarlierQuestions();
    void marksTheTwoLinesToChange_data();
    void marksTheTwoLinesToChange();
};

void TestKeyForm::listsTheKeysOfTheTenantTheNewestFirst()
{
    core::KeyFacts revoked = key("gone", "research", 1h);
    revoked.revokedAt = core::Time(999h);
    KeyListModel list;
    const auto all = snapshot({key("old", "research", 9h),
                               revoked,
                               key("other", "sales", 3h),
                               key("new", "research", 2h)});
    list.apply(all, "research");
    QCOMPARE(list.count(), 3);
    QCOMPARE(rowOf(list, 0).name, u"new"_s);
    QCOMPARE(rowOf(list, 1).name, u"old"_s);
    QCOMPARE(rowOf(list, 2).name, u"gone"_s); // works no more
    list.apply(all, {});
    QCOMPARE(list.count(), 4);
}

void TestKeyForm::tellsWhenAKeyWasUsedOrRevoked()
{
    core::KeyFacts used = key("used", "a", 5h);
    used.lastUsedAt = core::Time(998h + 9min);
    used.limits.requestsPerMinute = 60;
    used.agent = "crawler";
    core::KeyFacts revoked = key("revoked", "a", 5h);
    revoked.revokedAt = core::Time(999h);
    KeyListModel list;
    list.apply(snapshot({used, key("idle", "a", 6h), revoked}), "a");
    // Hour 998 of the epoch is 14:00 of its day: 998 = 41 x 24 + 14.
    QCOMPARE(rowOf(list, 0).used, u"today 14:09"_s);
    QCOMPARE(rowOf(list, 0).limits, u"agent crawler · 60 requests a minute"_s);
    QCOMPARE(rowOf(list, 0).hint, u"sk-cap-…9f2c"_s);
    QCOMPARE(rowOf(list, 1).used, u"never used"_s);
    QCOMPARE(rowOf(list, 2).used, u"revoked today 15:00"_s);
    core::Snapshot tomorrow = snapshot({used, key("idle", "a", 6h), revoked});
    tomorrow.at += 24h;
    QSignalSpy changed(&list, &QAbstractItemModel::dataChanged);
    list.apply(tomorrow, "a");
    QVERIFY(changed.count() > 0);
    QCOMPARE(rowOf(list, 0).used, u"yesterday 14:09"_s);
    QSignalSpy wish(&list, &KeyListModel::revokeRequested);
    list.revoke(u"idle"_s);
    QCOMPARE(wish.at(0).at(0).toByteArray(), "idle"_ba);
    list.edit(2); // a revoked key stays as it is
    QCOMPARE(list.form()->stage(), KeyForm::Closed);
}

void TestKeyForm::makesAKeyWithItsLimits()
{
    KeyForm form;
    QSignalSpy wish(&form, &KeyForm::createRequested);
    form.begin(u"research"_s);
    form.setName(u" notebooks "_s);
    form.setModels(u"llama-*, , bge-m3"_s);
    form.setRequests(u"60"_s);
    form.setParallel(u"2"_s);
    QVERIFY2(form.canSave(), qPrintable(form.errorText()));
    form.save();
    form.save(); // on its way
    QCOMPARE(wish.count(), 1);
    const auto facts = wish.at(0).at(1).value<core::KeyFacts>();
    QCOMPARE(facts.tenant, "research"_ba);
    QCOMPARE(facts.name, u"notebooks"_s);
    QCOMPARE(facts.models, (std::vector<QByteArray>{"llama-*", "bge-m3"}));
    QCOMPARE(facts.limits.requestsPerMinute, std::optional<qint64>(60));
    QCOMPARE(facts.limits.parallel, std::optional<qint64>(2));
    QVERIFY(!facts.limits.tokensPerMinute);
}

void TestKeyForm::saysWhatIsWrongWithAFigure()
{
    KeyForm form;
    form.begin(u"research"_s);
    QVERIFY(form.errorText().isEmpty());
    form.setTokens(u"many"_s);
    QVERIFY(!form.canSave());
    QVERIFY2(form.errorText().contains(u"tokens_per_minute"_s), qPrintable(form.errorText()));
    form.setTokens({});
    form.setCap(u"three"_s);
    QVERIFY(!form.canSave());
    QVERIFY(!form.errorText().isEmpty());
    form.setCap(u"$3"_s);
    QVERIFY(form.canSave());
    QCOMPARE(form.capText(), u"$3.00 a day"_s);
}

void TestKeyForm::showsTheKeyOnceAndForgetsIt()
{
    KeyForm form;
    form.setPlace(u"http://127.0.0.1:7007"_s, "UTC");
    form.begin(u"research"_s);
    form.save();
    form.takeKey(1, "k-1", core::Secret("sk-cap-secret"));
    QCOMPARE(form.stage(), KeyForm::Made);
    QCOMPARE(form.keyText(), u"sk-cap-secret"_s);
    QVERIFY(form.code().text.contains(u"sk-cap-secret"_s));
    QVERIFY(!form.isStored());
    form.copyKey();
    QVERIFY(form.isStored());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"sk-cap-secret"_s);
    form.close();
    QVERIFY(form.keyText().isEmpty());
    QVERIFY(!form.code().text.contains(u"sk-cap-secret"_s));
}

void TestKeyForm::capsTheKeyThatWasMade()
{
    KeyForm form;
    QSignalSpy wish(&form, &KeyForm::capRequested);
    form.setPlace({}, "Europe/Berlin");
    form.begin(u"research"_s);
    form.setCap(u"3"_s);
    form.save();
    form.takeKey(1, "k-1", core::Secret("sk-cap-secret"));
    QCOMPARE(wish.count(), 1);
    const auto budget = wish.at(0).at(0).value<core::Budget>();
    QCOMPARE(budget.selector.toText(), "key:k-1"_ba);
    QCOMPARE(budget.limit, core::Money::fromDollars(3).nanos());
    QCOMPARE(budget.window.zone, "Europe/Berlin"_ba);
    QVERIFY(budget.validate().ok());
}

void TestKeyForm::changesAKeyButNotItsTenant()
{
    core::KeyFacts known = key("k-7", "research", 1h);
    known.limits.requestsPerHour = 500;
    known.limits.requestsPerMinute = 10;
    KeyForm form;
    QSignalSpy wish(&form, &KeyForm::changeRequested);
    form.edit(known);
    QVERIFY(!form.isFresh());
    QCOMPARE(form.requests(), u"10"_s);
    form.setName(u"laptop"_s);
    form.setRequests({});
    form.save();
    const auto facts = wish.at(0).at(1).value<core::KeyFacts>();
    QCOMPARE(facts.id, "k-7"_ba);
    QCOMPARE(facts.tenant, "research"_ba);
    QCOMPARE(facts.name, u"laptop"_s);
    QCOMPARE(facts.limits.requestsPerHour, std::optional<qint64>(500));
    QVERIFY(!facts.limits.requestsPerMinute);
    form.takeChanged(1);
    QCOMPARE(form.stage(), KeyForm::Closed);
}

void TestKeyForm::limitsAKeyByTheHourAndInTime()
{
    KeyForm form;
    QSignalSpy made(&form, &KeyForm::createRequested);
    form.setPlace({}, "UTC", core::Time(1000h)); // 1970-02-11 16:00
    form.begin(u"research"_s);
    form.setHourlyRequests(u"500"_s);
    form.setHourlyTokens(u"2,000,000"_s);
    form.setExpires(u"soon"_s);
    QVERIFY2(form.errorText().startsWith(u"“soon” is no time."_s), qPrintable(form.errorText()));
    form.setExpires(u"30d"_s);
    QVERIFY2(form.canSave(), qPrintable(form.errorText()));
    form.save();
    auto facts = made.at(0).at(1).value<core::KeyFacts>();
    QCOMPARE(facts.limits.requestsPerHour, std::optional<qint64>(500));
    QCOMPARE(facts.limits.tokensPerHour, std::optional<qint64>(2'000'000));
    QCOMPARE(facts.expiresAt, core::Time(1000h + 30 * 24h));
    form.close();
    QSignalSpy changed(&form, &KeyForm::changeRequested);
    facts.id = "k-7"; // as it was made
    form.edit(facts);
    QCOMPARE(form.expires(), u"1970-03-13 16:00"_s);
    QCOMPARE(form.hourlyRequests(), u"500"_s);
    form.setExpires({}); // for good
    form.setHourlyTokens({});
    form.save();
    const auto after = changed.at(0).at(1).value<core::KeyFacts>();
    QCOMPARE(after.expiresAt, core::Time::max());
    QVERIFY(!after.limits.tokensPerHour);
}

void TestKeyForm::keepsTheEndOfAKeyThatIsOver()
{
    core::KeyFacts over = key("k-7", "research", 9h);
    over.expiresAt = core::Time(999h + 30s);
    KeyForm form;
    QSignalSpy wish(&form, &KeyForm::changeRequested);
    form.setPlace({}, "UTC", core::Time(1000h));
    form.edit(over);
    form.setName(u"laptop"_s);
    QVERIFY2(form.canSave(), qPrintable(form.errorText()));
    form.save();
    QCOMPARE(wish.at(0).at(1).value<core::KeyFacts>().expiresAt, over.expiresAt);
}

void TestKeyForm::changesTheCapOfAKnownKey()
{
    using Cap = std::optional<core::Budget>;
    core::Budget cap;
    cap.id = "b-k";
    cap.selector = core::Selector({{core::Dimension::Key, {}, "k-7"}});
    cap.window.kind = core::WindowKind::Day;
    cap.limit = core::Money::fromDollars(3).nanos();
    core::Snapshot state = snapshot({key("k-7", "research", 9h), key("k-8", "research", 10h)});
    state.budgets = {cap};
    KeyListModel list;
    list.apply(state, "research");
    KeyForm &form = *list.form();
    QSignalSpy wish(&form, &KeyForm::capChangeRequested);
    list.edit(0);
    QCOMPARE(form.cap(), u"3.00"_s);
    form.save();
    form.takeChanged(1);
    QCOMPARE(wish.count(), 0); // it is as it was
    list.edit(0);
    form.setCap(u"4.50"_s);
    form.save();
    form.takeChanged(2);
    QCOMPARE(wish.last().at(0).value<Cap>(), Cap(cap));
    QCOMPARE(wish.last().at(1).value<Cap>()->id, "b-k"_ba);
    QCOMPARE(wish.last().at(1).value<Cap>()->limit, 4'500'000'000);
    list.edit(0);
    form.setCap({});
    form.save();
    form.takeChanged(3);
    QVERIFY(!wish.last().at(1).value<Cap>());
    list.edit(1); // one without
    form.setCap(u"2"_s);
    form.save();
    form.takeChanged(4);
    QVERIFY(!wish.last().at(0).value<Cap>());
    QCOMPARE(wish.last().at(1).value<Cap>()->selector.toText(), "key:k-8"_ba);
}

void TestKeyForm::staysOpenWhenItIsRefused()
{
    KeyForm form;
    form.begin(u"research"_s);
    form.save();
    form.refuse(1, u"The disk is full."_s);
    QCOMPARE(form.stage(), KeyForm::Writing);
    QCOMPARE(form.errorText(), u"The disk is full."_s);
    form.setName(u"again"_s);
    QVERIFY(form.errorText().isEmpty());
}

void TestKeyForm::passesOverAnswersToEarlierQuestions()
{
    KeyForm form;
    form.begin(u"research"_s);
    form.save();
    form.close();
    form.begin(u"sales"_s);
    form.save();
    form.takeKey(1, "k-1", core::Secret("sk-cap-first"));
    QCOMPARE(form.stage(), KeyForm::Saving);
    form.takeKey(2, "k-2", core::Secret("sk-cap-second"));
    QCOMPARE(form.keyText(), u"sk-cap-second"_s);
}

void TestKeyForm::marksTheTwoLinesToChange_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("python") << int(ClientCode::Python);
    QTest::newRow("javascript") << int(ClientCode::JavaScript);
    QTest::newRow("curl") << int(ClientCode::Curl);
    QTest::newRow("environment") << int(ClientCode::Environment);
}

void TestKeyForm::marksTheTwoLinesToChange()
{
    QFETCH(int, kind);
    const ClientCode code =
        clientCode(static_cast<ClientCode::Kind>(kind), u"http://h:1"_s, u"sk-cap-x"_s, u"m"_s);
    const QStringList lines = code.text.split(u'\n');
    QCOMPARE(code.markedCount, 2);
    QVERIFY(lines.at(code.markedLine).contains(u"http://h:1/v1"_s));
    QVERIFY(lines.at(code.markedLine + 1).contains(u"sk-cap-x"_s));
}

QTEST_MAIN(TestKeyForm)
#include "tst_keyform.moc"
