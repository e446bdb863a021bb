// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of an answer that is not a plain yes.
#include "fakelangfuse.h"

using namespace proxy;
using test::Received;
using test::Reply;

namespace {

/// {"successes":[...],"errors":[{id,status,message}]} about one part of one event.
Reply refusing(const QByteArray &id, int status, const QByteArray &message)
{
    return {207,
            R"({"successes":[],"errors":[{"id":")" + id + R"(","status":)" +
                QByteArray::number(status) + R"(,"message":")" + message + R"("}]})"};
}

} // namespace

class TestLangfuseAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsA207ItemByItem_data();
    void readsA207ItemByItem();
    void goesOverToOtlpWhenTheServerWasUpdated();
    void namesEachEventTheSameAgain();
    void saysThatTheHostIsWrong();
    void noticesSwappedKeysItself();
    void saysThatThisIsNoLangfuse();
};

void TestLangfuseAnswers::readsA207ItemByItem_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<int>("again");
    QTest::addColumn<int>("rejected");
    QTest::newRow("storage failed for one") << 500 << QByteArray("generation-create") << 1 << 0;
    QTest::newRow("one is refused") << 400 << QByteArray("generation-create") << 0 << 1;
    QTest::newRow("its trace is refused") << 404 << QByteArray("trace-create") << 0 << 1;
}

void TestLangfuseAnswers::readsA207ItemByItem()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, part);
    QFETCH(const int, again);
    QFETCH(const int, rejected);
    Langfuse langfuse;
    langfuse.version = "3.0.0";
    core::CallEvent second = sampleCall();
    second.id.low += 1;
    const QByteArray id = second.id.toText() + "-1-" + part;
    langfuse.ingest = [&](const Received &) {
        return refusing(id, status, "why");
    };
    const Delivery delivery = deliver(langfuse.exporter, {sampleCall(), second});
    QCOMPARE(delivery.kind, Delivery::Kind::Done);
    QCOMPARE(static_cast<int>(delivery.again.size()), again);
    QVERIFY(delivery.again.empty() || delivery.again.front() == 1U);
    QCOMPARE(delivery.rejected, rejected);
    QVERIFY(delivery.message.contains(u"why"));
}

void TestLangfuseAnswers::goesOverToOtlpWhenTheServerWasUpdated()
{
    Langfuse langfuse;
    langfuse.version = "3.0.0";
    langfuse.ingest = [&](const Received &request) {
        return request.path == "/api/public/ingestion"
                   ? refusing(sampleCall().id.toText() + "-1-generation-create",
                              400,
                              "Event type not accepted")
                   : Reply{};
    };
    const Delivery first = deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(first.again.size(), 1U);
    const Delivery second = deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(second.kind, Delivery::Kind::Done);
    QVERIFY(second.again.empty());
    QCOMPARE(langfuse.posts().at(1).path, QByteArray("/api/public/otel/v1/traces"));
}

void TestLangfuseAnswers::namesEachEventTheSameAgain()
{
    Langfuse langfuse;
    langfuse.version = "3.0.0";
    (void)deliver(langfuse.exporter, {sampleCall()});
    (void)deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(langfuse.posts().at(0).body, langfuse.posts().at(1).body);
}

void TestLangfuseAnswers::saysThatTheHostIsWrong()
{
    Langfuse langfuse;
    langfuse.destination.key.value = core::Secret("sk-lf-other");
    const Delivery delivery = deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(delivery.kind, Delivery::Kind::Blocked);
    QVERIFY2(delivery.message.contains(u"correct host"), qPrintable(delivery.message));
    QVERIFY(!delivery.message.contains(u"sk-lf-other"));
}

void TestLangfuseAnswers::noticesSwappedKeysItself()
{
    Langfuse langfuse;
    std::swap(langfuse.destination.key, langfuse.destination.publicKey);
    const Delivery delivery = deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(delivery.kind, Delivery::Kind::Blocked);
    QVERIFY(delivery.message.contains(u"swapped"));
    QVERIFY(langfuse.receiver.received().empty()); // the secret did not travel as a public one
}

void TestLangfuseAnswers::saysThatThisIsNoLangfuse()
{
    Langfuse langfuse;
    langfuse.receiver.answer([](const Received &) { return Reply{200, "<html>"}; });
    const Delivery delivery = deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(delivery.kind, Delivery::Kind::Blocked);
    QVERIFY(delivery.message.contains(u"Check the URL"));
}

QTEST_GUILESS_MAIN(TestLangfuseAnswers)
#include "tst_langfuseanswers.moc"
