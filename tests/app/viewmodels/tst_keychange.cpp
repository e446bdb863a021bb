// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is changed of a key that there is, and what comes of the wish.
#include "keysample.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace keysample;

class TestKeyChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAKeyButNotItsTenant();
    void limitsAKeyByTheHourAndInTime();
    void keepsTheEndOfAKeyThatIsOver();
    void changesTheCapOfAKnownKey();
    void staysOpenWhenItIsRefused();
    void passesOverAnswersToEarlierQuestions();
};

void TestKeyChange::changesAKeyButNotItsTenant()
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

void TestKeyChange::limitsAKeyByTheHourAndInTime()
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

void TestKeyChange::keepsTheEndOfAKeyThatIsOver()
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

void TestKeyChange::changesTheCapOfAKnownKey()
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

void TestKeyChange::staysOpenWhenItIsRefused()
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

void TestKeyChange::passesOverAnswersToEarlierQuestions()
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

QTEST_MAIN(TestKeyChange)
#include "tst_keychange.moc"
