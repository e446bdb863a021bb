// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a webhook is sent, and what it is not told.
#include "webhooksite.h"

#include "proxy/alerts/webhookbody.h"

#include <QJsonArray>

using namespace webhook;

class TestWebhookWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postsATestMessage();
    void namesNoPartOfTheAddress();
    void speaksToSlackAndToTeams();
    void letsNoNameBecomeACommand();
};

void TestWebhookWords::postsATestMessage()
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

void TestWebhookWords::namesNoPartOfTheAddress()
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

void TestWebhookWords::speaksToSlackAndToTeams()
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

void TestWebhookWords::letsNoNameBecomeACommand()
{
    const QByteArray body =
        proxy::webhookBody("https://chat.example/hook", {u"<!channel> & @all"_s});
    QCOMPARE(QJsonDocument::fromJson(body)["text"_L1].toString(),
             u"&lt;!channel&gt; &amp; @\u200Ball"_s);
}

QTEST_GUILESS_MAIN(TestWebhookWords)
#include "tst_webhookwords.moc"
