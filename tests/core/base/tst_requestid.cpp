// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/requestid.h"

#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using core::RequestId;

class TestRequestId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void risesWithinAThread();
    void neverRepeatsBetweenThreads();
    void beginsWithTheTime();
    void readsAsAPrefixAndThirtyTwoHexDigits();
    void readsItsOwnTextOnly();
};

void TestRequestId::risesWithinAThread()
{
    RequestId last = RequestId::generate();
    for (int i = 0; i < 200'000; ++i) { // far more than one millisecond lasts
        const RequestId next = RequestId::generate();
        QVERIFY(next > last);
        QVERIFY(next.toText() > last.toText());
        last = next;
    }
}

void TestRequestId::neverRepeatsBetweenThreads()
{
    constexpr size_t Threads = 4;
    constexpr size_t PerThread = 50'000;
    std::vector<RequestId> ids(Threads * PerThread);
    std::vector<std::thread> threads;
    for (size_t thread = 0; thread < Threads; ++thread) {
        threads.emplace_back([&ids, thread] {
            const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(thread * PerThread);
            std::generate_n(begin, PerThread, RequestId::generate);
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    std::sort(ids.begin(), ids.end());
    QVERIFY(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

void TestRequestId::readsItsOwnTextOnly()
{
    const RequestId id = RequestId::generate();
    QVERIFY(RequestId::fromText(id.toText()) == id);
    const QByteArray good("req-0123456789abcdef0123456789abcdef");
    QVERIFY(RequestId::fromText(good));
    for (const QByteArray &bad : {QByteArray(),
                                  good.mid(4),
                                  good.chopped(1),
                                  good + '0',
                                  good.toUpper(),
                                  QByteArray("req-0x23456789abcdef0123456789abcdef"),
                                  QByteArray("req- 123456789abcdef0123456789abcdef")}) {
        QVERIFY2(!RequestId::fromText(bad), bad.constData());
    }
}

void TestRequestId::beginsWithTheTime()
{
    const auto now = [] {
        const auto time = std::chrono::system_clock::now().time_since_epoch();
        const auto count = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
        return static_cast<quint64>(count);
    };
    const quint64 before = now();
    const RequestId id = RequestId::generate();
    const quint64 after = now();
    const quint64 milliseconds = id.high >> 16;
    QVERIFY(before <= milliseconds);
    QVERIFY(milliseconds <= after);
}

void TestRequestId::readsAsAPrefixAndThirtyTwoHexDigits()
{
    QCOMPARE((RequestId{0x1f, 0xab}).toText(), "req-000000000000001f00000000000000ab"_ba);
    static const QRegularExpression form(u"^req-[0-9a-f]{32}$"_s);
    QVERIFY(form.match(QString::fromLatin1(RequestId::generate().toText())).hasMatch());
}

QTEST_APPLESS_MAIN(TestRequestId)
#include "tst_requestid.moc"
