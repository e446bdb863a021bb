// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsamples.h"
#include "tests/support/receiver.h"

#include "proxy/telemetry/connectiontest.h"

using namespace Qt::StringLiterals;
using namespace proxy;
using test::Received;
using test::Reply;

namespace {

const QByteArray Health = R"({"status":"OK","version":"4.16.0"})";
const QByteArray Projects =
    R"({"data":[{"id":"p","name":"prod","organization":{"id":"o","name":"Example"},"metadata":{}}]})";

core::Destination langfuseAt(const test::Receiver &receiver)
{
    return {.name = "langfuse",
            .type = core::DestinationType::Langfuse,
            .url = receiver.url(),
            .publicKey = {"A", {}, core::Secret("pk-lf-1")},
            .key = {"B", {}, core::Secret("sk-lf-2")},
            .headers = {}};
}

ConnectionReport reportOf(const core::Destination &destination)
{
    core::TelemetrySettings settings;
    settings.destinations = {destination};
    return testDestinations(settings, [](const core::SecretName &name) { return name.value; })
        .front();
}

/// Answers the health question well, and the other with this.
test::Receiver::Script projectsAnswer(const Reply &reply)
{
    return [reply](const Received &request) {
        return request.path == "/api/public/health" ? Reply{200, Health} : reply;
    };
}

} // namespace

class TestConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasReachedAsWhomAndWhichProject()
    {
        test::Receiver receiver(projectsAnswer({200, Projects}));
        const ConnectionReport report = reportOf(langfuseAt(receiver));
        QVERIFY(report.works);
        for (const QString &part : {u"4.16.0"_s, u"prod"_s, u"Example"_s, u"OTLP"_s}) {
            QVERIFY2(report.reached.contains(part), qPrintable(report.reached));
        }
        QCOMPARE(report.advice, QString());
        for (const Received &request : receiver.received()) {
            QCOMPARE(request.method, QByteArray("GET")); // nothing is written
        }
    }

    void givesTheRightAdvice_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<QString>("advice");
        QTest::newRow("wrong region")
            << Reply{401,
                     R"({"message":"Invalid credentials. Confirm that you\u0027ve configured the correct host."})"}
            << u"regions"_s;
        QTest::newRow("another region, by its address")
            << Reply{401,
                     R"({"message":"Invalid credentials. Confirm that you\u0027ve configured the correct host."})"}
            << u"https://hipaa.cloud.langfuse.com"_s;
        QTest::newRow("organisation key")
            << Reply{401,
                     R"({"error":"x","message":"Missing projectId in scope. Are you using an organization key?"})"}
            << u"organisation's key"_s;
        QTest::newRow("forbidden") << Reply{403, R"({"message":"no"})"} << u"organisation's key"_s;
        // Langfuse's own answers while its database is away, and for a used-up plan
        QTest::newRow("database down")
            << Reply{503, R"({"message":"Service Unavailable"})"} << u"Try again"_s;
        QTest::newRow("too often")
            << Reply{429, R"({"message":"Rate limit exceeded"})"} << u"Try again"_s;
        QTest::newRow("suspended")
            << Reply{403,
                     R"({"message":"Ingestion suspended: Usage threshold exceeded. Please upgrade your plan."})"}
            << u"plan"_s;
        QTest::newRow("unknown keys") << Reply{401, R"({"message":"Invalid"})"} << u"Copy both"_s;
    }
    void givesTheRightAdvice()
    {
        QFETCH(const Reply, reply);
        QFETCH(const QString, advice);
        test::Receiver receiver(projectsAnswer(reply));
        const ConnectionReport report = reportOf(langfuseAt(receiver));
        QVERIFY(!report.works);
        QVERIFY2(report.advice.contains(advice), qPrintable(report.advice));
        QVERIFY(!(report.reached + report.advice).contains(u"sk-lf-2"));
    }

    void noticesSwappedKeys()
    {
        test::Receiver receiver(projectsAnswer({200, Projects}));
        core::Destination destination = langfuseAt(receiver);
        std::swap(destination.key, destination.publicKey);
        const ConnectionReport report = reportOf(destination);
        QVERIFY(!report.works);
        QVERIFY(report.advice.contains(u"swapped"));
    }

    /// Langfuse finds the project by the secret alone and never notices a wrong public key.
    void noticesAPublicKeyThatIsNone()
    {
        test::Receiver receiver(projectsAnswer({200, Projects}));
        core::Destination destination = langfuseAt(receiver);
        destination.publicKey.value = core::Secret("mine");
        const ConnectionReport report = reportOf(destination);
        QVERIFY(report.works);
        QVERIFY2(report.advice.contains(u"pk-lf-"), qPrintable(report.advice));
    }

    void saysThatAKeyIsNotThere()
    {
        test::Receiver receiver(projectsAnswer({200, Projects}));
        core::Destination destination = langfuseAt(receiver);
        destination.key = {};
        const ConnectionReport langfuse = reportOf(destination);
        QVERIFY(!langfuse.works);
        QVERIFY2(!langfuse.advice.isEmpty(), qPrintable(langfuse.reached));
        QCOMPARE(receiver.received().size(), 1U); // the health; no project was asked for
        destination.type = core::DestinationType::Helicone;
        const ConnectionReport helicone = reportOf(destination);
        QVERIFY(!helicone.works);
        QVERIFY2(helicone.advice.contains(u"API key"), qPrintable(helicone.advice));
        QCOMPARE(receiver.received().size(), 1U);
    }

    void saysThatSomebodyElseAnswers()
    {
        test::Receiver receiver([](const Received &) { return Reply{200, "<html>"}; });
        const ConnectionReport report = reportOf(langfuseAt(receiver));
        QVERIFY(!report.works);
        QVERIFY2(report.reached.contains(u"not as Langfuse"), qPrintable(report.reached));
        QVERIFY2(report.advice.contains(u"without a path"), qPrintable(report.advice));
    }

    void saysThatNobodyAnswers()
    {
        test::Receiver receiver;
        receiver.goDown();
        const ConnectionReport report = reportOf(langfuseAt(receiver));
        QVERIFY(!report.works);
        QVERIFY(report.reached.contains(u"does not answer"));
    }

    void triesACollectorWithNothing()
    {
        test::Receiver receiver;
        core::Destination destination;
        destination.url = receiver.url();
        QVERIFY(reportOf(destination).works);
        QCOMPARE(receiver.received().at(0).body, QByteArray(R"({"resourceSpans":[]})"));
        receiver.answer([](const Received &) { return Reply{404, {}}; });
        QVERIFY(reportOf(destination).advice.contains(u"without /v1/traces"));
        for (const int status : {401, 403}) {
            receiver.answer([status](const Received &) { return Reply{status, {}}; });
            QVERIFY(reportOf(destination).advice.contains(u"refuses the credential"));
        }
    }

    void triesHeliconeWithWhatItRefuses()
    {
        test::Receiver receiver([](const Received &) { return Reply{400, R"({"error":"x"})"}; });
        core::Destination destination{.name = "helicone",
                                      .type = core::DestinationType::Helicone,
                                      .url = receiver.url("/custom/v1/log"),
                                      .publicKey = {},
                                      .key = {"H", {}, core::Secret("k")},
                                      .headers = {}};
        QVERIFY(reportOf(destination).works);
        receiver.answer([](const Received &) { return Reply{401, "Unauthorized"}; });
        QVERIFY(reportOf(destination).advice.contains(u"refuses the credential"));
    }
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
