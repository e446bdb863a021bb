// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/connectionlist.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

core::Configuration two()
{
    core::Configuration configuration;
    core::Provider vllm;
    vllm.name = "vllm";
    vllm.baseUrl = "http://127.0.0.1:8000";
    core::Provider other;
    other.name = "openai";
    other.baseUrl = "https://api.openai.com/v1";
    configuration.providers = {vllm, other};
    configuration.written = {u"providers.openai.base_url"_s};
    return configuration;
}

UpstreamFinding found(std::vector<QByteArray> models)
{
    UpstreamFinding finding;
    finding.kind = UpstreamFinding::Kind::Works;
    finding.status = 200;
    finding.version = "0.11.2";
    finding.models = std::move(models);
    finding.time = 641ms;
    return finding;
}

} // namespace

class TestConnectionList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsTheFileKeepItsAddresses();
    void triesOnceAndShowsWhatWasFound();
    void saysWhatToDoForEachFailure_data();
    void saysWhatToDoForEachFailure();
    void showsHowAnUpstreamIsUntilItIsTried();
    void keepsWhatIsKnownWithItsAddress();
    void showsWhatAnEngineSaysOfItself();
    void showsWhatWaitsAtADestinationAndWhatWasLost();
};

void TestConnectionList::letsTheFileKeepItsAddresses()
{
    ConnectionList list;
    list.setUpstreams(two());
    QCOMPARE(list.count(), 2);
    QVERIFY(list.rows().at(0).editable);
    QVERIFY(!list.rows().at(1).editable);
}

void TestConnectionList::triesOnceAndShowsWhatWasFound()
{
    ConnectionList list;
    list.setUpstreams(two());
    QSignalSpy wanted(&list, &ConnectionList::testRequested);
    list.test(0);
    list.test(0); // it is being tried
    list.test(7);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(1).toString(), u"http://127.0.0.1:8000"_s);
    QVERIFY(list.rows().at(0).testing);
    list.takeFinding(u"vllm"_s, u"http://127.0.0.1:8000"_s, found({"a", "b"}));
    QCOMPARE(list.rows().at(0).state, u"answers in 641 ms"_s);
    QCOMPARE(list.rows().at(0).detail, u"http://127.0.0.1:8000 · vLLM 0.11.2 · a, b"_s);
    QVERIFY(list.rows().at(0).works);
    list.takeReport(u"openai"_s, false, u"It answers with 404."_s, u"Check the address."_s);
    QCOMPARE(list.rows().at(1).detail, u"It answers with 404. Check the address."_s);
    QVERIFY(list.rows().at(1).fails);
}

void TestConnectionList::saysWhatToDoForEachFailure_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("advice");
    using Kind = UpstreamFinding::Kind;
    QTest::newRow("silent") << int(Kind::NoAnswer) << 0 << u"no answer"_s
                            << u"that the server runs"_s;
    QTest::newRow("key") << int(Kind::KeyRefused) << 401 << u"key refused"_s
                         << u"under Credentials"_s;
    QTest::newRow("other") << int(Kind::NoModels) << 404 << u"no model server"_s
                           << u"404 for /v1/models"_s;
}

void TestConnectionList::saysWhatToDoForEachFailure()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(QString, word);
    QFETCH(QString, advice);
    UpstreamFinding finding;
    finding.kind = static_cast<UpstreamFinding::Kind>(kind);
    finding.status = status;
    QCOMPARE(findingWord(finding), word);
    QVERIFY2(findingDetail(finding).contains(advice), qPrintable(findingDetail(finding)));
}

