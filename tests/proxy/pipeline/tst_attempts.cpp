// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/attempts.h"
#include "proxy/upstream/upstreams.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace proxy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::CircuitBreaker;

namespace {

class FakeClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return m_now; }
    core::Time m_now{1'000s};
};

RelayEnd answered(int status, std::optional<core::Duration> retryAfter = {})
{
    RelayEnd end;
    end.ending = status == 200 ? core::Ending::Complete : core::Ending::UpstreamError;
    end.status = status;
    end.retryAfter = retryAfter;
    return end;
}

RelayEnd failed(UpstreamFailure failure, bool toldClient = false)
{
    RelayEnd end;
    end.ending = core::Ending::UpstreamError;
    end.failure = failure;
    end.toldClient = toldClient;
    return end;
}

} // namespace

class TstAttempts : public QObject
{
    Q_OBJECT

    /// Providers "a" and "b"; b allows one retry.
    struct Fixture
    {
        FakeClock clock;
        UpstreamClient client;
        std::vector<UpstreamSettings> settings = std::vector<UpstreamSettings>(2);
        std::vector<std::unique_ptr<Provider>> providers;
        std::vector<std::unique_ptr<Upstream>> upstreams;
        Attempts attempts{clock, clock.now() + 60s};

        Fixture()
        {
            settings[0].id = "a";
            settings[1].id = "b";
            settings[1].maxRetries = 1;
            std::vector<Target> targets;
            for (const UpstreamSettings &one : settings) {
                providers.push_back(std::make_unique<Provider>(one, clock));
                upstreams.push_back(std::make_unique<Upstream>(*providers.back(), client, clock));
                const ServedModel model{.id = "m"};
                targets.push_back(
                    {upstreams.back().get(), std::make_shared<const ServedModel>(model)});
            }
            attempts.plan(std::move(targets));
            attempts.begin();
        }
        [[nodiscard]] QByteArray where() const
        {
            return attempts.current().upstream->settings().id;
        }
        std::optional<core::Duration> next(const RelayEnd &end)
        {
            const auto wait = attempts.next(end);
            attempts.begin();
            return wait;
        }
        [[nodiscard]] core::HealthView healthOfA() const { return providers[0]->health.view("m"); }
    };

private Q_SLOTS:
    void triesEveryTargetOnceAndThenThoseThatMayBeRetried() // S2-30, S3-30
    {
        Fixture fixture;
        QCOMPARE(fixture.where(), "a"_ba);
        QCOMPARE(fixture.next(answered(500)), core::Duration(0));
        QCOMPARE(fixture.where(), "b"_ba);
        const auto wait = fixture.next(answered(500));
        QVERIFY(wait >= 500ms && wait <= 1s); // 1 s less jitter
        QCOMPARE(fixture.where(), "b"_ba);    // a allows no retry
        QVERIFY(!fixture.next(answered(500)));
        QCOMPARE(fixture.attempts.number(), 3);
        QCOMPARE(QJsonDocument::fromJson(fixture.attempts.errorsJson()).array().size(), 3);
    }

    void endsWithWhatCannotPass_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 400, 402, 409, 413, 422}) {
            QTest::addRow("%d", status) << status;
        }
    }
    void endsWithWhatCannotPass()
    {
        QFETCH(const int, status);
        Fixture fixture;
        QVERIFY(!fixture.next(answered(status)));
        QCOMPARE(fixture.healthOfA().state, CircuitBreaker::State::Closed);
    }

    void endsWhereTheClientHasAByteOrThePersonStopped()
    {
        Fixture told;
        QVERIFY(!told.next(failed(UpstreamFailure::Broken, true)));
        Fixture large;
        QVERIFY(!large.next(failed(UpstreamFailure::TooLarge)));
        Fixture stopped;
        RelayEnd end;
        end.ending = core::Ending::Stopped;
        QVERIFY(!stopped.next(end));
        QCOMPARE(stopped.healthOfA().state, CircuitBreaker::State::Closed);
    }

    void leavesAProviderThatDoesNotWantUsForTheNext()
    {
        Fixture fixture;
        QVERIFY(fixture.next(answered(500)));
        QCOMPARE(fixture.where(), "b"_ba);
        QVERIFY(!fixture.next(answered(401))); // b allows retries, but not of that
    }

    void waitsAsLongAsRetryAfterSaysUnlessThatIsTooLate()
    {
        Fixture fixture;
        QVERIFY(fixture.next(answered(500)));
        QCOMPARE(fixture.next(answered(429, core::Duration(7s))), core::Duration(7s));
        Fixture late;
        QVERIFY(late.next(answered(500)));
        QVERIFY(!late.next(answered(429, core::Duration(60s)))); // the deadline is in 60 s
    }

    void stopsAtTheDeadline()
    {
        Fixture fixture;
        QCOMPARE(fixture.attempts.timeLeft(), 60'000ms);
        fixture.clock.m_now += 60s;
        QCOMPARE(fixture.attempts.timeLeft(), 1ms);
        QVERIFY(!fixture.next(failed(UpstreamFailure::Timeout)));
    }

    void tellsTheTargetsHealth()
    {
        Fixture fixture;
        QCOMPARE(fixture.healthOfA().outstanding, 1);
        QVERIFY(fixture.next(failed(UpstreamFailure::Connect)));
        QCOMPARE(fixture.healthOfA().outstanding, 0);
        QCOMPARE(fixture.healthOfA().state, CircuitBreaker::State::Open);
        fixture.clock.m_now += 1s;
        QCOMPARE(fixture.healthOfA().state, CircuitBreaker::State::HalfOpen);
    }

    void skipsWhatCannotBePaid()
    {
        Fixture fixture;
        QVERIFY(fixture.attempts.skip());
        QCOMPARE(fixture.where(), "b"_ba);
        QVERIFY(!fixture.attempts.skip());
        QCOMPARE(fixture.attempts.number(), 1); // nothing was sent
        QCOMPARE(fixture.healthOfA().outstanding, 0);
        QCOMPARE(fixture.healthOfA().state, CircuitBreaker::State::Closed);
    }
};

QTEST_GUILESS_MAIN(TstAttempts)
#include "tst_attempts.moc"
