// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"
#include "tests/support/receiver.h"

#include "proxy/proxyservice.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <mutex>

using namespace Qt::StringLiterals;
using core::Secret;
using State = core::DestinationStatus::State;
using test::Received;
using test::Receiver;
using test::Reply;

namespace {

const QByteArray Planted = "planted-c4n4ry";

QByteArray planted(const QByteArray &which)
{
    return Planted + '-' + which;
}

/// Refuses everything, and repeats whatever it was sent with: as it stands, and what Basic hides.
Reply gossip(const Received &request)
{
    const QByteArray authorization = request.headers.value("authorization");
    const QByteArray pair = authorization.startsWith("Basic ")
                                ? QByteArray::fromBase64(authorization.mid(6))
                                : QByteArray("nobody");
    const QByteArray words = "No such key: " + authorization + " or " + pair + " or " +
                             request.headers.value("x-key") + " at " + request.path;
    if (request.path == "/api/public/health") {
        return {200, R"({"version":"4.16.0"})"};
    }
    if (request.path.startsWith("/hook/")) {
        return {404, "no " + request.path};
    }
    return {401, R"({"message":")" + words + R"(","error":{"message":")" + words + R"("}})"};
}

core::SecretName named(const QByteArray &value)
{
    return {{}, {}, Secret(value)};
}

proxy::Settings settingsFor(const Receiver &receiver, const QString &folder)
{
    proxy::Settings settings;
    settings.port = 0;
    settings.ledgerFile = folder + u"/ledger.db"_s;
    settings.zone = "UTC";
    settings.upstreams.front().baseUrl = receiver.url();
    settings.upstreams.front().apiKey = core::Credential(Secret(planted("upstream")));
    settings.adminToken = core::Credential(Secret(planted("admin")));
    settings.internalSecret = core::Credential(Secret(planted("internal")));
    settings.webhook = core::Credential(Secret(receiver.url("/hook/" + planted("webhook"))));
    core::Destination collector;
    collector.name = "collector";
    collector.url = receiver.url();
    collector.metrics = false;
    collector.headers =
        named("Authorization=Bearer%20" + planted("otlp") + ",X-Key=" + planted("header"));
    core::Destination langfuse;
    langfuse.name = "langfuse";
    langfuse.type = core::DestinationType::Langfuse;
    langfuse.url = receiver.url();
    langfuse.publicKey = named("pk-lf-1");
    langfuse.key = named("sk-lf-" + planted("langfuse"));
    core::Destination helicone;
    helicone.name = "helicone";
    helicone.type = core::DestinationType::Helicone;
    helicone.url = receiver.url("/custom/v1/log");
    helicone.key = named(planted("helicone"));
    settings.telemetry.destinations = {collector, langfuse, helicone};
    return settings;
}

QByteArray textsOf(const core::UpstreamStatus &upstream)
{
    const auto &[name,
                 url,
                 reachable,
                 since,
                 error,
                 models,
                 running,
                 waiting,
                 cache,
                 speed,
                 above,
                 engine,
                 traffic,
                 hardware] = upstream;
    return (name + url + error + traffic.sentence(name)).toUtf8() +
           QByteArrayList(models.begin(), models.end()).join(' ');
}

QByteArray textsOf(const core::DestinationStatus &destination)
{
    const auto &[name, type, state, error, queued, sent, rejected, dropped, at] = destination;
    return name + type + error.toUtf8();
}

/// Every text of a snapshot. Each member has a name here, so that one that is added to it without
/// being looked at does not compile.
QByteArray textsOf(const core::Snapshot &snapshot)
{
    const auto &[revision,
                 at,
                 zone,
                 today,
                 week,
                 month,
                 held,
                 burn,
                 budgets,
                 budgetsRevision,
                 buckets,
                 tenants,
                 models,
                 running,
                 runningCount,
                 ended,
                 alerts,
                 mutes,
                 upstreams,
                 destinations,
                 keys,
                 pausedAll,
                 refusedToday,
                 recoveredCalls,
                 recoveredCost,
                 listeningOn,
                 ledgerError] = snapshot;
    QByteArray all = zone + listeningOn.toUtf8() + ledgerError.toUtf8();
    for (const core::Budget &budget : budgets) {
        all += budget.id + budget.name.toUtf8();
    }
    for (const core::BucketState &bucket : buckets) {
        all += bucket.budgetId + bucket.label;
    }
    for (const core::AlertRecord &alert : alerts) {
        all += alert.budgetId + alert.label;
    }
    for (const auto &mute : mutes) {
        all += mute.budgetId;
    }
    for (const auto &tenant : tenants) {
        all += tenant.name;
    }
    for (const auto &model : models) {
        all += model.name;
    }
    for (const core::RunningCall &call : running) {
        all += call.tenant + call.agent + call.model;
    }
    for (const core::EndedCall &call : ended) {
        all += call.call.tenant + call.call.agent + call.call.model;
    }
    for (const core::UpstreamStatus &upstream : upstreams) {
        all += textsOf(upstream);
    }
    for (const core::DestinationStatus &destination : destinations) {
        all += textsOf(destination);
    }
    for (const core::KeyFacts &key : keys) {
        all += QJsonDocument(key.toJson()).toJson();
    }
    return all;
}

QByteArray logged; ///< filled by any thread
std::mutex logMutex;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    const std::lock_guard lock(logMutex);
    logged += text.toUtf8() + '\n';
}

} // namespace

/// Issue 4: a planted secret is not in the snapshot that the window is made from, nor in the log,
/// whatever the other side says of it.
class TestNoSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areInTheSnapshotOrTheLogWhenTheOtherSideRepeatsThem()
    {
        Receiver receiver(gossip);
        const QTemporaryDir folder;
        const core::SystemClock clock;
        const QtMessageHandler former = qInstallMessageHandler(keepLog);
        proxy::ProxyService service(settingsFor(receiver, folder.path()), clock);
        const auto port = service.start();
        QVERIFY(port.ok());
        // One refusal is an event for each destination.
        const QByteArray body = R"({"model":"m","messages":[{"role":"user","content":"x"}]})";
        QVERIFY(test::HttpClient(*port).post("/v1/chat/completions", body).status() >= 400);
        std::shared_ptr<const core::Snapshot> snapshot;
        const auto areBlocked = [&] {
            if (auto newer = service.takeSnapshot()) {
                snapshot = std::move(newer);
            }
            return snapshot && snapshot->destinations.size() >= 3 &&
                   std::ranges::all_of(snapshot->destinations.begin(),
                                       snapshot->destinations.begin() + 3,
                                       [](const auto &one) { return one.state == State::Blocked; });
        };
        QVERIFY(QTest::qWaitFor(areBlocked, 30'000));
        std::promise<core::Outcome> tested;
        service.alerts().testWebhook(
            [&](const core::Outcome &outcome) { tested.set_value(outcome); });
        const core::Outcome webhook = tested.get_future().get();
        QVERIFY(!webhook.ok());
        const QByteArray texts = textsOf(*snapshot);
        service.stop(std::chrono::seconds(5));
        qInstallMessageHandler(former);
        QVERIFY2(texts.contains("No such key: "), texts.constData()); // what it said is shown
        QVERIFY2(!texts.contains(Planted), texts.constData());
        QVERIFY2(!logged.contains(Planted), logged.constData());
        QVERIFY2(!webhook.error().message.contains(QString::fromLatin1(Planted)),
                 qPrintable(webhook.error().message));
    }
};

QTEST_GUILESS_MAIN(TestNoSecrets)
#include "tst_nosecrets.moc"
