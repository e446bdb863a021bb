// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/bucketkey.h"
#include "core/budget/percentcode.h"
#include "core/budget/selector.h"

#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;

class TestSelector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndPrintsCanonically_data();
    void readsAndPrintsCanonically();
    void namesTheOffendingPart_data();
    void namesTheOffendingPart();
    void matchesOnlyWhenEveryTermDoes_data();
    void matchesOnlyWhenEveryTermDoes();
    void readsScopes_data();
    void readsScopes();
    void strangeNamesSurviveTheText_data();
    void strangeNamesSurviveTheText();
    void bucketKeysOfStrangeNamesNeverCollide();
    void damagedBucketKeysAreNotRead_data();
    void damagedBucketKeysAreNotRead();
    void knowsEveryDimensionByName();
    void findsTagsByName();
};

void TestSelector::readsAndPrintsCanonically_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    QTest::newRow("global") << QByteArray() << QByteArray();
    QTest::newRow("blank is global") << QByteArray("  ") << QByteArray();
    QTest::newRow("one value") << QByteArray("tenant:research") << QByteArray("tenant:research");
    QTest::newRow("wildcard") << QByteArray("tenant:*") << QByteArray("tenant:*");
    QTest::newRow("dimensions in their order")
        << QByteArray("model:llama-8b, tenant:*") << QByteArray("tenant:*,model:llama-8b");
    QTest::newRow("tags last, by name")
        << QByteArray("tag:project:*,tag:customer:a,route:/v1/chat")
        << QByteArray("route:/v1/chat,tag:customer:a,tag:project:*");
    QTest::newRow("scopes of seed S1")
        << QByteArray("session:*,org:acme") << QByteArray("tenant:acme,tag:session_id:*");
    QTest::newRow("a value with colons") << QByteArray("user:a:b:c") << QByteArray("user:a:b:c");
    QTest::newRow("not the wildcard") << QByteArray("tenant:%2A") << QByteArray("tenant:%2A");
    QTest::newRow("a star inside is a star") << QByteArray("tenant:a*") << QByteArray("tenant:a*");
}

void TestSelector::readsAndPrintsCanonically()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const Result<Selector> selector = Selector::parse(text);
    QVERIFY(selector.ok());
    QCOMPARE(selector->toText(), canonical);
    QVERIFY(*Selector::parse(canonical) == *selector);
    QCOMPARE(selector->isGlobal(), canonical.isEmpty());
    QCOMPARE(selector->hasWildcard(), canonical.contains(":*"));
}

void TestSelector::namesTheOffendingPart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown dimension") << QByteArray("tenant:a,planet:mars") << u"planet:mars"_s;
    QTest::newRow("no colon") << QByteArray("research") << u"research"_s;
    QTest::newRow("empty value") << QByteArray("tenant:,model:a") << u"\"tenant:\""_s;
    QTest::newRow("dimension twice") << QByteArray("tenant:a,tenant:b") << u"\"tenant\" twice"_s;
    QTest::newRow("an org is a tenant") << QByteArray("tenant:a,org:b") << u"\"tenant\" twice"_s;
    QTest::newRow("tag twice") << QByteArray("tag:a:1,tag:a:2") << u"\"tag:a\" twice"_s;
    QTest::newRow("tag without value") << QByteArray("tag:project") << u"tag:project"_s;
    QTest::newRow("tag without name") << QByteArray("tag::x") << u"tag::x"_s;
    QTest::newRow("empty part") << QByteArray("tenant:a,,model:b") << u"\"\""_s;
    QTest::newRow("broken escape") << QByteArray("tenant:%4") << u"%-escape"_s;
}

void TestSelector::namesTheOffendingPart()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    const Result<Selector> selector = Selector::parse(text);
    QVERIFY(!selector.ok());
    QCOMPARE(selector.error().code, ErrorCode::InvalidInput);
    QVERIFY2(selector.error().message.contains(named), qPrintable(selector.error().message));
    QVERIFY(!selector.error().remedy.isEmpty());
}

void TestSelector::matchesOnlyWhenEveryTermDoes_data()
{
    QTest::addColumn<QByteArray>("selector");
    QTest::addColumn<bool>("matches");
    QTest::newRow("global") << QByteArray() << true;
    QTest::newRow("value") << QByteArray("tenant:research") << true;
    QTest::newRow("another value") << QByteArray("tenant:sales") << false;
    QTest::newRow("wildcard, given") << QByteArray("tenant:*") << true;
    QTest::newRow("wildcard, not given") << QByteArray("agent:*") << false;
    QTest::newRow("both") << QByteArray("tenant:*,model:llama-8b") << true;
    QTest::newRow("one of two") << QByteArray("tenant:research,model:other") << false;
    QTest::newRow("tag") << QByteArray("tag:project:apollo") << true;
    QTest::newRow("tag wildcard, not given") << QByteArray("tag:customer:*") << false;
}

void TestSelector::matchesOnlyWhenEveryTermDoes()
{
    QFETCH(QByteArray, selector);
    QFETCH(bool, matches);
    Attribution attribution;
    attribution.of(Dimension::Tenant) = "research";
    attribution.of(Dimension::Model) = "llama-8b";
    attribution.tags = {{"project", "apollo"}};
    QCOMPARE(Selector::parse(selector)->matches(attribution), matches);
}

