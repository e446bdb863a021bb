// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsamples.h"
#include "tests/support/receiver.h"

#include "proxy/telemetry/heliconeexporter.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace proxy;
using test::Received;
using test::Reply;

namespace {

/// What Helicone's own validation asks for (AsyncLog.ts).
QString faultOf(const QJsonObject &log)
{
    const QJsonObject request = log["providerRequest"_L1].toObject();
    const QJsonObject response = log["providerResponse"_L1].toObject();
    if (!request["url"_L1].isString() || !request["meta"_L1].isObject() ||
        !request["json"_L1].isObject()) {
        return u"providerRequest"_s;
    }
    if (!response["status"_L1].isDouble() || !response["headers"_L1].isObject() ||
        !response["json"_L1].isObject()) {
        return u"providerResponse"_s;
    }
    double times[2]{};
    int number = 0;
    for (const auto name : {"startTime"_L1, "endTime"_L1}) {
        const QJsonValue time = log["timing"_L1][name];
        const double milliseconds = time["milliseconds"_L1].toDouble(-1);
        if (!time["seconds"_L1].isDouble() || milliseconds < 0 || milliseconds > 999) {
            return name;
        }
        times[number++] = time["seconds"_L1].toDouble() * 1'000 + milliseconds;
    }
    return times[0] <= times[1] ? QString() : u"timing"_s;
}

struct Helicone
{
    test::Receiver receiver{[](const Received &) {
        return Reply{200, "ok"};
    }};
    Site site;
    core::Destination destination{.name = "helicone",
                                  .type = core::DestinationType::Helicone,
                                  .url = receiver.url("/custom/v1/log"),
                                  .publicKey = {},
                                  .key = {"H", {}, core::Secret("sk-helicone")},
                                  .headers = {}};
    HeliconeExporter exporter{site.site, destination};
};

} // namespace

class TestHelicone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsWhatTheServerAccepts()
    {
        // S1-14
        Helicone helicone;
        QCOMPARE(deliver(helicone.exporter, {sampleCall()}).kind, Delivery::Kind::Done);
        QCOMPARE(deliver(helicone.exporter, {sampleRefusal()}).kind, Delivery::Kind::Done);
        const auto requests = helicone.receiver.received();
        QCOMPARE(requests.at(0).path, QByteArray("/custom/v1/log"));
        QCOMPARE(requests.at(0).headers.value("authorization"), QByteArray("Bearer sk-helicone"));
        const QJsonObject log = requests.at(0).json();
        QCOMPARE(faultOf(log), QString());
        QCOMPARE(faultOf(requests.at(1).json()), QString());
        QCOMPARE(log["providerRequest"_L1]["url"_L1].toString(), u"custom-model-nopath"_s);
        QVERIFY(log["providerRequest"_L1]["json"_L1]["stream"_L1].isUndefined());
        const QJsonValue usage = log["providerResponse"_L1]["json"_L1]["usage"_L1];
        QCOMPARE(usage["prompt_tokens"_L1].toInteger(), 1'200); // as the provider counts
        QCOMPARE(usage["prompt_tokens_details"_L1]["cached_tokens"_L1].toInteger(), 1'024);
        QCOMPARE(usage["completion_tokens"_L1].toInteger(), 300);
        QCOMPARE(log["providerRequest"_L1]["meta"_L1]["Helicone-Property-Cost-Usd"_L1].toString(),
                 u"0.0002832"_s);
        QCOMPARE(log["timing"_L1]["timeToFirstToken"_L1].toInteger(), 412);
    }

    void namesARepetitionTheSame()
    {
        core::CallEvent other = sampleCall();
        other.attempt = 2;
        QCOMPARE(helicone::requestId(sampleCall()), helicone::requestId(sampleCall()));
        QVERIFY(helicone::requestId(sampleCall()) != helicone::requestId(other));
        QVERIFY(!QUuid(QString::fromLatin1(helicone::requestId(other))).isNull());
    }

    void takesOnlyOkForSuccess_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<Delivery::Kind>("kind");
        using Kind = Delivery::Kind;
        QTest::newRow("ok") << Reply{200, "ok"} << Kind::Done;
        QTest::newRow("200 with an error") << Reply{200, R"({"error":"queue"})"} << Kind::Later;
        QTest::newRow("400") << Reply{400, R"({"error":"bad"})"} << Kind::Smaller;
        QTest::newRow("not valid")
            << Reply{200, R"({"isValid":false,"errors":[]})"} << Kind::Smaller;
        QTest::newRow("401") << Reply{401, "Unauthorized"} << Kind::Blocked;
        QTest::newRow("429") << Reply{429, {}} << Kind::Later;
        QTest::newRow("500") << Reply{500, {}} << Kind::Later;
    }
    void takesOnlyOkForSuccess()
    {
        QFETCH(const Reply, reply);
        QFETCH(const Delivery::Kind, kind);
        Helicone helicone;
        helicone.receiver.answer([reply](const Received &) { return reply; });
        QCOMPARE(deliver(helicone.exporter, {sampleCall()}).kind, kind);
    }

    void waitsForItsKey()
    {
        Helicone helicone;
        helicone.destination.key = {};
        QCOMPARE(deliver(helicone.exporter, {sampleCall()}).kind, Delivery::Kind::Blocked);
    }
};

QTEST_GUILESS_MAIN(TestHelicone)
#include "tst_helicone.moc"
