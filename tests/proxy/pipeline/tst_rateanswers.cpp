// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/answerheaders.h"
#include "proxy/pipeline/ratelimits.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace proxy;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

core::RateShortfall shortfall()
{
    core::RateShortfall shortfall;
    shortfall.limitId = "limits[0]";
    shortfall.label = "agent:crawler";
    shortfall.window = 1min;
    shortfall.limit = 10;
    shortfall.used = 10;
    shortfall.requested = 1;
    shortfall.retryAfter = 12'345'678us;
    return shortfall;
}

} // namespace

class tst_RateAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // 12.345678 s: never too early, so 13 s, and 12,346 ms.
    void tellsTheExactTimeToComeBack()
    {
        const ApiError error = rateRefusal(shortfall());
        QCOMPARE(error.status, 429);
        QCOMPARE(error.code, "rate_limit_exceeded"_ba);
        QCOMPARE(headerValue(error.headers, "retry-after"), "13"_ba);
        QCOMPARE(headerValue(error.headers, "retry-after-ms"), "12346"_ba);
        QCOMPARE(error.message,
                 "The rate limit for agent:crawler is 10 requests a minute: 10 used, and this call "
                 "asks for 1. Try again in 13 s."_ba);
        const QJsonObject json = QJsonDocument::fromJson(error.toJson()).object();
        QCOMPARE(json["error"_L1]["limit"_L1].toInt(), 10);
        QCOMPARE(json["error"_L1]["limit_id"_L1].toString(), u"limits[0]"_s);
        QCOMPARE(json["error"_L1]["type"_L1].toString(), u"requests"_s);
    }

    void tellsACallThatCanNeverPassNotToComeBack()
    {
        core::RateShortfall tooLarge = shortfall();
        tooLarge.unit = core::RateUnit::Tokens;
        tooLarge.requested = 11;
        tooLarge.retryAfter = core::Duration::max();
        const ApiError error = rateRefusal(tooLarge);
        QCOMPARE(headerValue(error.headers, "retry-after"), QByteArray());
        QCOMPARE(headerValue(error.headers, "x-should-retry"), "false"_ba);
        QCOMPARE(error.type, "tokens"_ba);
    }

    void writesTimesAsOpenAiDoes_data()
    {
        QTest::addColumn<qint64>("microseconds");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << qint64(0) << "0ms"_ba;
        QTest::newRow("rounded up") << qint64(16'001) << "17ms"_ba;
        QTest::newRow("a second") << qint64(1'000'000) << "1s"_ba;
        QTest::newRow("parts") << qint64(8'640'000) << "8.64s"_ba;
        QTest::newRow("a tail") << qint64(59'998'000) << "59.998s"_ba;
        QTest::newRow("a hundredth") << qint64(1'050'000) << "1.05s"_ba;
        QTest::newRow("a thousandth") << qint64(61'001'000) << "1m1.001s"_ba;
        QTest::newRow("a minute") << qint64(60'000'000) << "1m0s"_ba;
        QTest::newRow("an hour") << qint64(3'600'000'000) << "60m0s"_ba;
    }
    void writesTimesAsOpenAiDoes()
    {
        QFETCH(qint64, microseconds);
        QFETCH(QByteArray, text);
        core::RateStanding standing;
        standing.tokens = {1'000, 900, core::Duration(microseconds)};
        HeaderList headers;
        addRateHeaders(standing, headers);
        QCOMPARE(headers.size(), 3U); // nothing of requests, which nothing limits
        QCOMPARE(headerValue(headers, "x-ratelimit-limit-tokens"), "1000"_ba);
        QCOMPARE(headerValue(headers, "x-ratelimit-remaining-tokens"), "900"_ba);
        QCOMPARE(headerValue(headers, "x-ratelimit-reset-tokens"), text);
    }

    // Whoever the key belongs to, the upstream is not told.
    void sendsNoClientsKeyUpstream()
    {
        const HeaderList sent = forwardedHeaders({{"authorization", "Bearer sk-cap-x"},
                                                  {"x-api-key", "sk-cap-x"},
                                                  {"cookie", "a=sk-cap-x"},
                                                  {"x-feature-id", "f"}});
        QCOMPARE(sent, (HeaderList{{"x-feature-id", "f"}}));
    }
};

QTEST_APPLESS_MAIN(tst_RateAnswers)
#include "tst_rateanswers.moc"
