// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "proxy/dialects/responsesmeter.h"
#include "proxy/upstream/sseparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using proxy::openai::ResponsesMeter;

namespace {

const QByteArray Created =
    R"({"type":"response.created","sequence_number":0,"response":{"id":"resp_1","model":"m","status":"in_progress","usage":null}})";
const QByteArray Delta =
    R"({"type":"response.output_text.delta","sequence_number":4,"delta":"Hi"})";

QByteArray last(const QByteArray &type, const QByteArray &status)
{
    return R"({"type":")" + type +
           R"(","sequence_number":9,"response":{"id":"resp_1","model":"m","status":")" + status +
           R"(","usage":{"input_tokens":36,"input_tokens_details":{"cached_tokens":16},)"
           R"("output_tokens":12,"output_tokens_details":{"reasoning_tokens":5},"total_tokens":48}}})";
}

void take(ResponsesMeter &meter, const QByteArray &data)
{
    const QByteArray raw = "event: x\ndata: " + data + "\n\n";
    const auto relay = meter.take(raw, data);
    QVERIFY(!relay.drop);
    QVERIFY(!relay.changed);
}

} // namespace

class ResponsesMeterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheUsageOfTheLastEvent_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<bool>("failed");
        QTest::newRow("completed") << "response.completed"_ba
                                   << "completed"_ba << false;
        QTest::newRow("length") << "response.incomplete"_ba
                                << "incomplete"_ba << false;
        QTest::newRow("failed") << "response.failed"_ba
                                << "failed"_ba << true;
    }
    void readsTheUsageOfTheLastEvent()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, status);
        QFETCH(bool, failed);
        ResponsesMeter meter;
        take(meter, Created);
        take(meter, Delta);
        QVERIFY(!meter.finished());
        QCOMPARE(meter.usage().quality, core::CountQuality::Unknown);
        take(meter, last(type, status));
        QVERIFY(meter.finished());
        QCOMPARE(meter.failed(), failed);
        const core::TokenUsage usage = meter.usage();
        QCOMPARE(usage.input, 36 - 16); // cached ones are inside input_tokens
        QCOMPARE(usage.cachedInput, 16);
        QCOMPARE(usage.output, 12);
        QCOMPARE(usage.reasoning, 5);
        QCOMPARE(usage.quality, core::CountQuality::Reported);
        QCOMPARE(meter.answerFacts().id, "resp_1");
        QCOMPARE(meter.answerFacts().finishReason, status);
    }

    void estimatesAStreamThatWasCutByItsDeltas()
    {
        ResponsesMeter meter;
        take(meter, Created);
        take(meter, Delta);
        take(meter, Delta);
        QCOMPARE(meter.running().output, 2);
        QCOMPARE(meter.running().quality, core::CountQuality::Estimated);
    }

    void endsACutStreamAsIncomplete()
    {
        ResponsesMeter meter;
        take(meter, Created);
        take(meter, Delta);
        core::TokenUsage usage;
        usage.input = 3;
        usage.output = 1;
        const QByteArray ending = meter.lengthEnding(usage);
        proxy::SseParser parser;
        int events = 0;
        QVERIFY(parser.feed(ending, [&](const proxy::SseEvent &event) {
            ++events;
            QCOMPARE(event.name, "response.incomplete");
            ResponsesMeter reader;
            (void)reader.take(event.raw, event.data);
            QVERIFY(reader.finished());
            QCOMPARE(reader.usage().total(), 4);
            QCOMPARE(reader.answerFacts().id, "resp_1");
            QVERIFY(event.data.contains(R"("sequence_number":5)"));
        }));
        QCOMPARE(events, 1);
        take(meter, last("response.completed", "completed"));
        QVERIFY(meter.lengthEnding(usage).isEmpty());
    }

    void endsAStoppedStreamWithAnError()
    {
        ResponsesMeter meter;
        take(meter, Created);
        const QByteArray ending = meter.stopEnding("stopped", "By \"Ann\".");
        QVERIFY(ending.startsWith("event: error\ndata: {"));
        ResponsesMeter reader;
        (void)reader.take(ending, QByteArrayView(ending).sliced(ending.indexOf('{')).chopped(2));
        QVERIFY(reader.failed());
    }
};

QTEST_APPLESS_MAIN(ResponsesMeterTest)
#include "tst_responsesmeter.moc"
