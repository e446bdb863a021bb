// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What one upstream call and one streamed event cost the upstream client: processor time of its
// thread, against a bare server in another thread. Prints a table.
#include "proxy/dialects/openai.h"
#include "proxy/upstream/sseparser.h"
#include "proxy/upstream/upstreamcall.h"

#include <QCoreApplication>

#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace {

constexpr int Parallel = 32;
constexpr int WholeCalls = 60'000;
constexpr int Streams = 256;
constexpr int EventsPerStream = 1'000;

const QByteArray WholeAnswer =
    "HTTP/1.1 200 OK\r\nserver: uvicorn\r\ncontent-type: application/json\r\n"
    "content-length: 300\r\n\r\n" +
    QByteArray(300, 'x');
const QByteArray Event =
    "data: {\"id\":\"chatcmpl-8a9c6f2e41d04c1f\",\"object\":\"chat.completion.chunk\","
    "\"created\":1755700000,\"model\":\"my-model\",\"choices\":[{\"index\":0,\"delta\":{"
    "\"content\":"
    "\" token\"},\"logprobs\":null,\"finish_reason\":null,\"token_ids\":null}],\"usage\":{"
    "\"prompt_tokens\":212,\"total_tokens\":312,\"completion_tokens\":100,"
    "\"completion_tokens_details\":null}}\n\n";

/// Answers each request of `/whole` at once; sends events to all requests of `/stream` in turn.
class BareServer
{
public:
    BareServer()
    {
        m_listener = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 ||
            listen(m_listener, 1'024) != 0 ||
            getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0) {
            std::perror("bare server");
        }
        m_port = ntohs(address.sin_port);
        std::thread([this] { run(); }).detach();
    }
    [[nodiscard]] QByteArray url(const char *path) const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_port) + path;
    }

private:
    void run()
    {
        m_epoll = epoll_create1(0);
        watch(m_listener);
        std::array<epoll_event, 256> events;
        while (true) {
            const int count = epoll_wait(m_epoll, events.data(), 256, -1);
            for (int i = 0; i < count; ++i) {
                serve(events[static_cast<std::size_t>(i)].data.fd);
            }
        }
    }
    void watch(int descriptor) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = descriptor;
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
    }
    void serve(int descriptor)
    {
        if (descriptor == m_listener) {
            const int accepted = accept(m_listener, nullptr, nullptr);
            const int on = 1;
            setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
            watch(accepted);
            return;
        }
        std::array<char, 4096> buffer;
        const auto size = read(descriptor, buffer.data(), buffer.size());
        if (size <= 0) {
            close(descriptor);
        } else if (QByteArrayView(buffer.data(), size).startsWith("POST /whole")) {
            put(descriptor, WholeAnswer);
        } else {
            m_streams.push_back(descriptor);
            put(descriptor,
                "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
                "transfer-encoding: chunked\r\n\r\n");
            if (m_streams.size() == Streams) {
                stream();
            }
        }
    }
    void stream()
    {
        const QByteArray chunk = QByteArray::number(Event.size(), 16) + "\r\n" + Event + "\r\n";
        for (int i = 0; i < EventsPerStream; ++i) {
            for (const int descriptor : m_streams) {
                put(descriptor, chunk);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(4)); // some 60,000 a second
        }
        for (const int descriptor : m_streams) {
            put(descriptor, "0\r\n\r\n");
        }
        m_streams.clear();
    }
    static void put(int descriptor, const QByteArray &bytes)
    {
        if (send(descriptor,
                 bytes.constData(),
                 static_cast<std::size_t>(bytes.size()),
                 MSG_NOSIGNAL) < 0) {
            std::perror("send");
        }
    }

    int m_listener = -1;
    int m_epoll = -1;
    quint16 m_port = 0;
    std::vector<int> m_streams;
};

std::chrono::nanoseconds timeOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

class Call final : public proxy::UpstreamListener
{
public:
    Call(proxy::UpstreamClient &client, QByteArray url, int &left, bool meters)
        : m_client(client)
        , m_url(std::move(url))
        , m_left(left)
        , m_meters(meters)
    {
        m_facts.stream = true;
        start();
    }
    void onHead(int, const proxy::HeaderList &) override {}
    void onBody(QByteArrayView bytes) override
    {
        ++pieces;
        if (m_meters) {
            m_sent += m_parser.feed(bytes,
                                    [this](const proxy::SseEvent &event) {
                                        m_sent += m_meter.take(event.raw, event.data).text.size();
                                    })
                          ? 1
                          : 0;
        }
    }
    void onComplete() override
    {
        if (--m_left <= 0) {
            QCoreApplication::quit();
        } else if (!m_meters && m_left >= Parallel) {
            start();
        }
    }
    void onError(const proxy::UpstreamError &error) override
    {
        std::fprintf(stderr, "%s\n", qPrintable(error.message));
        onComplete();
    }

    qint64 pieces = 0;

private:
    void start()
    {
        proxy::UpstreamRequest request;
        request.url = m_url;
        request.headers = {{"content-type", "application/json"}, {"x-request-id", "req-1"}};
        request.body = QByteArray(200, 'y');
        m_call = m_client.send(std::move(request), *this);
    }

    proxy::UpstreamClient &m_client;
    QByteArray m_url;
    int &m_left;
    bool m_meters = false;
    std::unique_ptr<proxy::UpstreamCall> m_call;
    proxy::openai::CallFacts m_facts;
    proxy::openai::StreamMeter m_meter{m_facts};
    proxy::SseParser m_parser;
    qint64 m_sent = 0;
};

void measure(const char *name, const QByteArray &url, int calls, int total, bool meters)
{
    proxy::UpstreamClient client;
    std::vector<std::unique_ptr<Call>> running;
    int left = total;
    const auto begin = timeOf(CLOCK_MONOTONIC);
    const auto beginProcessor = timeOf(CLOCK_THREAD_CPUTIME_ID);
    for (int i = 0; i < calls; ++i) {
        running.push_back(std::make_unique<Call>(client, url, left, meters));
    }
    QCoreApplication::exec();
    const double seconds = std::chrono::duration<double>(timeOf(CLOCK_MONOTONIC) - begin).count();
    const double processor =
        std::chrono::duration<double>(timeOf(CLOCK_THREAD_CPUTIME_ID) - beginProcessor).count();
    qint64 pieces = 0;
    for (const auto &call : running) {
        pieces += call->pieces;
    }
    const double units = static_cast<double>(meters ? pieces : total);
    std::printf("%-36s %9.0f a second %8.2f us of processor each\n",
                name,
                units / seconds,
                processor * 1e6 / units);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const BareServer server;
    measure("whole calls, 32 at once", server.url("/whole"), Parallel, WholeCalls, false);
    measure("events of 256 streams, metered", server.url("/stream"), Streams, Streams, true);
    return 0;
}
