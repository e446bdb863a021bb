// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/responsecache.h"

#include <QTest>

using core::Time;
using proxy::ResponseCache;
using namespace std::chrono_literals;

namespace {

constexpr qint64 MiB = 1024 * 1024;

ResponseCache::Answer answerOf(qsizetype bytes)
{
    return {"application/json", QByteArray(bytes, 'x'), "m", false};
}

} // namespace

/// S4-21: bounded in age and bytes.
class ResponseCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forgetsWhatIsTooOld()
    {
        ResponseCache cache(MiB);
        cache.put("a", answerOf(10), Time(60s));
        QVERIFY(cache.find("a", Time(59s)));
        QVERIFY(!cache.find("a", Time(60s)));
        QCOMPARE(cache.figures().answers, 0);
        QCOMPARE(cache.figures().bytes, 0);
        QCOMPARE(cache.figures().hits, 1);
        QCOMPARE(cache.figures().misses, 1);
    }

    void letsGoOfWhatWasUsedLongestAgo()
    {
        ResponseCache cache(MiB);
        const QByteArrayList keys{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
        for (const QByteArray &key : keys) { // each a bit less than an eighth
            cache.put(key, answerOf(MiB / 8 - 1024), Time(60s));
            QVERIFY(cache.find("a", Time(1s))); // so that it stays
            QVERIFY(cache.figures().bytes <= MiB);
        }
        QCOMPARE(cache.figures().answers, 8);
        QVERIFY(cache.find("a", Time(1s)));
        QVERIFY(!cache.find("b", Time(1s)));
        QVERIFY(!cache.find("c", Time(1s)));
        QVERIFY(cache.find("j", Time(1s)));
    }

    void keepsNoAnswerThatWouldDriveOutTheOthers()
    {
        ResponseCache cache(MiB);
        cache.put("a", answerOf(MiB / 8), Time(60s));
        QVERIFY(!cache.find("a", Time(1s)));
    }

    void replacesAnAnswer()
    {
        ResponseCache cache(MiB);
        cache.put("a", answerOf(1'000), Time(60s));
        const qint64 bytes = cache.figures().bytes;
        cache.put("a", answerOf(1'000), Time(120s));
        QCOMPARE(cache.figures().bytes, bytes);
        QVERIFY(cache.find("a", Time(100s)));
    }
};

QTEST_APPLESS_MAIN(ResponseCacheTest)
#include "tst_responsecache.moc"