void TestSelector::readsScopes_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QByteArray>("selector"); // "!" is an error
    QTest::newRow("a bare name is a tenant")
        << QByteArray("tenant-1") << QByteArray("tenant:tenant-1");
    QTest::newRow("typed") << QByteArray("agent:agent-1") << QByteArray("agent:agent-1");
    QTest::newRow("wildcard") << QByteArray("user:*") << QByteArray("user:*");
    QTest::newRow("explicit global (S1-19)") << QByteArray("*:*") << QByteArray();
    QTest::newRow("a comma is part of the name") << QByteArray("a,b") << QByteArray("tenant:a%2Cb");
    QTest::newRow("colons in the name") << QByteArray("user:a:b") << QByteArray("user:a:b");
    // S1-16: the scope types of seed S1 that are no dimensions of ours
    QTest::newRow("a task is a tag") << QByteArray("task:t-7") << QByteArray("tag:task_id:t-7");
    QTest::newRow("a session is a tag")
        << QByteArray("session:a:b") << QByteArray("tag:session_id:a:b");
    QTest::newRow("each session") << QByteArray("session:*") << QByteArray("tag:session_id:*");
    QTest::newRow("an org is a tenant") << QByteArray("org:acme") << QByteArray("tenant:acme");
    QTest::newRow("unknown type") << QByteArray("planet:mars") << QByteArray("!");
    QTest::newRow("empty") << QByteArray() << QByteArray("!");
    QTest::newRow("no value") << QByteArray("tenant:") << QByteArray("!");
}

void TestSelector::readsScopes()
{
    QFETCH(QByteArray, scope);
    QFETCH(QByteArray, selector);
    const Result<Selector> result = Selector::fromScope(scope);
    QCOMPARE(result.ok() ? result->toText() : QByteArray("!"), selector);
}

void TestSelector::strangeNamesSurviveTheText_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"*",
                             "a,b",
                             "100%",
                             "%2A",
                             " padded ",
                             "a|b",
                             "\x1f",
                             "line\nbreak",
                             ":",
                             "Zo\xc3\xab",
                             "a:b"}) {
        QTest::newRow(name) << QByteArray(name);
    }
}

void TestSelector::strangeNamesSurviveTheText()
{
    QFETCH(QByteArray, name);
    QCOMPARE(percentDecoded(percentEncoded(name, ",|:")).value(), name);
    const Selector selector({{Dimension::Tenant, {}, name}, {Dimension::Tenant, name, name}});
    const Result<Selector> again = Selector::parse(selector.toText());
    QVERIFY(again.ok());
    QVERIFY(*again == selector);

    Budget budget;
    budget.id = name;
    budget.selector = selector;
    const BucketAddress address{definitionOf(budget), {name, name}, Time{}, 7};
    QVERIFY(BucketAddress::fromKey(address.toKey()) == address);
    QCOMPARE(address.budgetId(), name);
}

void TestSelector::bucketKeysOfStrangeNamesNeverCollide()
{
    const auto key = [](std::vector<QByteArray> values) {
        return BucketAddress{"b-1|usd||lifetime", std::move(values), Time{}, 0}.toKey();
    };
    QVERIFY(key({"a,b", "c"}) != key({"a", "b,c"}));
    QVERIFY(key({"a|0"}) != key({"a"}));
    QVERIFY(key({"a", "b"}) != key({"a,b"}));
    QVERIFY(key({"%2C"}) != key({","}));
    QCOMPARE(key({"a", "b"}), QByteArray("b-1|usd||lifetime|a,b|0|0"));
}

void TestSelector::damagedBucketKeysAreNotRead_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("too few fields") << QByteArray("b-1|usd||lifetime|0|0");
    QTest::newRow("too many fields") << QByteArray("b-1|usd||lifetime||0|0|0");
    QTest::newRow("begin is no number") << QByteArray("b-1|usd||lifetime||x|0");
    QTest::newRow("epoch is no number") << QByteArray("b-1|usd||lifetime||0|");
    QTest::newRow("empty value") << QByteArray("b-1|usd||lifetime|a,|0|0");
    QTest::newRow("broken escape") << QByteArray("b-1|usd||lifetime|%zz|0|0");
}

void TestSelector::damagedBucketKeysAreNotRead()
{
    QFETCH(QByteArray, key);
    QVERIFY(!BucketAddress::fromKey(key));
}

void TestSelector::knowsEveryDimensionByName()
{
    for (std::size_t i = 0; i < DimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        QCOMPARE(dimensionFromName(dimensionName(dimension)), std::optional(dimension));
    }
    QCOMPARE(dimensionName(Dimension::Route), QByteArrayView("route"));
    QVERIFY(!dimensionFromName("Tenant"));
    QVERIFY(!dimensionFromName(""));
}

void TestSelector::findsTagsByName()
{
    Attribution attribution;
    attribution.tags = {{"a", "1"}, {"b", "2"}, {"d", "4"}};
    QCOMPARE(attribution.tag("a"), QByteArray("1"));
    QCOMPARE(attribution.tag("d"), QByteArray("4"));
    QCOMPARE(attribution.tag("c"), QByteArray());
    QCOMPARE(attribution.tag("e"), QByteArray());
}

QTEST_APPLESS_MAIN(TestSelector)
#include "tst_selector.moc"
