// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/sseparser.h"

#include <QList>
#include <QRandomGenerator>
#include <QTest>

namespace {

struct Event
{
    QByteArray data;
    QByteArray name;
    friend bool operator==(const Event &, const Event &) = default;
};

struct Reading
{
    QList<Event> events; ///< those with data or a name
    QByteArray relayed;  ///< every event's raw bytes
    QByteArray rest;
    bool ok = true;
};

Reading readPieces(const QList<QByteArray> &pieces)
{
    proxy::SseParser parser;
    Reading reading;
    for (const QByteArray &piece : pieces) {
        reading.ok = parser.feed(piece, [&](const proxy::SseEvent &event) {
            reading.relayed += event.raw;
            if (!event.data.isEmpty() || !event.name.isEmpty()) {
                reading.events.append({event.data.toByteArray(), event.name.toByteArray()});
            }
        }) && reading.ok;
    }
    reading.rest = parser.rest().toByteArray();
    return reading;
}

const QByteArray ChatStream =
    "data: "
    "{\"id\":\"chatcmpl-8a9c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hé\"}}]}\n\n"
    "data: {\"id\":\"chatcmpl-8a9c\",\"choices\":[],\"usage\":{\"prompt_tokens\":12}}\n\n"
    "data: [DONE]\n\n";

const QByteArray MixedStream = "\xef\xbb\xbfid: 1\ndata:no space\n\n"
                               ": keep-alive\n\n"
                               "\n"
                               "event: message_stop\ndata: {}\nretry: 5\n\n"
                               "data: one\ndata:\ndata: three\n\n"
                               "data\nevent\n\n"
                               "datax: 1\n\n"
                               "data: cut";

} // namespace

class SseParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEachEventWithItsBytes();
    void readsFieldsAsTheStandardSays();
    void doesNotCopyAWholeEvent();
    void anySplitGivesTheSameEvents_data();
    void anySplitGivesTheSameEvents();
    void refusesAnEventThatIsTooLarge();
    void manySmallPiecesOfOneEventTakeLinearTime();
};

void SseParserTest::givesEachEventWithItsBytes()
{
    const Reading reading = readPieces({ChatStream});
    QCOMPARE(reading.events.size(), 3);
    QCOMPARE(reading.events.at(2).data, QByteArray("[DONE]"));
    QCOMPARE(reading.relayed, ChatStream);
    QVERIFY(reading.rest.isEmpty());
}

void SseParserTest::readsFieldsAsTheStandardSays()
{
    const Reading reading = readPieces({MixedStream});
    const QList<Event> expected{{"no space", ""}, {"{}", "message_stop"}, {"one\n\nthree", ""}};
    QCOMPARE(reading.events, expected);
    QCOMPARE(reading.rest, QByteArray("data: cut"));
    QCOMPARE(reading.relayed + reading.rest, MixedStream);
}

void SseParserTest::doesNotCopyAWholeEvent()
{
    proxy::SseParser parser;
    const QByteArrayView bytes(ChatStream);
    int inside = 0;
    QVERIFY(parser.feed(bytes, [&](const proxy::SseEvent &event) {
        inside += event.data.begin() >= bytes.begin() && event.data.end() <= bytes.end() ? 1 : 0;
    }));
    QCOMPARE(inside, 3);
}

void SseParserTest::anySplitGivesTheSameEvents_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("chat, LF") << ChatStream;
    QTest::newRow("chat, CRLF") << QByteArray(ChatStream).replace("\n", "\r\n");
    QTest::newRow("chat, CR") << QByteArray(ChatStream).replace("\n", "\r");
    QTest::newRow("mixed, LF") << MixedStream;
    QTest::newRow("mixed, CRLF") << QByteArray(MixedStream).replace("\n", "\r\n");
    QTest::newRow("mixed, CR") << QByteArray(MixedStream).replace("\n", "\r");
    QTest::newRow("line ends mixed")
        << QByteArray("data: a\r\ndata: b\n\rdata: c\r\r\ndata: d\n\n");
}

void SseParserTest::anySplitGivesTheSameEvents()
{
    QFETCH(const QByteArray, stream);
    const Reading whole = readPieces({stream});
    QVERIFY(whole.events.size() >= 3);
    for (qsizetype at = 0; at <= stream.size(); ++at) {
        const Reading split = readPieces({stream.first(at), stream.sliced(at)});
        QCOMPARE(split.events, whole.events);
        QCOMPARE(split.relayed + split.rest, stream);
    }
    QList<QByteArray> bytes;
    for (const char c : stream) {
        bytes.append(QByteArray(1, c));
    }
    QCOMPARE(readPieces(bytes).events, whole.events);
}

void SseParserTest::refusesAnEventThatIsTooLarge()
{
    const qsizetype limit = proxy::SseParser::MaximumEventBytes;
    QVERIFY(readPieces({QByteArray(limit - 2, 'x') + "\n\n"}).ok);
    QVERIFY(!readPieces({QByteArray(limit - 1, 'x') + "\n\n"}).ok);
    QVERIFY(!readPieces({QByteArray(limit + 1, 'x')}).ok);
    const QByteArray half(limit / 2, 'x');
    QVERIFY(!readPieces({half, half, "xx"}).ok);
}

/// 4 million pieces that search the whole line again would be 8e12 steps.
void SseParserTest::manySmallPiecesOfOneEventTakeLinearTime()
{
    proxy::SseParser parser;
    int events = 0;
    const auto count = [&events](const proxy::SseEvent &) {
        ++events;
    };
    for (qsizetype i = 0; i < proxy::SseParser::MaximumEventBytes - 2; ++i) {
        QVERIFY(parser.feed("x", count));
    }
    QVERIFY(parser.feed("\n\n", count));
    QCOMPARE(events, 1);
}

QTEST_APPLESS_MAIN(SseParserTest)
#include "tst_sseparser.moc"
