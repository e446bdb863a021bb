// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proxy/telemetry/postfixture.h"

#include <QRegularExpression>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = core::DestinationStatus::State;
using test::Received;
using test::Receiver;
using test::Reply;

namespace {

/// The time of day, as the test wants it.
class SetClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return m_now.load(); }
    void advance(core::Duration length) { m_now = m_now.load() + length; }

private:
    std::atomic<core::Time> m_now{core::Time(1'785'931'200s)};
};

constexpr int HoursOfADay = 24;
constexpr int CallsAnHour = 25;
constexpr int CallsADay = HoursOfADay * CallsAnHour;

/// Every span, each time that it came.
QByteArrayList spansOf(Receiver &receiver)
{
    QByteArrayList ids;
    for (const Received &request : receiver.received()) {
        ids += spanIds(request);
    }
    return ids;
}

/// The order in which Helicone was told of calls.
QByteArrayList requestsOf(Receiver &receiver)
{
    static const QRegularExpression id(
        u"\"Helicone-Property-Capstan-Request-Id\":\"(req-[0-9a-f]+)\""_s);
    QByteArrayList ids;
    for (const Received &request : receiver.received()) {
        ids += id.match(QString::fromUtf8(request.body)).captured(1).toLatin1();
    }
    return ids;
}

/// One destination of each kind, all dead until live().
struct Network
{
    Receiver collector;
    Receiver langfuse{[](const Received &) {
        return Reply{200, R"({"version":"4.16.0"})"};
    }};
    Receiver helicone{[](const Received &) {
        return Reply{200, "ok"};
    }};

    Network()
    {
        for (Receiver *one : {&collector, &langfuse, &helicone}) {
            one->goDown();
        }
    }
    void live()
    {
        for (Receiver *one : {&collector, &langfuse, &helicone}) {
            one->comeBack();
        }
    }
    [[nodiscard]] std::vector<core::Destination> destinations() const
    {
        using core::Secret;
        return {otlpAt(collector.url()),
                {.name = "langfuse",
                 .type = core::DestinationType::Langfuse,
                 .url = langfuse.url(),
                 .publicKey = {"A", {}, Secret("pk-lf-1")},
                 .key = {"B", {}, Secret("sk-lf-2")},
                 .headers = {}},
                {.name = "helicone",
                 .type = core::DestinationType::Helicone,
                 .url = helicone.url("/custom/v1/log"),
                 .publicKey = {},
                 .key = {"H", {}, Secret("k")},
                 .headers = {}}};
    }
};

bool isSoForAll(Post &post, const std::function<bool(const core::DestinationStatus &)> &isSo)
{
    return QTest::qWaitFor(
        [&] { return isSo(post.status(0)) && isSo(post.status(1)) && isSo(post.status(2)); },
        60'000);
}

} // namespace

/// Issue 4: "with every destination dead for a day nothing slows and nothing is lost within the
/// cap" (what it costs a request is measured in tests/bench/telemetry).
class TestDeadDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingOfADayWithoutAnyDestination()
    {
        Network network;
        SetClock clock;
        Post post(network.destinations(), clock);
        post.start();
        for (int hour = 0; hour < HoursOfADay; ++hour) {
            post.settle(CallsAnHour);
            clock.advance(1h);
        }
        QVERIFY(isSoForAll(post, [](const auto &status) {
            return status.state == State::Waiting && status.queued == CallsADay;
        }));
        network.live();
        QVERIFY(isSoForAll(post, [](const auto &status) {
            return status.sent == CallsADay && status.queued == 0;
        }));
        QVERIFY(isSoForAll(
            post, [](const auto &status) { return status.dropped == 0 && status.rejected == 0; }));
        // Each once, in order: nothing was under way when the network came back.
        QCOMPARE(spansOf(network.collector), expectedSpans(1, CallsADay));
        QCOMPARE(spansOf(network.langfuse), expectedSpans(1, CallsADay));
        QByteArrayList expected;
        for (quint64 number = 1; number <= CallsADay; ++number) {
            expected += samples::hold(number).id.toText();
        }
        QCOMPARE(requestsOf(network.helicone), expected);
    }

    void givesUpWhatIsOlderThanItsBoundAndNothingElse()
    {
        Network network;
        SetClock clock;
        Post post(network.destinations(), clock);
        post.start();
        post.settle(10);
        clock.advance(post.settings.maximumAge - 1h);
        post.settle(5);
        QVERIFY(isSoForAll(post, [](const auto &status) { return status.queued == 15; }));
        clock.advance(2h); // the first ten are an hour past it now
        QVERIFY(isSoForAll(
            post, [](const auto &status) { return status.dropped == 10 && status.queued == 5; }));
        network.live();
        QVERIFY(isSoForAll(post, [](const auto &status) { return status.sent == 5; }));
        QCOMPARE(spansOf(network.collector), expectedSpans(11, 15));
    }
};

QTEST_GUILESS_MAIN(TestDeadDay)
#include "tst_deadday.moc"
