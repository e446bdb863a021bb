// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/callbound.h"
#include "proxy/pipeline/refusals.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace proxy;
using namespace std::chrono;
using core::Money;

namespace {

const core::Time Now{sys_days(2026y / 11 / 21) + 14h + 32min};

core::Refusal refusal(qint64 settledCents, qint64 heldCents, bool onlyHeld)
{
    constexpr qint64 Cent = Money::NanosPerDollar / 100;
    core::Shortfall shortfall;
    shortfall.state.budgetId = "b-1";
    shortfall.state.label = "tenant:research";
    shortfall.state.limit = shortfall.state.cap = 1000 * Cent;
    shortfall.state.settled = settledCents * Cent;
    shortfall.state.held = heldCents * Cent;
    shortfall.state.span = {sys_days(2026y / 11 / 21), sys_days(2026y / 11 / 22)};
    shortfall.requested = 50 * Cent;
    shortfall.onlyHeld = onlyHeld;
    return {{shortfall}};
}

RequestContext context()
{
    RequestContext context;
    context.price.rates.output = 1'000'000'000; // $1 per million
    context.bound.promptTokens = 0;
    context.bound.outputTokens = 500'000;
    return context;
}

core::Headroom room(qint64 nanos)
{
    core::Headroom room;
    room.cost = Money::fromNanos(nanos);
    return room;
}

QJsonObject errorOf(const ApiError &error)
{
    return QJsonDocument::fromJson(error.toJson())
        .object()
        .value(QLatin1String("error"))
        .toObject();
}

} // namespace

class tst_Refusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsSpentHeldRequestedAndWhenItFrees() // S1-20
    {
        const ApiError error = budgetRefusal(refusal(1000, 0, false), context(), room(0), Now);
        QCOMPARE(error.status, 402);
        const QJsonObject json = errorOf(error);
        QCOMPARE(json.value(QLatin1String("code")).toString(), QStringLiteral("budget_exceeded"));
        QCOMPARE(json.value(QLatin1String("budget")).toString(), QStringLiteral("b-1"));
        QCOMPARE(json.value(QLatin1String("limit_usd")).toDouble(), 10.0);
        QCOMPARE(json.value(QLatin1String("spent_usd")).toDouble(), 10.0);
        QCOMPARE(json.value(QLatin1String("held_usd")).toDouble(), 0.0);
        QCOMPARE(json.value(QLatin1String("requested_usd")).toDouble(), 0.5);
        QCOMPARE(json.value(QLatin1String("window_ends_at")).toString(),
                 QStringLiteral("2026-11-22T00:00:00Z"));
        QVERIFY(json.value(QLatin1String("max_tokens_that_fits")).isNull());
        // S1-24
        QCOMPARE(json.value(QLatin1String("reason")).toString(),
                 QStringLiteral("Hard cap exceeded"));
        QCOMPARE(json.value(QLatin1String("warning")).toString(),
                 QStringLiteral("Hard cap reached (100.0% spent)"));
        QCOMPARE(headerValue(error.headers, "x-should-retry"), QByteArray("false"));
        // 14:32 to midnight: 9 h 28 min
        QCOMPARE(headerValue(error.headers, "retry-after"), QByteArray::number(9 * 3600 + 28 * 60));
        QVERIFY(error.message.contains("tenant:research"));
    }

    void saysWhenOthersOnlyHoldIt()
    {
        const ApiError error = budgetRefusal(refusal(100, 900, true), context(), room(0), Now);
        QCOMPARE(error.code, QByteArray("budget_held"));
        QVERIFY(headerValue(error.headers, "retry-after").toInt() >= 1);
    }

    void namesTheMaxTokensThatWouldPass()
    {
        // $0.2 left at $1 per million: 200,000 tokens
        const ApiError error =
            budgetRefusal(refusal(980, 0, false), context(), room(200'000'000), Now);
        QCOMPARE(error.code, QByteArray("request_too_large_for_budget"));
        QCOMPARE(errorOf(error).value(QLatin1String("max_tokens_that_fits")).toInt(), 200'000);
        QVERIFY(headerValue(error.headers, "retry-after").isEmpty());
    }

    void promisesNoRetryForALifetimeBudget()
    {
        core::Refusal spent = refusal(1000, 0, false);
        spent.shortfalls.front().state.span = {};
        const ApiError error = budgetRefusal(spent, context(), room(0), Now);
        QVERIFY(headerValue(error.headers, "retry-after").isEmpty());
        QVERIFY(errorOf(error).value(QLatin1String("window_ends_at")).isNull());
    }

    void keepsTheUpstreamsWordsToItself()
    {
        const ApiError error =
            upstreamFailure({UpstreamFailure::Connect, QStringLiteral("10.0.0.7 refused"), false});
        QCOMPARE(error.status, 503);
        QVERIFY(!error.toJson().contains("10.0.0.7"));
        QCOMPARE(upstreamFailure({UpstreamFailure::Timeout, {}, true}).status, 504);
        QCOMPARE(upstreamFailure({UpstreamFailure::Broken, {}, true}).status, 502);
    }

    /// S3-31, S4-19: a refused credential is Capstan's, not the client's, so that it is no 401.
    void mapsErrorAnswers_data()
    {
        QTest::addColumn<int>("upstream");
        QTest::addColumn<int>("client");
        QTest::newRow("our credential") << 401 << 502;
        QTest::newRow("forbidden") << 403 << 502;
        QTest::newRow("server error") << 500 << 502;
        QTest::newRow("unavailable") << 503 << 503;
        QTest::newRow("timeout") << 504 << 504;
    }
    void mapsErrorAnswers()
    {
        QFETCH(int, upstream);
        QTEST(upstreamStatus(upstream, {})->status, "client");
    }

    void relaysTheClientsOwnMistakes()
    {
        for (const int status : {200, 400, 404, 422, 429}) {
            QVERIFY(!upstreamStatus(status, {}));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Refusals)
#include "tst_refusals.moc"
