// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers a constant, so that the cost of the server alone can be measured with wrk:
//   bench_httpserver plain 7100      Qt's QHttpServer as it is
//   bench_httpserver guarded 7101    ours
//   bench_httpserver events 7102     ours: each request is answered with a million small chunks
#include "proxy/server/httpserver.h"

#include <QCoreApplication>
#include <QHttpServer>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

const QByteArray Answer = R"({"id":"x","object":"chat.completion","choices":[]})";
constexpr int EventCount = 1'000'000;
constexpr int EventsPerTurn = 64;

void streamEvents(const std::shared_ptr<proxy::ClientStream> &stream, int left)
{
    static const QByteArray event =
        R"(data: {"choices":[{"delta":{"content":"word"}}],"usage":{"total_tokens":123}})"
        "\n\n";
    int count = 0;
    while (left > 0 && count < EventsPerTurn && stream->pendingBytes() == 0) {
        stream->write(event);
        --left;
        ++count;
    }
    if (left == 0) {
        stream->end();
    } else if (stream->pendingBytes() > 0) {
        stream->onDrained([stream, left] { streamEvents(stream, left); });
    } else {
        QTimer::singleShot(0, [stream, left] { streamEvents(stream, left); });
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString kind = arguments.value(1);
    const auto port = static_cast<quint16>(arguments.value(2).toUInt());
    QHttpServer plain;
    if (kind == "plain"_L1) {
        plain.route(u"/<arg>"_s, [](const QString & /*path*/) {
            return QHttpServerResponse("application/json", Answer);
        });
        return plain.listen(QHostAddress::LocalHost, port) == 0 ? 1 : QCoreApplication::exec();
    }
    proxy::HttpServer guarded({}, [&](proxy::HttpRequest && /*request*/, auto stream) {
        if (kind == "events"_L1) {
            stream->begin(200, {{"content-type", "text/event-stream"}});
            streamEvents(stream, EventCount);
        } else {
            stream->respond(200, {{"content-type", "application/json"}}, Answer);
        }
    });
    const auto listening = guarded.listen(QHostAddress::LocalHost, port);
    if (!listening) {
        std::fputs(qPrintable(listening.error().message), stderr);
        return 1;
    }
    return QCoreApplication::exec();
}
