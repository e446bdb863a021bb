// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keysample.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace keysample;

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
    void offersWhoAndWhatThereHasBeen();
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

void TestKeyForm::offersWhoAndWhatThereHasBeen()
{
    core::Snapshot now = snapshot({});
    now.tenants.emplace_back().name = "research";
    now.upstreams.emplace_back().models = {"llama-8b"};
    KeyForm form;
    form.apply(now);
    form.begin({});
    QSignalSpy named(form.knownAgents(), &LedgerFilterChip::namesWanted);
    form.knownAgents()->look();
    QCOMPARE(named.constLast().constFirst().value<core::Dimension>(), core::Dimension::Agent);
    form.knownAgents()->takeNames(core::Dimension::Agent, {u"crawler"_s});
    QCOMPARE(form.knownAgents()->choices(), QStringList(u"crawler"_s));
    form.knownTenants()->look();
    form.knownTenants()->takeNames(core::Dimension::Tenant, {u"interns"_s, u"research"_s});
    QCOMPARE(form.knownTenants()->choices(), QStringList({u"research"_s, u"interns"_s}));
    form.knownModels()->look();
    form.knownModels()->takeNames(core::Dimension::Model, {u"llama-2-7b"_s});
    QCOMPARE(form.knownModels()->choices(), QStringList({u"llama-8b"_s, u"llama-2-7b"_s}));
    form.addModel(u"llama-8b"_s);
    form.addModel(u"llama-2-7b"_s);
    form.addModel(u"llama-8b"_s); // is named already
    QCOMPARE(form.models(), u"llama-8b, llama-2-7b"_s);
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
