// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/retry.h"

#include <QTest>

using namespace proxy;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {
/// 2026-11-20 10:30:00 UTC.
constexpr core::Time Now{std::chrono::seconds{1'795'170'600}};
} // namespace

class TestRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("expected"); // milliseconds; -1: nothing
        QTest::newRow("seconds") << QByteArray("7") << qint64{7'000};
        QTest::newRow("zero") << QByteArray("0") << qint64{0};
        QTest::newRow("padded") << QByteArray(" 12 ") << qint64{12'000};
        QTest::newRow("date ahead") << QByteArray("Fri, 20 Nov 2026 10:30:09 GMT") << qint64{9'000};
        QTest::newRow("date past") << QByteArray("Fri, 20 Nov 2026 10:29:00 GMT") << qint64{0};
        QTest::newRow("negative") << QByteArray("-3") << qint64{-1};
        QTest::newRow("fraction") << QByteArray("1.5") << qint64{-1};
        QTest::newRow("words") << QByteArray("soon") << qint64{-1};
        QTest::newRow("nothing") << QByteArray() << qint64{-1};
        QTest::newRow("beyond a number")
            << QByteArray("99999999999999999999999") << qint64{365LL * 24 * 3'600 * 1'000};
    }
    void readsRetryAfter()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const qint64, expected);
        const auto pause = retryAfter(header, Now);
        QCOMPARE(pause ? pause->count() : -1, expected);
    }

    void doublesItsPatienceUpToTheLongest()
    {
        const RetryPolicy policy; // 1 s, at most 60 s
        QCOMPARE(pauseBefore(0, {}, policy, 1.0), milliseconds(1'000));
        QCOMPARE(pauseBefore(3, {}, policy, 1.0), milliseconds(8'000)); // 1 x 2^3
        QCOMPARE(pauseBefore(3, {}, policy, 0.5), milliseconds(4'000)); // half of it
        QCOMPARE(pauseBefore(6, {}, policy, 1.0), milliseconds(60'000));
        QCOMPARE(pauseBefore(1'000'000, {}, policy, 1.0), milliseconds(60'000));
        QCOMPARE(pauseBefore(6, {}, policy, 0.0), milliseconds(0));
    }

    void keepsTheServersWish()
    {
        const RetryPolicy policy;
        QCOMPARE(pauseBefore(9, milliseconds(7'000), policy, 0.0), milliseconds(7'000));
        QCOMPARE(pauseBefore(9, milliseconds(7'000), policy, 1.0), milliseconds(7'700)); // + 10 %
        QCOMPARE(pauseBefore(1, milliseconds(999'999'999), policy, 0.0), milliseconds(3'600'000));
    }
};

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
