// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/samples.h"

#include "core/telemetry/callevent.h"
#include "core/telemetry/traceid.h"

#include <QSet>

using namespace samples;

namespace {
SettlementRecord settled()
{
    SettlementRecord record = settlement(hold(7), 1'234'567'890'123'456'789);
    record.attribution.of(Dimension::Team) = "team \"a\"";
    record.attribution.tags = {{"project", "x"}, {"zone", "\xc3\xa9"}};
    record.total = 1'500ms;
    record.toFirstByte = 412ms;
    CallDetails details;
    details.traceId = "0af7651916cd43dd8448eb211c80319c";
    details.parentSpanId = "b7ad6b7169203331";
    details.traceState = "a=1,b=2";
    details.operation = "chat";
    details.requestModel = "fast";
    details.finishReason = "stop";
    details.stream = true;
    details.maxTokens = 512;
    details.decision = Decision::Warn;
    record.details = std::make_shared<const CallDetails>(details);
    return record;
}
} // namespace

class TestCallEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromTheOutboxAsItWas();
    void comesBackFromARefusal();
    void namesEachAttemptOnceAndForAll();
    void lastsAsLongAsTheCall();
    void knowsNoDurationOfARecoveredCall();
    void refusesWhatItDidNotWrite();
};

void TestCallEvent::comesBackFromTheOutboxAsItWas()
{
    const CallEvent event = CallEvent::of(settled());
    const auto read = CallEvent::fromJson(event.toJson());
    QVERIFY(read.ok());
    QVERIFY(*read == event);
    QCOMPARE(read->cost.nanos(), 1'234'567'890'123'456'789); // above 2^53: no double in between
    QCOMPARE(read->traceId, QByteArray("0af7651916cd43dd8448eb211c80319c"));
    QCOMPARE(read->decision, Decision::Warn);
    QCOMPARE(read->details.maxTokens, 512);
}

void TestCallEvent::comesBackFromARefusal()
{
    RefusalRecord refusal;
    refusal.id = {8, 9};
    refusal.at = Noon;
    refusal.attribution = by("research");
    refusal.code = "budget_exceeded";
    refusal.reason = R"({"error":{"budget":"b","limit_usd":1}})";
    const CallEvent event = CallEvent::of(refusal);
    const auto read = CallEvent::fromJson(event.toJson());
    QVERIFY(read.ok());
    QVERIFY(*read == event);
    QCOMPARE(read->errorType(), QByteArray("budget_exceeded"));
    QCOMPARE(read->traceId, traceIdOf({8, 9}));
}

void TestCallEvent::namesEachAttemptOnceAndForAll()
{
    QSet<QByteArray> spans;
    for (quint64 number = 0; number < 1'000; ++number) {
        for (int attempt = 1; attempt <= 3; ++attempt) {
            const QByteArray span = spanIdOf({5, number}, attempt);
            QCOMPARE(span.size(), 16);
            QCOMPARE(span, spanIdOf({5, number}, attempt));
            spans.insert(span);
        }
    }
    QCOMPARE(spans.size(), 3'000);
    QCOMPARE(traceIdOf({1, 2}), QByteArray("00000000000000010000000000000002"));
    QVERIFY(traceIdOf({}) != QByteArray(32, '0'));
}

void TestCallEvent::lastsAsLongAsTheCall()
{
    const CallEvent event = CallEvent::of(settled());
    QCOMPARE(event.endedAt, Time(Noon + 2s));
    QCOMPARE(event.startedAt, Time(Noon + 500ms)); // 2 s - 1.5 s
}

void TestCallEvent::knowsNoDurationOfARecoveredCall()
{
    SettlementRecord record = settled();
    record.ending = Ending::Recovered;
    record.details = nullptr;
    const CallEvent event = CallEvent::of(record);
    QCOMPARE(event.startedAt, Noon);
    QCOMPARE(event.endedAt, Noon);
    QCOMPARE(event.errorType(), QByteArray("recovered"));
}

void TestCallEvent::refusesWhatItDidNotWrite()
{
    for (const char *text : {"", "{}", "[]", "{\"span\"", "null"}) {
        QVERIFY(!CallEvent::fromJson(text).ok());
    }
}

QTEST_GUILESS_MAIN(TestCallEvent)
#include "tst_callevent.moc"
