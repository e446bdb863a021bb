// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servedrequests.h"
#include "tests/support/rawclient.h"

#include <QCoreApplication>
#include <QTest>

#include <random>

using namespace std::chrono_literals;
using namespace test;

namespace {

constexpr int Rounds = 3'000;

class Mutator
{
public:
    explicit Mutator(unsigned seed)
        : m_random(seed)
    {}

    /// Flips, cuts, doubles or inserts at a few random places.
    QByteArray mutate(QByteArray wire)
    {
        const int edits = below(4);
        for (int i = 0; i < edits; ++i) {
            const qsizetype at = below(static_cast<int>(wire.size()));
            switch (below(4)) {
            case 0:
                wire[at] = static_cast<char>(below(256));
                break;
            case 1:
                wire.remove(at, below(8));
                break;
            case 2:
                wire.insert(at, wire.mid(at, below(40)));
                break;
            default:
                wire.insert(
                    at, m_tricks.at(static_cast<size_t>(below(static_cast<int>(m_tricks.size())))));
            }
            if (wire.isEmpty()) {
                wire = "x";
            }
        }
        return wire;
    }

    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

private:
    std::mt19937 m_random;
    std::vector<QByteArray> m_tricks{"\r\n",
                                     "\n",
                                     "\r",
                                     " ",
                                     "\r\n\r\n",
                                     "Content-Length: 3\r\n",
                                     "Transfer-Encoding: chunked\r\n",
                                     "0\r\n\r\n",
                                     "Expect: 100-continue\r\n",
                                     "Connection: close\r\n",
                                     "HTTP/1.0",
                                     "GET /echo HTTP/1.1\r\nHost: h\r\n\r\n"};
};

QByteArray validStream()
{
    return requestText("POST", "/echo", "one") + requestText("GET", "/later") +
           "POST /stream HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
           "3\r\ntwo\r\n0\r\n\r\n" +
           requestText("POST", "/later", "three") + requestText("HEAD", "/echo") +
           requestText("GET", "/echo");
}

proxy::ServerLimits fuzzLimits()
{
    proxy::ServerLimits limits;
    limits.headerTime = 20ms;
    limits.bodyTime = 20ms;
    return limits;
}

} // namespace

/// Random but repeatable damage to a valid stream: whatever the server makes of it, each request it
/// accepts gets its own answer, in order, and then a refusal or the end: no crash, no mix, no wait.
class TestHttpFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesDamagedStreams();
    void survivesClientsThatLeaveAnywhere();
};

void TestHttpFuzz::survivesDamagedStreams()
{
    TestServer test(fuzzLimits());
    Mutator mutator(20261);
    int accepted = 0;
    int refused = 0;
    for (int round = 0; round < Rounds; ++round) {
        test.served.requests.clear();
        const QByteArray wire = mutator.mutate(validStream());
        const qsizetype split = mutator.below(static_cast<int>(wire.size()));
        RawClient client(test.port);
        client.send(wire.first(split));
        QCoreApplication::processEvents();
        client.send(wire.sliced(split));
        client.send("GET /last HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        size_t index = 0;
        for (;;) {
            RawAnswer answer = client.readHead();
            if (answer.status == 100) {
                continue;
            }
            if (answer.status != 200) {
                refused += answer.status >= 400 ? 1 : 0;
                const QByteArray shown = "round " + QByteArray::number(round) + ": " + wire;
                QVERIFY2(answer.status >= 400 || answer.head.isEmpty(), shown);
                break;
            }
            QVERIFY2(index < test.served.requests.size(), wire);
            const bool hasBody = test.served.requests[index].method != "HEAD";
            if (hasBody) {
                client.readBody(answer);
                QCOMPARE(answer.body, echoOf(test.served.requests[index]));
            }
            ++index;
            ++accepted;
        }
        QVERIFY2(client.waitForEnd(), wire);
        QCOMPARE(index, test.served.requests.size());
    }
    QVERIFY(accepted > Rounds); // the damage must not be so great that nothing is tested
    QVERIFY(refused > Rounds / 10);
    QTRY_COMPARE(test.server.openConnections(), 0);
}

void TestHttpFuzz::survivesClientsThatLeaveAnywhere()
{
    TestServer test(fuzzLimits());
    test.served.largeSize = 200'000;
    Mutator mutator(20262);
    const QByteArray wire = validStream() + requestText("GET", "/large") + validStream();
    for (int round = 0; round < Rounds; ++round) {
        RawClient client(test.port);
        client.send(wire.first(mutator.below(static_cast<int>(wire.size()))));
        const int turns = mutator.below(4);
        for (int turn = 0; turn < turns; ++turn) {
            QCoreApplication::processEvents();
        }
        switch (mutator.below(3)) {
        case 0:
            client.reset();
            break;
        case 1:
            client.finishSending();
            break;
        default:
            client.close();
        }
        if (mutator.below(4) == 0) {
            QCoreApplication::processEvents();
        }
    }
    QTRY_COMPARE(test.server.openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestHttpFuzz)
#include "tst_httpfuzz.moc"
