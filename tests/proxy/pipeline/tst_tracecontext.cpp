// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/traceid.h"
#include "proxy/pipeline/tracecontext.h"
#include "proxy/upstream/origin.h"

#include <QTest>

using namespace proxy;
using core::TracePropagation;

namespace {
const QByteArray Trace = "0af7651916cd43dd8448eb211c80319c";
const QByteArray Span = "b7ad6b7169203331";
const QByteArray Good = "00-" + Trace + '-' + Span + "-01";
const QByteArray Local = "http://127.0.0.1:8000/v1/chat/completions";
} // namespace

class TestTraceContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTraceparent_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("valid");
        QTest::newRow("plain") << Good << true;
        QTest::newRow("not sampled") << Good.chopped(1) + '0' << true;
        QTest::newRow("version ff") << "ff" + Good.mid(2) << false;
        QTest::newRow("later version") << "cc" + Good.mid(2) << true;
        QTest::newRow("later version with more") << "cc" + Good.mid(2) + "-what" << true;
        QTest::newRow("later version, no dash") << "cc" + Good.mid(2) + "x" << false;
        QTest::newRow("this version with more") << Good + "-what" << false;
        QTest::newRow("zero trace") << "00-" + QByteArray(32, '0') + '-' + Span + "-01" << false;
        QTest::newRow("zero parent") << "00-" + Trace + '-' + QByteArray(16, '0') + "-01" << false;
        QTest::newRow("upper case") << "00-" + Trace.toUpper() + '-' + Span + "-01" << false;
        QTest::newRow("no hex") << "00-" + QByteArray(32, 'g') + '-' + Span + "-01" << false;
        QTest::newRow("too short") << Good.chopped(1) << false;
        QTest::newRow("underscores") << QByteArray(Good).replace('-', '_') << false;
        QTest::newRow("empty") << QByteArray() << false;
    }
    void readsTraceparent()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const bool, valid);
        const TraceContext trace =
            readTraceContext({{"traceparent", header}, {"tracestate", "a=1"}});
        QCOMPARE(trace.traceId, valid ? Trace : QByteArray());
        QCOMPARE(trace.parentId, valid ? Span : QByteArray());
        QCOMPARE(trace.state, valid ? QByteArray("a=1") : QByteArray());
    }

    void keepsTheClientsDecisionToSample()
    {
        QVERIFY(readTraceContext({{"traceparent", Good}}).sampled);
        QVERIFY(!readTraceContext({{"traceparent", Good.chopped(2) + "00"}}).sampled);
        QVERIFY(
            !readTraceContext({{"traceparent", Good.chopped(2) + "02"}}).sampled); // random only
        QVERIFY(readTraceContext({}).sampled);
    }

    void takesTwoTraceparentsForNone()
    {
        QCOMPARE(readTraceContext({{"traceparent", Good}, {"traceparent", Good}}), TraceContext{});
    }

    void readsTracestate_data()
    {
        QTest::addColumn<QByteArrayList>("lines");
        QTest::addColumn<QByteArray>("expected");
        QByteArrayList many;
        for (int i = 0; i < 33; ++i) {
            many += "k" + QByteArray::number(i) + "=1";
        }
        QTest::newRow("one") << QByteArrayList{"a=1,b=2"} << QByteArray("a=1,b=2");
        QTest::newRow("two lines") << QByteArrayList{"a=1", "b=2"} << QByteArray("a=1,b=2");
        QTest::newRow("spaces, empty members")
            << QByteArrayList{" a=1 , ,b=2"} << QByteArray("a=1,b=2");
        QTest::newRow("tenant key") << QByteArrayList{"t@v=1"} << QByteArray("t@v=1");
        QTest::newRow("32 members")
            << QByteArrayList{many.first(32).join(',')} << many.first(32).join(',');
        QTest::newRow("33 members") << QByteArrayList{many.join(',')} << QByteArray();
        QTest::newRow("upper-case key") << QByteArrayList{"A=1"} << QByteArray();
        QTest::newRow("no value") << QByteArrayList{"a="} << QByteArray();
        QTest::newRow("equals in the value") << QByteArrayList{"a=1=2"} << QByteArray();
    }
    void readsTracestate()
    {
        QFETCH(const QByteArrayList, lines);
        QFETCH(const QByteArray, expected);
        HeaderList headers{{"traceparent", Good}};
        for (const QByteArray &line : lines) {
            headers.emplace_back("tracestate", line);
        }
        QCOMPARE(readTraceContext(headers).state, expected);
    }

    void putsOurSpanBetweenClientAndUpstream()
    {
        const TraceContext trace =
            readTraceContext({{"traceparent", Good.chopped(1) + '0'}, {"tracestate", "a=1"}});
        const HeaderList headers = traceHeaders(trace, {3, 4}, 2, true, TracePropagation::Local);
        const QByteArray own = "00-" + Trace + '-' + core::spanIdOf({3, 4}, 2) + "-00";
        QCOMPARE(headers, (HeaderList{{"traceparent", own}, {"tracestate", "a=1"}}));
    }

    void beginsATraceOfItsOwn()
    {
        const HeaderList headers = traceHeaders({}, {3, 4}, 1, true, TracePropagation::Local);
        const QByteArray own =
            "00-" + core::traceIdOf({3, 4}) + '-' + core::spanIdOf({3, 4}, 1) + "-01";
        QCOMPARE(headers, (HeaderList{{"traceparent", own}}));
        QCOMPARE(readTraceContext(headers).traceId, core::traceIdOf({3, 4})); // valid itself
    }

    void tellsNoStranger_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("isLocal");
        QTest::newRow("loopback") << Local << true;
        QTest::newRow("loopback 6") << QByteArray("http://[::1]:8000/v1") << true;
        QTest::newRow("this host") << QByteArray("http://localhost:8000") << true;
        QTest::newRow("short name") << QByteArray("http://gpu-box:8000") << true;
        QTest::newRow("private 10") << QByteArray("http://10.1.2.3") << true;
        QTest::newRow("private 172") << QByteArray("http://172.31.0.1") << true;
        QTest::newRow("private 192") << QByteArray("http://192.168.1.1") << true;
        QTest::newRow("mdns") << QByteArray("http://gpu.local") << true;
        QTest::newRow("public 172") << QByteArray("http://172.32.0.1") << false;
        QTest::newRow("public 4") << QByteArray("https://8.8.8.8") << false;
        QTest::newRow("provider") << QByteArray("https://api.openai.com/v1") << false;
        QTest::newRow("looks like one") << QByteArray("https://10.0.0.1.example.com") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void tellsNoStranger()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const bool, isLocal);
        QCOMPARE(isLocalNetwork(url), isLocal);
        QCOMPARE(traceHeaders({}, {1, 1}, 1, isLocal, TracePropagation::Local).empty(), !isLocal);
        QVERIFY(!traceHeaders({}, {1, 1}, 1, isLocal, TracePropagation::Always).empty());
        QVERIFY(traceHeaders({}, {1, 1}, 1, isLocal, TracePropagation::Never).empty());
    }
};

QTEST_GUILESS_MAIN(TestTraceContext)
#include "tst_tracecontext.moc"
