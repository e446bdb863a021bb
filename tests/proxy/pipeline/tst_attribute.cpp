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
