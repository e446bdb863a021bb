// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told of a crossing, when, and how often.
#include "webhooksite.h"

using namespace webhook;

class TestWebhook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachCrossingOnceAlsoAfterARestart();
    void beginsWithTheNextCrossing();
    void triesAgainUntilItIsTaken_data();
    void triesAgainUntilItIsTaken();
    void goesOnAtOnceWithANewAddress();
    void passesOverWhatIsMutedOrOld();
};

// S1-45: each crossing exactly once.
void TestWebhook::tellsEachCrossingOnceAlsoAfterARestart()
{
    Site site;
    QVERIFY(site.isReady());
    QVERIFY(site.ledger
                ->ask([](Ledger &ledger) {
                    return ledger.write({BudgetUpsert{budget("tenant:*", "day"), {}}});
                })
                .ok());
    site.cross("research", 1);
    QVERIFY(site.waitForLines(1));
    QCOMPARE(site.lines(),
             QStringList{u"research passed 80 % of the daily cap: $16.02 of $20.00."_s});
    site.cross("support", 2, Budget::Whole);
    QVERIFY(site.waitForLines(2));
    QTRY_COMPARE(site.status().sent, 2);
    site.stop();
    site.start();
    site.cross("ops", 3);
    QVERIFY(site.waitForLines(3));
    QTRY_COMPARE(site.status().sent, 3); // nothing was told twice
    QCOMPARE(site.lines().size(), 3);
    QVERIFY(site.lines().at(2).startsWith(u"ops"));
}

void TestWebhook::beginsWithTheNextCrossing()
{
    Site site;
    site.stop();
    site.folder.remove();
    QVERIFY(QDir().mkpath(QFileInfo(site.path).path()));
    site.box->put("webhook-url", CredentialSource::Session, Secret());
    site.start();
    site.cross("before", 1);
    site.box->put("webhook-url", CredentialSource::Session, Secret(site.receiver.url("/hook")));
    QVERIFY(site.isReady());
    site.cross("after", 2);
    QVERIFY(site.waitForLines(1));
    QVERIFY(site.lines().at(0).startsWith(u"after"));
}

void TestWebhook::triesAgainUntilItIsTaken_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("hangUp");
    QTest::newRow("a fault") << 500 << false;
    QTest::newRow("a limit") << 429 << false;
    QTest::newRow("no answer") << 200 << true;
    QTest::newRow("a revoked address") << 404 << false;
    QTest::newRow("a refusal") << 400 << false;
}

void TestWebhook::triesAgainUntilItIsTaken()
{
    QFETCH(int, status);
    QFETCH(bool, hangUp);
    Site site;
    QVERIFY(site.isReady());
    const auto tries = std::make_shared<std::atomic<int>>(0);
    site.receiver.answer([=](const Received &) {
        constexpr int TakenAt = 4;
        return ++*tries < TakenAt ? Reply{.status = status, .body = "no", .hangUp = hangUp}
                                  : Reply{.body = "ok"};
    });
    site.cross("research", 1);
    QVERIFY(QTest::qWaitFor([&] { return site.status().sent == 1; }, 30'000));
    QCOMPARE(tries->load(), 4);
    QCOMPARE(site.status().lastError, QString());
    site.cross("support", 2);
    QVERIFY(QTest::qWaitFor([&] { return site.status().sent == 2; }, 30'000));
    QCOMPARE(tries->load(), 5); // the first was not told again
}

void TestWebhook::goesOnAtOnceWithANewAddress()
{
    Site site;
    site.stop();
    site.policy.whenBlocked = 1h; // it would not come back by itself
    site.start();
    QVERIFY(site.isReady());
    site.receiver.answer([](const Received &request) {
        return request.path.endsWith("new") ? Reply{} : Reply{.status = 404, .body = "no_service"};
    });
    site.cross("research", 1);
    QVERIFY(QTest::qWaitFor([&] { return site.status().state == State::Blocked; }, 30'000));
    QVERIFY(site.status().lastError.contains(u"no_service"));
    site.box->put("webhook-url", CredentialSource::Session, Secret(site.receiver.url("/new")));
    QVERIFY(QTest::qWaitFor([&] { return site.status().sent == 1; }, 30'000));
}

void TestWebhook::passesOverWhatIsMutedOrOld()
{
    Site site;
    QVERIFY(site.isReady());
    QVERIFY(site.done([&](const auto &answer) {
                    site.alerts->mute("b-0123456789ab", Noon + 1h, answer);
                })
                .ok());
    site.cross("muted", 1);
    QVERIFY(QTest::qWaitFor([&] { return site.status().dropped == 1; }, 30'000));
    site.stop();
    site.start(); // a mute outlives the process
    site.cross("muted", 2);
    QVERIFY(QTest::qWaitFor([&] { return site.status().dropped == 2; }, 30'000));
    site.clock.set(Noon + 2h);
    site.cross("told", 3);
    QVERIFY(site.waitForLines(1));
    QVERIFY(site.lines().at(0).startsWith(u"told"));
    QVERIFY(!site.done([&](const auto &answer) { site.alerts->mute({}, Noon, answer); }).ok());
}

QTEST_GUILESS_MAIN(TestWebhook)
#include "tst_webhook.moc"
