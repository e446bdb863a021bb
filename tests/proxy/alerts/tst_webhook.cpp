// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/samples.h"
#include "tests/support/receiver.h"

#include "core/alerts/alertmarks.h"
#include "core/ledger/ledger.h"
#include "proxy/alerts/alerts.h"
#include "proxy/alerts/webhookbody.h"
#include "proxy/ledgerwriter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <atomic>
#include <future>

using namespace samples;
using namespace Qt::StringLiterals;
using test::Received;
using test::Receiver;
using test::Reply;
using State = core::DestinationStatus::State;

namespace {

/// A clock that a test moves.
class HandClock final : public core::Clock
{
public:
    [[nodiscard]] Time now() const override { return Time(Duration(m_now.load())); }
    void set(Time time) { m_now = time.time_since_epoch().count(); }

private:
    std::atomic<qint64> m_now{Noon.time_since_epoch().count()};
};

/// A ledger with its writer, and the alerts in a hurry.
struct Site
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"ledger.db"_s);
    HandClock clock;
    Receiver receiver;
    std::shared_ptr<CredentialBox> box = std::make_shared<CredentialBox>();
    std::unique_ptr<proxy::LedgerWriter> ledger;
    std::unique_ptr<proxy::Alerts> alerts;
    proxy::RetryPolicy policy{
        .first = 2ms, .longest = 20ms, .longestWish = 50ms, .whenBlocked = 20ms};

    explicit Site(const QByteArray &path = "/services/T0/B0/secret-part")
    {
        box->put("webhook-url", CredentialSource::Session, Secret(receiver.url(path)));
        start();
    }
    void start()
    {
        ledger = proxy::LedgerWriter::start(path, Durability::Process).value();
        alerts = std::make_unique<proxy::Alerts>(
            proxy::Alerts::Parts{path, *ledger, clock, Credential(box, "webhook-url"), policy});
        if (!alerts->restore(ledger->load().value()).ok()) {
            qFatal("The alerts cannot be restored.");
        }
        alerts->start();
    }
    void stop()
    {
        alerts.reset();
        ledger.reset();
    }
    /// The courier has begun: what is crossed from now on is told.
    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitFor(
            [this] {
                return ledger->ask([](Ledger &opened) {
                    const auto cursor = opened.alertMarks().cursor("webhook");
                    return cursor.ok() && cursor->has_value();
                });
            },
            30'000);
    }
    void cross(const QByteArray &who, int number, int mark = 800'000)
    {
        AlertRecord alert;
        alert.key = who + QByteArray::number(number);
        alert.mark = mark;
        alert.limit = 20'000'000'000;
        alert.at = clock.now();
        alert.budgetId = "b-0123456789ab";
        alert.label = "tenant:" + who;
        alert.settled = 16'020'000'000;
        alert.hard = mark == Budget::Whole;
        ledger->post(alert);
        QVERIFY(ledger->flush().ok());
    }
    [[nodiscard]] DestinationStatus status() const
    {
        Snapshot snapshot;
        alerts->fill(snapshot);
        return snapshot.destinations.empty() ? DestinationStatus{} : snapshot.destinations.front();
    }
    /// All lines that were posted and taken, in order.
    [[nodiscard]] QStringList lines()
    {
        QStringList list;
        for (const Received &request : receiver.received()) {
            list += request.json()["text"_L1].toString().split(u'\n');
        }
        return list;
    }
    [[nodiscard]] bool waitForLines(qsizetype count)
    {
        return QTest::qWaitFor([&] { return lines().size() >= count; }, 30'000);
    }
    [[nodiscard]] Outcome done(const std::function<void(const proxy::Alerts::Answer &)> &ask) const
    {
        std::promise<Outcome> promise;
        ask([&promise](const Outcome &outcome) { promise.set_value(outcome); });
        return promise.get_future().get();
    }
};

} // namespace

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
    void postsATestMessage();
    void namesNoPartOfTheAddress();
    void speaksToSlackAndToTeams();
    void letsNoNameBecomeACommand();
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

void TestWebhook::postsATestMessage()
{
    Site site;
    QVERIFY(site.isReady());
    QVERIFY(site.done([&](const auto &answer) { site.alerts->testWebhook(answer); }).ok());
    QCOMPARE(site.lines().size(), 1);
    QVERIFY(site.lines().at(0).contains(u"test"));
    site.receiver.answer(
        [](const Received &) { return Reply{.status = 403, .body = "invalid_token"}; });
    const Outcome refused =
        site.done([&](const auto &answer) { site.alerts->testWebhook(answer); });
    QVERIFY(refused.error().message.contains(u"invalid_token"));
    site.box->put("webhook-url", CredentialSource::Session, Secret());
    const Outcome unset = site.done([&](const auto &answer) { site.alerts->testWebhook(answer); });
    QVERIFY(unset.error().message.contains(u"CAPSTAN_WEBHOOK_URL"));
}

void TestWebhook::namesNoPartOfTheAddress()
{
    Site site;
    QVERIFY(site.isReady());
    site.receiver.goDown();
    site.cross("research", 1);
    QVERIFY(QTest::qWaitFor([&] { return site.status().state == State::Waiting; }, 30'000));
    QVERIFY(!site.status().lastError.isEmpty());
    QVERIFY2(!site.status().lastError.contains(u"secret-part"),
             qPrintable(site.status().lastError));
    QVERIFY(!proxy::whyNoWebhook("ftp://secret-part").isEmpty());
    QVERIFY(!proxy::whyNoWebhook("ftp://secret-part").contains(u"secret-part"));
    QVERIFY(proxy::whyNoWebhook("https://hooks.slack.com/services/T/B/x").isEmpty());
}

void TestWebhook::speaksToSlackAndToTeams()
{
    const auto json = [](const QByteArray &url) {
        const QByteArray body = proxy::webhookBody(url, {u"one"_s, u"two"_s});
        return QJsonDocument::fromJson(body).object();
    };
    QCOMPARE(json("https://hooks.slack.com/services/T/B/x"),
             QJsonObject({{u"text"_s, u"one\ntwo"_s}}));
    const QJsonObject teams = json("https://prod-1.westeurope.logic.azure.com/workflows/1");
    QCOMPARE(teams["type"_L1].toString(), u"message"_s);
    const QJsonValue content = teams["attachments"_L1][0]["content"_L1];
    QCOMPARE(content["type"_L1].toString(), u"AdaptiveCard"_s);
    QCOMPARE(content["body"_L1][1]["text"_L1].toString(), u"two"_s);
}

void TestWebhook::letsNoNameBecomeACommand()
{
    const QByteArray body =
        proxy::webhookBody("https://chat.example/hook", {u"<!channel> & @all"_s});
    QCOMPARE(QJsonDocument::fromJson(body)["text"_L1].toString(),
             u"&lt;!channel&gt; &amp; @\u200Ball"_s);
}

QTEST_GUILESS_MAIN(TestWebhook)
#include "tst_webhook.moc"
