// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "load.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <arpa/inet.h>
#include <cstdio>
#include <numeric>

using namespace Qt::StringLiterals;

static void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Load for the benchmarks. Prints one line of NAME=VALUE; times in milliseconds."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"kind"_s, u"closed or open"_s);
    parser.addPositionalArgument(u"url"_s, u"http://ADDRESS:PORT/PATH"_s);
    parser.addOptions({
        {u"connections"_s, u"Keep-alive connections."_s, u"N"_s, u"32"_s},
        {u"seconds"_s, u"Counted time."_s, u"S"_s, u"5"_s},
        {u"warm-up"_s, u"Time before it."_s, u"S"_s, u"1"_s},
        {u"rate"_s, u"Requests per second of the open loop."_s, u"R"_s, u"1000"_s},
        {u"random"_s, u"Random gaps between them, as of independent callers."_s},
        {u"header"_s, u"A request header; may be repeated."_s, u"NAME: VALUE"_s},
        {u"numbers"_s, u"##### in a header becomes 00000 to N-1, in turn."_s, u"N"_s, u"0"_s},
        {u"watch"_s, u"A process whose time and memory are told."_s, u"PID"_s},
        {u"body"_s, u"JSON to post."_s, u"TEXT"_s, u"{}"_s},
    });
}

static QByteArray requestBytes(const QCommandLineParser &parser, const QUrl &url)
{
    const QByteArray body = parser.value(u"body"_s).toUtf8();
    QByteArray out = "POST " + url.path().toUtf8() +
                     " HTTP/1.1\r\nhost: " + url.authority().toUtf8() +
                     "\r\ncontent-type: application/json\r\n";
    for (const QString &header : parser.values(u"header"_s)) {
        out += header.toUtf8() + "\r\n";
    }
    return out + "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

static std::vector<qint64> watched(const QCommandLineParser &parser)
{
    std::vector<qint64> processes;
    for (const QString &process : parser.values(u"watch"_s)) {
        processes.push_back(process.toLongLong());
    }
    return processes;
}

static void print(const bench::LoadResult &result)
{
    const auto [least, most] = std::minmax_element(result.events.begin(), result.events.end());
    const qint64 events = std::accumulate(result.events.begin(), result.events.end(), qint64{0});
    std::printf(
        "requests=%lld errors=%lld rate=%.1f p50=%.4f p99=%.4f max=%.4f "
        "events=%lld event_rate=%.1f least_events=%lld most_events=%lld busy=%.2f resident=%.1f\n",
        static_cast<long long>(result.requests),
        static_cast<long long>(result.errors),
        static_cast<double>(result.requests) / result.seconds,
        result.percentile(0.5),
        result.percentile(0.99),
        result.percentile(1),
        static_cast<long long>(events),
        static_cast<double>(events) / result.seconds,
        static_cast<long long>(*least),
        static_cast<long long>(*most),
        result.busySeconds,
        result.residentMegabytes);
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    const QStringList words = parser.positionalArguments();
    const QUrl url(words.value(1));
    bench::LoadPlan plan;
    plan.server.sin_family = AF_INET;
    plan.server.sin_port = htons(static_cast<quint16>(url.port(80)));
    plan.connections = std::max(1, parser.value(u"connections"_s).toInt());
    plan.seconds = parser.value(u"seconds"_s).toDouble();
    plan.warmUpSeconds = parser.value(u"warm-up"_s).toDouble();
    plan.rate = std::max(1.0, parser.value(u"rate"_s).toDouble());
    plan.isRandom = parser.isSet(u"random"_s);
    plan.watch = bench::ProcessWatch(watched(parser));
    plan.numbers = parser.value(u"numbers"_s).toInt();
    plan.request = requestBytes(parser, url);
    const QByteArray host = url.host().toUtf8();
    const bool isKnown = QStringList{u"closed"_s, u"open"_s}.contains(words.value(0));
    const bool isAddress = ::inet_pton(AF_INET, host.constData(), &plan.server.sin_addr) == 1;
    if (!isKnown || !isAddress || plan.seconds <= 0) {
        std::fputs("bench_load: expected closed|open http://IPV4:PORT/PATH\n", stderr);
        return 2;
    }
    bench::Load load(plan);
    print(words[0] == u"open"_s ? load.runOpen() : load.runClosed());
    return 0;
}
