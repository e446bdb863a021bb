// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What reading one event costs: parser and meter over events in memory, as vLLM writes them with
// continuous_usage_stats, for a client that asked for nothing (each event is cut) and for one that
// asked for all (each is relayed as it is). Prints a table of processor time; one thread.
#include "core/base/jsontext.h"
#include "proxy/dialects/openai.h"
#include "proxy/upstream/sseparser.h"

#include <QByteArray>
#include <QByteArrayList>

#include <chrono>
#include <cstdio>
#include <ctime>

namespace {

constexpr int EventsPerStream = 1'000;
constexpr int Streams = 500;

QByteArray event(int tokens)
{
    return "data: {\"id\":\"chatcmpl-8a9c6f2e41d04c1f\",\"object\":\"chat.completion.chunk\","
           "\"created\":1755700000,\"model\":\"meta-llama/Llama-3.1-8B-Instruct\",\"choices\":[{"
           "\"index\":0,\"delta\":{\"content\":\" "
           "token\"},\"logprobs\":null,\"finish_reason\":null,"
           "\"token_ids\":null}],\"usage\":{\"prompt_tokens\":212,\"total_tokens\":" +
           QByteArray::number(212 + tokens) +
           ",\"completion_tokens\":" + QByteArray::number(tokens) +
           ",\"completion_tokens_details\":null}}\n\n";
}

/// Of this thread: what others do on the machine does not count.
std::chrono::nanoseconds processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void print(const char *name, std::chrono::nanoseconds time, qint64 events, qint64 bytes)
{
    const double nanos = std::chrono::duration<double, std::nano>(time).count();
    std::printf("%-44s %8.0f ns/event %8.2f M events/s %8.0f MB/s\n",
                name,
                nanos / static_cast<double>(events),
                static_cast<double>(events) * 1e3 / nanos,
                static_cast<double>(bytes) * 1e3 / nanos);
}

template <class Work>
void measure(const char *name, const QByteArrayList &pieces, Work work)
{
    const auto begin = processorTime();
    qint64 bytes = 0;
    for (int stream = 0; stream < Streams; ++stream) {
        bytes += work(pieces);
    }
    print(name, processorTime() - begin, qint64{Streams} * EventsPerStream, bytes);
}

qint64 relayAll(const QByteArrayList &pieces, bool asked)
{
    proxy::openai::CallFacts facts;
    facts.stream = true;
    facts.includeUsage = facts.continuousUsage = asked;
    proxy::openai::StreamMeter meter(facts);
    proxy::SseParser parser;
    qint64 bytes = 0;
    for (const QByteArray &piece : pieces) {
        const bool ok = parser.feed(piece, [&](const proxy::SseEvent &each) {
            const auto relay = meter.take(each.raw, each.data);
            bytes += relay.changed ? relay.text.size() : each.raw.size();
            bytes += meter.running().output & 1;
        });
        bytes += ok ? 0 : 1;
    }
    return bytes;
}

} // namespace

int main()
{
    QByteArrayList pieces;
    for (int i = 0; i < EventsPerStream; ++i) {
        pieces.append(event(i));
    }
    std::printf("one event: %lld bytes\n", static_cast<long long>(pieces.first().size()));
    measure("parser alone", pieces, [](const QByteArrayList &list) {
        proxy::SseParser parser;
        qint64 bytes = 0;
        for (const QByteArray &piece : list) {
            bytes +=
                parser.feed(piece, [&](const auto &each) { bytes += each.data.size(); }) ? 0 : 1;
        }
        return bytes;
    });
    measure("findMember(usage) alone", pieces, [](const QByteArrayList &list) {
        qint64 bytes = 0;
        for (const QByteArray &piece : list) {
            bytes += core::findMember(QByteArrayView(piece).sliced(6), "usage")->valueEnd;
        }
        return bytes;
    });
    measure("membersOf alone", pieces, [](const QByteArrayList &list) {
        qint64 bytes = 0;
        for (const QByteArray &piece : list) {
            bytes += core::membersOf(QByteArrayView(piece).sliced(6))->back().valueEnd;
        }
        return bytes;
    });
    measure("parser and meter, usage left in", pieces, [](const QByteArrayList &list) {
        return relayAll(list, true);
    });
    measure("parser and meter, usage cut out", pieces, [](const QByteArrayList &list) {
        return relayAll(list, false);
    });
    return 0;
}
