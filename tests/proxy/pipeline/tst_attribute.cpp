// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/attribute.h"

#include <QTest>

using namespace proxy;
using core::Dimension;

class tst_Attribute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheHeaders()
    {
        RequestContext context;
        context.request.headers = {{"x-tenant-id", "research"},
                                   {"x-agent-id", "crawler"},
                                   {"x-feature-id", "summary"},
                                   {"x-experiment-id", "e1"},
                                   {"x-user-id", "ann"}};
        const auto who = attribute(context);
        QVERIFY(who.ok());
        QCOMPARE(who->of(Dimension::Tenant), QByteArray("research"));
        QCOMPARE(who->of(Dimension::Agent), QByteArray("crawler"));
        QCOMPARE(who->of(Dimension::Feature), QByteArray("summary"));
        QCOMPARE(who->of(Dimension::Experiment), QByteArray("e1"));
        QCOMPARE(who->of(Dimension::User), QByteArray("ann"));
    }

    void putsTheKeyBeforeAllThatACallerSays()
    {
        auto key = std::make_shared<core::VirtualKey>();
        key->facts.id = "k-1";
        key->facts.tenant = "research";
        RequestContext context;
        context.key = key;
        context.scope = "tenant:victim";
        context.request.headers = {{"x-tenant-id", "victim"}, {"x-agent-id", "crawler"}};
        context.request.body = R"({"metadata":{"tenant_id":"victim","key_id":"k-2"}})";
        auto who = attribute(context);
        QVERIFY(who.ok());
        QCOMPARE(who->of(Dimension::Tenant), QByteArray("research"));
        QCOMPARE(who->of(Dimension::Key), QByteArray("k-1"));
        QCOMPARE(who->of(Dimension::Agent), QByteArray("crawler")); // the key leaves it open
        key->facts.agent = "own";
        QCOMPARE(attribute(context)->of(Dimension::Agent), QByteArray("own"));
        context.key.reset();
        QCOMPARE(attribute(context)->of(Dimension::Key), QByteArray()); // a mere claim
    }

    void fallsToTheTenantDefault()
    {
        QCOMPARE(attribute(RequestContext())->of(Dimension::Tenant), QByteArray("default"));
    }

    void takesTheBodysUserAndMetadata()
    {
        RequestContext context;
        context.facts.user = "bob";
        context.request.body =
            R"({"metadata":{"tenant_id":"t","agent_id":"a","ticket":"T-1","n":5}})";
        const auto who = attribute(context);
        QVERIFY(who.ok());
        QCOMPARE(who->of(Dimension::User), QByteArray("bob"));
        QCOMPARE(who->of(Dimension::Tenant), QByteArray("t"));
        QCOMPARE(who->of(Dimension::Agent), QByteArray("a"));
        QCOMPARE(who->tag("ticket"), QByteArray("T-1"));
    }

    void showsWhatTheRouterGoesBy() // S2-18
    {
        RequestContext context;
        context.request.headers = {{"x-capstan-task-type", "code_review"}};
        context.request.body = R"({"metadata":{"zone":"z","area":"a"}})";
        const auto who = attribute(context);
        QCOMPARE(who->tag("task_type"), QByteArray("code_review"));
        QVERIFY(std::ranges::is_sorted(who->tags));
        context.request.body = R"({"metadata":{"task_type":"other"}})";
        QCOMPARE(attribute(context)->tag("task_type"), QByteArray("code_review"));
        context.request.headers = {{"x-capstan-task-type", "a\x01z"}};
        context.request.body.clear();
        QVERIFY(!attribute(context).ok());
    }

    void readsTheScopeOfSeedOnesMiddleware_data() // S1-41
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("expected"); // dimension or tag, and value
        const auto row = [](const char *type, const char *key, const char *expected) {
            QTest::addRow("%s %s", type, key)
                << QByteArray(type) << QByteArray(key) << QByteArray(expected);
        };
        row("user", "ann", "user=ann");
        row("org", "acme", "tenant=acme");
        row("task", "t-7", "task_id=t-7");
        row("session", "s-1", "session_id=s-1");
        row("agent", "crawler", "agent=crawler");
        row("", "ann", "user=ann");
        row("user", "", "user=default");
        row("planet", "mars", "");
        row("key", "k-1", ""); // nobody may claim to have one
    }
    void readsTheScopeOfSeedOnesMiddleware()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, key);
        QFETCH(const QByteArray, expected);
        RequestContext context;
        context.request.headers = {{"x-budget-scope-type", type}, {"x-budget-scope-key", key}};
        const auto who = attribute(context);
        QCOMPARE(who.ok(), !expected.isEmpty());
        if (!who.ok()) {
            QVERIFY(who.error().message.contains(QString::fromUtf8(type)));
            return;
        }
        const QByteArray name = expected.split('=').first();
        const auto dimension = core::dimensionFromName(name);
        QCOMPARE(dimension ? who->of(*dimension) : who->tag(name), expected.split('=').last());
    }

    void letsAHeaderGoBeforeTheBody()
    {
        RequestContext context;
        context.request.headers = {{"x-tenant-id", "header"}};
        context.request.body = R"({"metadata":{"tenant_id":"body"}})";
        QCOMPARE(attribute(context)->of(Dimension::Tenant), QByteArray("header"));
    }

    void readsAScope() // S1-03
    {
        RequestContext context;
        context.scope = "agent:a1";
        QCOMPARE(attribute(context)->of(Dimension::Agent), QByteArray("a1"));
        QCOMPARE(attribute(context)->of(Dimension::Tenant), QByteArray("default"));
        context.scope = "tenant-1";
        QCOMPARE(attribute(context)->of(Dimension::Tenant), QByteArray("tenant-1"));
        context.scope = "org:acme"; // S1-16
        QCOMPARE(attribute(context)->of(Dimension::Tenant), QByteArray("acme"));
        context.request.body = R"({"metadata":{"session_id":"body","zone":"z"}})";
        context.scope = "session:s1";
        QCOMPARE(attribute(context)->tag("session_id"), QByteArray("s1"));
        QCOMPARE(attribute(context)->of(Dimension::Tenant), QByteArray("default"));
        context.scope = "session:*"; // everybody's, so nobody's
        QVERIFY(!attribute(context).ok());
    }

    void refusesNamesThatAreNoNames()
    {
        RequestContext context;
        context.request.headers = {{"x-tenant-id", QByteArray(MaximumNameBytes + 1, 'x')}};
        QVERIFY(!attribute(context).ok());
        context.request.headers = {{"x-agent-id", "a\x01z"}};
        QVERIFY(attribute(context).error().message.contains(QStringLiteral("agent")));
        context.request.headers.clear();
        context.scope = "colour:red";
        QVERIFY(!attribute(context).ok());
    }
};

QTEST_APPLESS_MAIN(tst_Attribute)
#include "tst_attribute.moc"