void TestConnectionList::keepsWhatIsKnownWithItsAddress()
{
    ConnectionList list;
    list.setUpstreams(two());
    core::Snapshot snapshot;
    snapshot.upstreams.emplace_back().name = u"vllm"_s;
    snapshot.upstreams.back().reachable = true;
    list.apply(snapshot);
    QCOMPARE(list.rows().at(0).state, u"up"_s);
    list.takeFinding(u"openai"_s, u"https://api.openai.com/v1"_s, found({"gpt"}));
    list.test(0);

    core::Configuration moved = two();
    moved.providers.front().baseUrl = "http://127.0.0.1:9000";
    list.wantUpstreams(moved);
    QCOMPARE(list.rows().at(0).state, u"after the restart"_s);
    QVERIFY(!list.rows().at(0).testing);
    QCOMPARE(list.rows().at(0).detail, u"http://127.0.0.1:9000"_s);
    QVERIFY(list.rows().at(1).works); // the other one has not moved
    list.apply(snapshot);             // of the server that is still called
    QCOMPARE(list.rows().at(0).state, u"after the restart"_s);
    list.takeFinding(u"vllm"_s, u"http://127.0.0.1:8000"_s, found({"a"})); // late
    QCOMPARE(list.rows().at(0).state, u"after the restart"_s);
    list.takeFinding(u"vllm"_s, u"http://127.0.0.1:9000"_s, found({"a"}));
    QVERIFY(list.rows().at(0).works);

    list.wantUpstreams(two()); // thought better of it
    list.apply(snapshot);
    QCOMPARE(list.rows().at(0).state, u"up"_s);
}

void TestConnectionList::showsHowAnUpstreamIsUntilItIsTried()
{
    ConnectionList list;
    list.setUpstreams(two());
    core::Snapshot snapshot;
    core::UpstreamStatus status;
    status.name = u"vllm"_s;
    status.reachable = true;
    status.models = {"a", "b", "c", "d"};
    snapshot.upstreams = {status};
    list.apply(snapshot);
    QCOMPARE(list.rows().at(0).state, u"up"_s);
    QVERIFY(list.rows().at(0).detail.startsWith(u"http://127.0.0.1:8000 · 4 model"_s));
    list.takeFinding(u"vllm"_s, u"http://127.0.0.1:8000"_s, found({"a"}));
    list.apply(snapshot);
    QCOMPARE(list.rows().at(0).state, u"answers in 641 ms"_s);
}

void TestConnectionList::showsWhatAnEngineSaysOfItself()
{
    ConnectionList list;
    list.setUpstreams(two());
    core::Snapshot snapshot;
    core::UpstreamStatus status;
    status.name = u"vllm"_s;
    status.reachable = true;
    status.models = {"a"};
    status.engine.prefixHitRatio = 0.5;
    status.engine.firstTokenSeconds = 0.31;
    snapshot.upstreams = {status};
    list.apply(snapshot);
    const QString detail = list.rows().at(0).detail;
    QVERIFY2(detail.startsWith(u"http://127.0.0.1:8000 · a · prefix hits 50"), qPrintable(detail));
    QVERIFY2(detail.endsWith(u"first token 310 ms"), qPrintable(detail));
}

void TestConnectionList::showsWhatWaitsAtADestinationAndWhatWasLost()
{
    core::TelemetrySettings telemetry;
    telemetry.destinations.emplace_back().name = "c";
    telemetry.destinations.back().url = "http://c:4318";
    ConnectionList list;
    list.setDestinations(telemetry);
    core::Snapshot snapshot;
    core::DestinationStatus status;
    status.name = "c";
    status.sent = 7;
    snapshot.destinations = {status};
    list.applyDestinations(snapshot);
    QCOMPARE(list.rows().at(0).state, u"up to date"_s);
    QCOMPARE(list.rows().at(0).detail, u"http://c:4318 · sent 7"_s);
    snapshot.destinations[0].queued = 12;
    snapshot.destinations[0].dropped = 3;
    list.applyDestinations(snapshot);
    QCOMPARE(list.rows().at(0).state, u"12 waiting"_s);
    QCOMPARE(list.rows().at(0).detail, u"http://c:4318 · sent 7 · given up 3"_s);
    snapshot.destinations[0].state = core::DestinationStatus::State::Blocked;
    snapshot.destinations[0].rejected = 1;
    snapshot.destinations[0].lastError = u"It refuses the key."_s;
    list.applyDestinations(snapshot);
    QCOMPARE(list.rows().at(0).state, u"needs you"_s);
    QCOMPARE(list.rows().at(0).detail,
             u"http://c:4318 · sent 7 · refused 1 · given up 3. It refuses the key."_s);
}

QTEST_GUILESS_MAIN(TestConnectionList)
#include "tst_connectionlist.moc"
