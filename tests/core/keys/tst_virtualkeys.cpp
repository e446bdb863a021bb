// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keys/keyring.h"
#include "core/ledger/ledger.h"

#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Time Now{std::chrono::seconds(1'795'251'600)}; // 2026-11-21 09:00 UTC

KeyFacts factsFor(const QByteArray &tenant)
{
    KeyFacts facts;
    facts.tenant = tenant;
    facts.name = u"Crawler, büro"_s;
    facts.models = {"llama-*", "gpt-small"};
    facts.limits.requestsPerMinute = 60;
    facts.expiresAt = Now + 24h;
    return facts;
}

QJsonObject wish(const QString &member, const QJsonValue &value)
{
    return {{member, value}};
}

} // namespace

class TestVirtualKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // 32 random bytes are 43 characters of base64url; no two keys are alike.
    void makesKeysOf256RandomBits()
    {
        QSet<QByteArray> texts;
        for (int i = 0; i < 1'000; ++i) {
            const NewKey made = makeKey(factsFor("research"), Now);
            QVERIFY(made.text.expose().startsWith("sk-cap-"));
            QCOMPARE(made.text.expose().size(), 7 + 43);
            QCOMPARE(made.key.hash.size(), 32);
            QVERIFY(made.text.expose().endsWith(made.key.facts.hint));
            QCOMPARE(made.key.facts.hint.size(), 4);
            QCOMPARE(made.key.facts.id.size(), 14);
            texts.insert(made.text.expose());
            texts.insert(made.key.facts.id);
        }
        QCOMPARE(texts.size(), 2'000);
    }

    void keepsNoKeysText()
    {
        const NewKey made = makeKey(factsFor("research"), Now);
        const QByteArray random = made.text.expose().sliced(7);
        QVERIFY(!QJsonDocument(made.key.facts.toJson()).toJson().contains(random));
        QVERIFY(!made.key.hash.contains(random));
        QString printed;
        QDebug(&printed) << made.text;
        QVERIFY(!printed.contains(QString::fromLatin1(random)));
    }

    void findsAKeyByItsWholeTextOnly()
    {
        const NewKey first = makeKey(factsFor("a"), Now);
        const NewKey second = makeKey(factsFor("b"), Now);
        const KeyRing ring({first.key, second.key});
        QCOMPARE(ring.find(first.text.expose())->facts.tenant, "a"_ba);
        QCOMPARE(ring.find(second.text.expose())->facts.tenant, "b"_ba);
        QVERIFY(!ring.find(first.text.expose().chopped(1)));
        QVERIFY(!ring.find(first.text.expose() + 'x'));
        QVERIFY(!ring.find("sk-cap-"));
        QVERIFY(!ring.find(first.key.hash)); // a stolen ledger opens nothing
        QVERIFY(!KeyRing().find(first.text.expose()));
    }

    void changesOnlyACopy()
    {
        const NewKey made = makeKey(factsFor("a"), Now);
        const KeyRing ring({made.key});
        VirtualKey revoked = made.key;
        revoked.facts.revokedAt = Now;
        const KeyRing after = ring.with(revoked);
        QCOMPARE(ring.find(made.text.expose())->facts.stateAt(Now), KeyState::Active);
        QCOMPARE(after.find(made.text.expose())->facts.stateAt(Now), KeyState::Revoked);
        QCOMPARE(after.keys().size(), 1U);
        QCOMPARE(after.with(makeKey(factsFor("b"), Now).key).keys().size(), 2U);
    }

    void expiresAtItsInstant()
    {
        const KeyFacts facts = factsFor("a");
        QCOMPARE(facts.stateAt(Now + 24h - 1us), KeyState::Active);
        QCOMPARE(facts.stateAt(Now + 24h), KeyState::Expired);
        QCOMPARE(KeyFacts().stateAt(Now + 24h * 36'500), KeyState::Active);
    }

    void allowsModelsByPattern()
    {
        const KeyFacts facts = factsFor("a");
        QVERIFY(facts.allows("llama-8b"));
        QVERIFY(facts.allows("gpt-small"));
        QVERIFY(!facts.allows("gpt-small-2"));
        QVERIFY(!facts.allows("my-llama-8b"));
        QVERIFY(KeyFacts().allows("anything"));
    }

    void comparesInConstantTimeCorrectly()
    {
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(equalInConstantTime("", ""));
        QVERIFY(!equalInConstantTime("abc", "abd"));
        QVERIFY(!equalInConstantTime("abc", "ab"));
        QVERIFY(!equalInConstantTime("abc", {}));
    }

    void comesBackFromItsJson()
    {
        KeyFacts facts = makeKey(factsFor("research"), Now).key.facts;
        facts.lastUsedAt = Now + 1h;
        facts.revokedAt = Now + 2h;
        QCOMPARE(*KeyFacts::fromJson(facts.toJson()), facts);
        QCOMPARE(facts.toJson().value("expires_at"_L1).toString(), u"2026-11-22T09:00:00.000Z"_s);
        QCOMPARE(*KeyFacts::fromJson(KeyFacts().toJson()), KeyFacts());
    }

    void takesWhatAPersonMaySet()
    {
        const QJsonObject json{{u"name"_s, u"n"_s},
                               {u"tenant"_s, u"t"_s},
                               {u"agent"_s, u"a"_s},
                               {u"models"_s, QJsonArray{u"m*"_s}},
                               {u"limits"_s, QJsonObject{{u"parallel"_s, 2}}},
                               {u"expires_at"_s, u"2027-01-01T00:00:00+01:00"_s}};
        const auto facts = KeyFacts().changedBy(json);
        QVERIFY(facts.ok());
        QCOMPARE(facts->tenant, "t"_ba);
        QCOMPARE(facts->agent, "a"_ba);
        QCOMPARE(facts->limits.parallel, 2);
        QCOMPARE(facts->toJson().value("expires_at"_L1).toString(), u"2026-12-31T23:00:00.000Z"_s);
        const auto open = facts->changedBy(wish(u"expires_at"_s, QJsonValue::Null));
        QVERIFY(open->expiresAt == Time::max());
        QCOMPARE(open->name, u"n"_s); // what is not named stays
    }

    void namesTheMemberThatIsWrong_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const QString &member, const QJsonValue &value) {
            QTest::newRow(name) << wish(member, value) << member;
        };
        row("unknown", u"tennant"_s, u"x"_s);
        row("own id", u"id"_s, u"k-1"_s);
        row("empty tenant", u"tenant"_s, u""_s);
        row("tenant a number", u"tenant"_s, 5);
        row("control character", u"name"_s, u"a\nb"_s);
        row("long name", u"name"_s, QString(257, u'x'));
        row("models a text", u"models"_s, u"m"_s);
        row("models with a number", u"models"_s, QJsonArray{5});
        row("empty model", u"models"_s, QJsonArray{u""_s});
        row("limits a number", u"limits"_s, 5);
        row("a limit of zero", u"limits"_s, QJsonObject{{u"parallel"_s, 0}});
        row("no time", u"expires_at"_s, u"tomorrow"_s);
        row("a time without a zone", u"expires_at"_s, u"2027-01-01T00:00:00"_s);
        row("time a number", u"expires_at"_s, 5);
    }
    void namesTheMemberThatIsWrong()
    {
        QFETCH(QJsonObject, json);
        QFETCH(QString, word);
        const auto facts = KeyFacts().changedBy(json);
        QVERIFY(!facts.ok());
        const QString first = word == u"limits"_s ? u"limit"_s : word;
        QVERIFY2(facts.error().message.contains(first), qPrintable(facts.error().message));
        QVERIFY(!facts.error().remedy.isEmpty());
    }

    void outlivesTheProcessInTheLedger()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"ledger.db"_s);
        const NewKey first = makeKey(factsFor("a"), Now);
        VirtualKey second = makeKey(factsFor("b"), Now).key;
        {
            const auto ledger = Ledger::open(file, Durability::Process);
            QVERIFY(ledger.ok());
            QVERIFY((*ledger)->write({KeyUpsert{first.key}, KeyUpsert{second}}).ok());
            second.facts.revokedAt = Now + 1h;
            QVERIFY(
                (*ledger)->write({KeyUpsert{second}, KeyUse{first.key.facts.id, Now + 2h}}).ok());
            QVERIFY((*ledger)->write({KeyUse{first.key.facts.id, Now + 1h}}).ok()); // came late
        }
        const auto ledger = Ledger::open(file, Durability::Process);
        const auto state = (*ledger)->load();
        QVERIFY(state.ok());
        QCOMPARE(state->keys.size(), 2U);
        QVERIFY(state->keys.front().facts.lastUsedAt == Now + 2h);
        QCOMPARE(state->keys.front().hash, first.key.hash);
        QCOMPARE(state->keys.back(), second);
        QFile raw(file);
        QVERIFY(raw.open(QIODevice::ReadOnly));
        QVERIFY(!raw.readAll().contains(first.text.expose().sliced(7)));
    }
};

QTEST_APPLESS_MAIN(TestVirtualKeys)
#include "tst_virtualkeys.moc"
